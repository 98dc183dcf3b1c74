import { createHashBits, headKey, headKeyOf, headUnits, mayHave } from '../hashBits.ts';
import { beginsWith, type Doc, hashOf } from '../normalize.ts';
import { type Facts, type Node, type Query, queryLimits, type Term, type Words } from './ast.ts';
import { type Finder, holds, type QueryOptions, spansOf } from './evaluate.ts';
import { type Explanation, explainQuery } from './explainQuery.ts';
import { addSpan, newSpans, noSpans, type Spans } from './spans.ts';
import { wordsMatchAt } from './termMatches.ts';
import { positiveWords } from './triggers.ts';

export type NamedQuery = { id: string; query: Query };

/**
 * `matched` strongest first, equals in the order of the queries: among several that match, the one most of whose words stand
 * in the post is what the post is about. `excluded` in the order of the queries.
 */
export type Matches = { matched: readonly string[]; excluded: readonly string[] };
const nothing: readonly string[] = Object.freeze([]);
export const noMatches: Matches = Object.freeze({ matched: nothing, excluded: nothing });

/** Several lists of queries (brands, themes) whose words are looked for in one pass. */
export type Matcher = {
  /** For each list: which queries hold for the post, and which would but for their closing NOT. */
  match(doc: Doc, facts: Facts): readonly Matches[];
  /** The same for one query of a list, with the words that decided: slower, for traces. */
  explain(doc: Doc, facts: Facts, list: number, id: string): Explanation;
  /**
   * Where the words stand that made a query of a list hold for the post last matched, in no order and perhaps twice; overwritten
   * by the next call.
   */
  stretchesOf(doc: Doc, list: number, id: string): Spans;
};

/** Words that several queries share are looked for once. */
type Leaf = { words: Words; queries: number[]; wantsSpans: boolean; spans: Spans; stamp: number };

/** `isPlain`: any one of its words makes it hold, so that finding one is enough. */
type Compiled = NamedQuery & {
  list: number;
  /** Among all queries of all lists. */
  place: number;
  stamp: number;
  isPlain: boolean;
  strength: number;
  countedToken: number;
  /** The answer where only this one is found, as it mostly is. */
  alone: Matches;
};

/** What a word of some query leads to: the phrases that begin with it, and all queries that it speaks for. */
type WordEntry = { leaves: Leaf[]; owners: number[] };
/** The same for words that begin alike; a beginning speaks for its queries where a token goes on with all of it. */
type HeadEntry = { leaves: Leaf[]; heads: { folded: string; owners: number[] }[] };

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
export function compileMatcher(lists: readonly (readonly NamedQuery[])[], options: QueryOptions = {}): Matcher {
  const all = lists.flatMap((queries, list) => queries.map((named) => ({ ...named, list })));
  const compiled: Compiled[] = all.map((named, place) => ({
    ...named,
    place,
    stamp: 0,
    isPlain: isPlain(named.query.include),
    strength: 0,
    countedToken: -1,
    alone: Object.freeze({ matched: Object.freeze([named.id]), excluded: nothing }),
  }));
  const leaves = new Map<string, Leaf>();
  const leafOf = new Map<Words, Leaf>();
  const byWord = new Map<number, WordEntry>();
  const byHead = new Map<number, HeadEntry>();
  const shortHeads: HeadEntry = { leaves: [], heads: [] };
  /** Queries that can hold without any of their words. */
  const always: number[] = [];

  compiled.forEach(({ query }, index) => {
    const spansWanted = new Set<Words>();
    nearWords(query.include, false, spansWanted);
    if (query.exclude) nearWords(query.exclude, false, spansWanted);
    const touching = new Set(positiveWords(query.include));
    for (const { terms } of touching)
      for (const term of terms) {
        const owners = ownersOf(term);
        if (owners.at(-1) !== index) owners.push(index);
      }
    for (const words of allWords(query.exclude, allWords(query.include))) {
      const key = sameWords(words);
      let leaf = leaves.get(key);
      if (!leaf) {
        leaf = { words, queries: [], wantsSpans: false, spans: newSpans(), stamp: 0 };
        leaves.set(key, leaf);
        place(leaf);
      }
      leafOf.set(words, leaf);
      if (touching.has(words) && leaf.queries.at(-1) !== index) leaf.queries.push(index);
      if (spansWanted.has(words)) leaf.wantsSpans = true;
    }
    if (!needsWords(query.include)) always.push(index);
  });

  function wordEntry(folded: string): WordEntry {
    const hash = hashOf(folded);
    const entry: WordEntry = byWord.get(hash) ?? { leaves: [], owners: [] };
    byWord.set(hash, entry);
    return entry;
  }

  function headEntry(folded: string): HeadEntry {
    if (folded.length < headUnits) return shortHeads;
    const key = headKeyOf(folded);
    const entry: HeadEntry = byHead.get(key) ?? { leaves: [], heads: [] };
    byHead.set(key, entry);
    return entry;
  }

  function place(leaf: Leaf): void {
    const { folded, prefix } = leaf.words.terms[0]!;
    (prefix ? headEntry(folded) : wordEntry(folded)).leaves.push(leaf);
  }

  function ownersOf({ folded, prefix }: Term): number[] {
    if (!prefix) return wordEntry(folded).owners;
    const { heads } = headEntry(folded);
    const known = heads.find((head) => head.folded === folded);
    if (known) return known.owners;
    const owners: number[] = [];
    heads.push({ folded, owners });
    return owners;
  }

  const wordBits = createHashBits([...byWord.keys()]);
  const headBits = createHashBits([...byHead.keys()]);
  const usesHeads = byHead.size > 0;
  const usesShortHeads = shortHeads.heads.length + shortHeads.leaves.length > 0;
  const noneAtAll: readonly Matches[] = Object.freeze(lists.map(() => noMatches));
  let stamp = 0;
  // Counted beside the lists: to set the length of a list costs more than a post that matches nothing.
  let candidateCount = 0;
  let touchedCount = 0;
  const candidates: number[] = [];
  /** Tokens of the post that are words of some query, and what these lead to. */
  const touchedTokens: number[] = [];
  const touchedEntries: (WordEntry | HeadEntry)[] = [];
  const stretches = newSpans();

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
        leaf.spans.count = 0;
        for (const index of leaf.queries) addCandidate(index);
      }
      if (leaf.wantsSpans && leaf.spans.count < queryLimits.nearPlaces)
        addSpan(leaf.spans, token, token + leaf.words.terms.length);
    }
  }

  function addCandidate(index: number): void {
    const query = compiled[index] as Compiled;
    if (query.stamp === stamp) return;
    query.stamp = stamp;
    candidates[candidateCount++] = index;
  }

  function touch(doc: Doc, token: number, entry: WordEntry | HeadEntry): void {
    touchedTokens[touchedCount] = token;
    touchedEntries[touchedCount] = entry;
    touchedCount += 1;
    if (entry.leaves.length > 0) tryLeaves(doc, token, entry.leaves);
  }

  function match(doc: Doc, facts: Facts): readonly Matches[] {
    stamp++;
    candidateCount = 0;
    touchedCount = 0;
    const { count, hash, length, start, chars } = doc;
    for (let token = 0; token < count; token++) {
      const wordHash = hash[token]!;
      if (mayHave(wordBits, wordHash)) {
        const entry = byWord.get(wordHash);
        if (entry) touch(doc, token, entry);
      }
      if (usesHeads && length[token]! >= headUnits) {
        const begin = start[token]!;
        const head = headKey(chars[begin]!, chars[begin + 1]!, chars[begin + 2]!);
        if (mayHave(headBits, head)) {
          const entry = byHead.get(head);
          if (entry) touch(doc, token, entry);
        }
      }
      if (usesShortHeads) touch(doc, token, shortHeads);
    }
    for (const index of always) addCandidate(index);
    if (candidateCount === 0) return noneAtAll;
    finder.fieldEnd = doc.titleCount;
    finder.facts = facts;
    sortFew(candidates, candidateCount);
    const found: Matches[] = [];
    let from = 0;
    for (let list = 0; list < lists.length; list++) {
      const until = endOfList(list, from);
      found.push(from === until ? noMatches : matchesAmong(doc, from, until));
      from = until;
    }
    return found;
  }

  function endOfList(list: number, from: number): number {
    let end = from;
    while (end < candidateCount && compiled[candidates[end]!]!.list === list) end++;
    return end;
  }

  function matchesAmong(doc: Doc, from: number, until: number): Matches {
    let first: Compiled | undefined;
    let matched: Compiled[] | undefined;
    let excluded: readonly string[] = nothing;
    for (let at = from; at < until; at++) {
      const one = compiled[candidates[at]!]!;
      const { include, exclude } = one.query;
      if (!one.isPlain && !holds(include, finder, options)) continue;
      if (exclude !== null && holds(exclude, finder, options)) excluded = [...excluded, one.id];
      else if (!first) first = one;
      else if (matched) matched.push(one);
      else matched = [first, one];
    }
    if (!first) return excluded.length === 0 ? noMatches : { matched: nothing, excluded };
    if (!matched) return excluded.length === 0 ? first.alone : { matched: first.alone.matched, excluded };
    measureStrengths(doc, matched);
    sortByStrength(matched);
    return { matched: matched.map(idOf), excluded };
  }

  /** How many words of the post are words of the query. */
  function measureStrengths(doc: Doc, matched: readonly Compiled[]): void {
    for (const one of matched) {
      one.strength = 0;
      one.countedToken = -1;
    }
    for (let k = 0; k < touchedCount; k++) {
      const token = touchedTokens[k]!;
      const entry = touchedEntries[k]!;
      if ('owners' in entry) count(entry.owners, token);
      else for (const { folded, owners } of entry.heads) if (beginsWith(doc, token, folded)) count(owners, token);
    }
  }

  function count(owners: readonly number[], token: number): void {
    for (const index of owners) {
      const one = compiled[index]!;
      if (one.countedToken === token) continue;
      one.countedToken = token;
      one.strength += 1;
    }
  }

  function explain(doc: Doc, facts: Facts, list: number, id: string): Explanation {
    const named = compiled.find((query) => query.list === list && query.id === id);
    if (!named) return { outcome: 'none', matched: [], excluded: [] };
    return explainQuery(doc, facts, named.query, options);
  }

  function stretchesOf(doc: Doc, list: number, id: string): Spans {
    stretches.count = 0;
    for (const one of compiled)
      if (one.list === list && one.id === id) {
        if (one.isPlain) addPlain(doc, one.place);
        else addStretches(doc, one.query.include);
        break;
      }
    return stretches;
  }

  /** Whatever word of a plain query stands in the post is one that made it hold. */
  function addPlain(doc: Doc, query: number): void {
    for (let k = 0; k < touchedCount; k++) {
      const token = touchedTokens[k]!;
      for (const { words, queries } of touchedEntries[k]!.leaves)
        if (queries.includes(query) && wordsMatchAt(doc, token, words))
          addSpan(stretches, token, token + words.terms.length);
    }
  }

  function addStretches(doc: Doc, node: Node): void {
    if (!holds(node, finder, options)) return;
    if (node.kind === 'words') addPlaces(doc, leafOf.get(node) as Leaf);
    else if (node.kind === 'and' || node.kind === 'or') for (const part of node.parts) addStretches(doc, part);
    else addAll(spansOf(node, finder));
  }

  /** Of a word that was found: where it stands was noted only for those that NEAR asks for. */
  function addPlaces(doc: Doc, leaf: Leaf): void {
    if (leaf.wantsSpans) {
      addAll(leaf.spans);
      return;
    }
    const most = stretches.count + queryLimits.nearPlaces;
    for (let k = 0; k < touchedCount && stretches.count < most; k++) {
      const token = touchedTokens[k]!;
      if (touchedEntries[k]!.leaves.includes(leaf) && wordsMatchAt(doc, token, leaf.words))
        addSpan(stretches, token, token + leaf.words.terms.length);
    }
  }

  function addAll(spans: Spans): void {
    for (let k = 0; k < spans.count; k++) addSpan(stretches, spans.from[k]!, spans.to[k]!);
  }

  return { match, explain, stretchesOf };
}

/** The first `count` numbers: few, and nearly in order. */
function sortFew(numbers: number[], count: number): void {
  for (let at = 1; at < count; at++) {
    const one = numbers[at]!;
    let to = at;
    for (; to > 0 && numbers[to - 1]! > one; to--) numbers[to] = numbers[to - 1]!;
    numbers[to] = one;
  }
}

/** Strongest first; equals stay in their order. Two or three, mostly: a sort of the machine's own costs ten times as much. */
function sortByStrength(queries: Compiled[]): void {
  for (let at = 1; at < queries.length; at++) {
    const one = queries[at]!;
    let to = at;
    for (; to > 0 && queries[to - 1]!.strength < one.strength; to--) queries[to] = queries[to - 1]!;
    queries[to] = one;
  }
}
const idOf = ({ id }: Compiled) => id;

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
