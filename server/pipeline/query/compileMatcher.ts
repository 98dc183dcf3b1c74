import { type Doc, hashOf } from '../normalize.ts';
import { type Facts, type Node, type Query, queryLimits, type Words } from './ast.ts';
import { type Finder, holds, type QueryOptions, spansOf } from './evaluate.ts';
import { addHash, createHashBits, headKey, headKeyOf, headUnits, mayHave } from './hashBits.ts';
import { createPrefilter } from './prefilter.ts';
import { noSpans, type Spans } from './spans.ts';
import { wordsMatchAt } from './termMatches.ts';
import { positiveWords } from './triggers.ts';

export type NamedQuery = { id: string; query: Query };

/** Ids in the order of the queries. Both lists are used again by the next `match`. */
export type Matches = { matched: string[]; excluded: string[] };

/** A stretch of a field that a query's words matched (UTF-16, `to` exclusive). */
export type Found = { field: 'title' | 'text'; from: number; to: number; written: string };
export type Explanation = { outcome: 'matched' | 'excluded' | 'none'; matched: Found[]; excluded: Found[] };

export type Matcher = {
  /** Which queries hold for the post, and which would but for their closing NOT. */
  match(doc: Doc, facts: Facts): Matches;
  /** The same for one query with the words that decided: slower, for traces. */
  explain(doc: Doc, facts: Facts, id: string): Explanation;
  /** False only where no query can match, from the text alone: several times cheaper than `normalize`. */
  couldMatch(text: string, title?: string): boolean;
};

/** Words that several queries share are looked for once. */
type Leaf = { words: Words; queries: number[]; wantsSpans: boolean; spans: Spans; stamp: number };

/** `isPlain`: any one of its words makes it hold, so that finding one is enough. */
type Compiled = NamedQuery & { stamp: number; isPlain: boolean };

const isPlain = (node: Node): boolean => node.kind === 'words' || (node.kind === 'or' && node.parts.every(isPlain));

function sameWords(words: Words): string {
  const terms = words.terms.map((term) => [
    term.folded,
    term.prefix,
    term.sigil,
    words.exact ? [term.written, term.before] : 0,
  ]);
  return JSON.stringify([words.title, words.exact, terms]);
}

function nearWords(node: Node, within: boolean, into: Set<Words>): void {
  if (node.kind === 'words') {
    if (within) into.add(node);
  } else if (node.kind === 'near') {
    nearWords(node.left, true, into);
    nearWords(node.right, true, into);
  } else if (node.kind === 'not') nearWords(node.part, within, into);
  else if (node.kind !== 'condition') for (const part of node.parts) nearWords(part, within, into);
}

function allWords(node: Node | null, into: Words[] = []): Words[] {
  if (!node || node.kind === 'condition') return into;
  if (node.kind === 'words') into.push(node);
  else if (node.kind === 'near') allWords(node.right, allWords(node.left, into));
  else if (node.kind === 'not') allWords(node.part, into);
  else for (const part of node.parts) allWords(part, into);
  return into;
}

/**
 * All queries of a rule set as one matcher: every token is looked up once in a bit set, then in a table of the first words of
 * all phrases; only queries that some word of theirs touched are evaluated. The cost of a post that matches nothing does not
 * grow with the number of queries.
 */
export function compileMatcher(queries: readonly NamedQuery[], options: QueryOptions = {}): Matcher {
  const compiled: Compiled[] = queries.map((named) => ({
    ...named,
    stamp: 0,
    isPlain: isPlain(named.query.include),
  }));
  const leaves = new Map<string, Leaf>();
  const leafOf = new Map<Words, Leaf>();
  const byWord = new Map<number, Leaf[]>();
  const byHead = new Map<number, Leaf[]>();
  const shortHeads: Leaf[] = [];
  const wordBits = createHashBits();
  const headBits = createHashBits();
  /** Queries that can hold without any of their words. */
  const always: number[] = [];

  compiled.forEach(({ query }, index) => {
    const spansWanted = new Set<Words>();
    nearWords(query.include, false, spansWanted);
    if (query.exclude) nearWords(query.exclude, false, spansWanted);
    const touching = new Set(positiveWords(query.include));
    for (const words of allWords(query.exclude, allWords(query.include))) {
      const key = sameWords(words);
      let leaf = leaves.get(key);
      if (!leaf) {
        leaf = { words, queries: [], wantsSpans: false, spans: noSpans, stamp: 0 };
        leaves.set(key, leaf);
        place(leaf);
      }
      leafOf.set(words, leaf);
      if (touching.has(words) && leaf.queries.at(-1) !== index) leaf.queries.push(index);
      if (spansWanted.has(words)) leaf.wantsSpans = true;
    }
    if (!needsWords(query.include)) always.push(index);
  });

  function place(leaf: Leaf): void {
    const first = leaf.words.terms[0]!;
    if (!first.prefix) addTo(byWord, hashOf(first.folded), leaf, wordBits);
    else if (first.folded.length >= headUnits) addTo(byHead, headKeyOf(first.folded), leaf, headBits);
    else shortHeads.push(leaf);
  }

  const usesHeads = byHead.size > 0;
  const prefilter = createPrefilter(queries.map(({ query }) => query));
  let stamp = 0;
  const candidates: number[] = [];
  const result: Matches = { matched: [], excluded: [] };

  const finder: Finder = {
    found: (words) => (leafOf.get(words) as Leaf).stamp === stamp,
    spans: (words) => {
      const leaf = leafOf.get(words) as Leaf;
      return leaf.stamp === stamp ? leaf.spans : noSpans;
    },
    fieldEnd: 0,
    facts: {},
  };

  function tryLeaves(doc: Doc, token: number, among: readonly Leaf[]): void {
    for (const leaf of among) {
      const known = leaf.stamp === stamp;
      if ((known && !leaf.wantsSpans) || !wordsMatchAt(doc, token, leaf.words)) continue;
      if (!known) {
        leaf.stamp = stamp;
        if (leaf.wantsSpans) leaf.spans = { from: [], to: [] };
        for (const index of leaf.queries) addCandidate(index);
      }
      if (leaf.wantsSpans && leaf.spans.from.length < queryLimits.nearPlaces) {
        leaf.spans.from.push(token);
        leaf.spans.to.push(token + leaf.words.terms.length);
      }
    }
  }

  function addCandidate(index: number): void {
    const query = compiled[index] as Compiled;
    if (query.stamp === stamp) return;
    query.stamp = stamp;
    candidates.push(index);
  }

  function match(doc: Doc, facts: Facts): Matches {
    stamp++;
    // Setting a length costs more than looking at it, and most posts leave all three empty.
    if (candidates.length > 0) candidates.length = 0;
    if (result.matched.length > 0) result.matched.length = 0;
    if (result.excluded.length > 0) result.excluded.length = 0;
    const { count, hash, length, start, chars } = doc;
    for (let token = 0; token < count; token++) {
      const wordHash = hash[token] as number;
      if (mayHave(wordBits, wordHash)) {
        const among = byWord.get(wordHash);
        if (among) tryLeaves(doc, token, among);
      }
      if (usesHeads && (length[token] as number) >= headUnits) {
        const begin = start[token] as number;
        const head = headKey(chars[begin] as number, chars[begin + 1] as number, chars[begin + 2] as number);
        if (mayHave(headBits, head)) {
          const among = byHead.get(head);
          if (among) tryLeaves(doc, token, among);
        }
      }
      if (shortHeads.length > 0) tryLeaves(doc, token, shortHeads);
    }
    for (const index of always) addCandidate(index);
    if (candidates.length === 0) return result;
    if (candidates.length > 1) candidates.sort((a, b) => a - b);
    finder.fieldEnd = doc.titleCount;
    finder.facts = facts;
    for (const index of candidates) {
      const { id, query, isPlain } = compiled[index] as Compiled;
      if (!isPlain && !holds(query.include, finder, options)) continue;
      const excluded = query.exclude !== null && holds(query.exclude, finder, options);
      (excluded ? result.excluded : result.matched).push(id);
    }
    return result;
  }

  function explain(doc: Doc, facts: Facts, id: string): Explanation {
    const named = compiled.find((query) => query.id === id);
    if (!named) return { outcome: 'none', matched: [], excluded: [] };
    const patient = patientFinder(doc, facts);
    const { include, exclude } = named.query;
    const included = holds(include, patient, options);
    const out = exclude !== null && holds(exclude, patient, options);
    return {
      outcome: !included ? 'none' : out ? 'excluded' : 'matched',
      matched: foundIn(doc, include, patient, options),
      excluded: exclude ? foundIn(doc, exclude, patient, options) : [],
    };
  }

  return { match, explain, couldMatch: prefilter };
}

/** Tries every token for each words node: for one post that a person looks at. */
function patientFinder(doc: Doc, facts: Facts): Finder {
  const spans = (words: Words): Spans => {
    const found: Spans = { from: [], to: [] };
    for (let token = 0; token < doc.count && found.from.length < queryLimits.nearPlaces; token++) {
      if (!wordsMatchAt(doc, token, words)) continue;
      found.from.push(token);
      found.to.push(token + words.terms.length);
    }
    return found;
  };
  return { found: (words) => spans(words).from.length > 0, spans, fieldEnd: doc.titleCount, facts };
}

/** The words that made the parts of `node` hold, each stretch once, in reading order. */
function foundIn(doc: Doc, node: Node, finder: Finder, options: QueryOptions): Found[] {
  const seen = new Map<number, number>();
  const collect = (part: Node): void => {
    if (!holds(part, finder, options)) return;
    if (part.kind === 'and' || part.kind === 'or') for (const inner of part.parts) collect(inner);
    else {
      const spans = spansOf(part, finder);
      for (let k = 0; k < spans.from.length; k++) {
        const from = spans.from[k] as number;
        seen.set(from, Math.max(seen.get(from) ?? 0, spans.to[k] as number));
      }
    }
  };
  collect(node);
  return [...seen]
    .sort((a, b) => a[0] - b[0])
    .map(([first, end]) => {
      const field = first < doc.titleCount ? 'title' : 'text';
      const from = doc.from[first] as number;
      const to = doc.to[end - 1] as number;
      return { field, from, to, written: doc[field].slice(from, to) };
    });
}

function addTo(table: Map<number, Leaf[]>, hash: number, leaf: Leaf, bits: Int32Array): void {
  const among = table.get(hash);
  if (among) among.push(leaf);
  else table.set(hash, [leaf]);
  addHash(bits, hash);
}

/** True where some word must be in the text. */
function needsWords(node: Node): boolean {
  switch (node.kind) {
    case 'words':
    case 'near':
      return true;
    case 'condition':
    case 'not':
      return false;
    case 'and':
      return node.parts.some(needsWords);
    case 'or':
      return node.parts.every(needsWords);
  }
}
