import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Doc, normalize, wordAt, writtenAt } from '../../../../server/pipeline/normalize.ts';
import type { Node, Query, Words } from '../../../../server/pipeline/query/ast.ts';
import { compileMatcher } from '../../../../server/pipeline/query/compileMatcher.ts';
import { compileSearch } from '../../../../server/pipeline/query/compileSearch.ts';
import type { Explanation } from '../../../../server/pipeline/query/explainQuery.ts';
import { parseQuery } from '../../../../server/pipeline/query/parseQuery.ts';
import { createPrefilter } from '../../../../server/pipeline/query/prefilter.ts';
import type { Spans } from '../../../../server/pipeline/query/spans.ts';
import { positiveWords } from '../../../../server/pipeline/query/triggers.ts';
import { searchableText } from '../../../../server/pipeline/searchableText.ts';
import { Sqlite } from '../../../../server/store/sqliteBinding.ts';

const tokensIn = ({ count, from, to }: Spans) =>
  Array.from({ length: 40 }, (_, token) => token).filter((token) =>
    from.slice(0, count).some((begin, k) => begin <= token && token < to[k]!),
  );

/** The tokens that an explanation marks in the text. */
const tokensUnder = (doc: Doc, { matched }: Explanation) =>
  Array.from({ length: doc.count }, (_, token) => token).filter((token) =>
    matched.some(
      ({ field, from, to }) =>
        (field === 'title') === token < doc.titleCount && from <= doc.from[token]! && doc.to[token]! <= to,
    ),
  );

const seed = 20261122;
const runs = (numRuns: number) => ({ seed, numRuns });

/** A query as a tree of strings: written out with brackets everywhere, and judged by the slow reading below. */
type Tree =
  | { kind: 'word'; word: string; prefix: boolean }
  | { kind: 'phrase'; words: string[] }
  | { kind: 'title'; word: string }
  | { kind: 'lang'; lang: string }
  | { kind: 'and' | 'or'; parts: Tree[] }
  | { kind: 'not'; part: Tree }
  | { kind: 'near'; distance: number; left: Tree; right: Tree };

const alphabet = ['lumen', 'glow', 'glowing', 'serum', 'rash', 'sk'];
const word = fc.constantFrom(...alphabet);
const wordTree = fc.record({ kind: fc.constant('word' as const), word, prefix: fc.boolean() });
const phraseTree = fc.record({
  kind: fc.constant('phrase' as const),
  words: fc.array(word, { minLength: 2, maxLength: 3 }),
});
const nearTree = fc.record({
  kind: fc.constant('near' as const),
  distance: fc.integer({ min: 1, max: 4 }),
  left: fc.oneof(wordTree, phraseTree),
  right: fc.oneof(wordTree, phraseTree),
});
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    wordTree,
    phraseTree,
    nearTree,
    fc.record({ kind: fc.constant('title' as const), word }),
    fc.record({ kind: fc.constant('lang' as const), lang: fc.constantFrom('en', 'fr') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('tree') }),
  ),
}));

function write(node: Tree): string {
  switch (node.kind) {
    case 'word':
      return node.prefix ? `${node.word}*` : node.word;
    case 'phrase':
      return `"${node.words.join(' ')}"`;
    case 'title':
      return `title:${node.word}`;
    case 'lang':
      return `lang:${node.lang}`;
    case 'and':
      return `(${node.parts.map(write).join(' ')})`;
    case 'or':
      return `(${node.parts.map(write).join(' OR ')})`;
    case 'not':
      return `(NOT ${write(node.part)})`;
    case 'near':
      return `(${write(node.left)} NEAR/${node.distance} ${write(node.right)})`;
  }
}

type Fields = { title: string[]; text: string[]; lang: string };

/** The slow reading: no tokens, no hashes, no shared leaves, no prefilter. */
function says(node: Tree, fields: Fields): boolean {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return [fields.title, fields.text].some((words) => places(node, words).length > 0);
    case 'title':
      return fields.title.includes(node.word);
    case 'lang':
      return fields.lang === node.lang;
    case 'and':
      return node.parts.every((part) => says(part, fields));
    case 'or':
      return node.parts.some((part) => says(part, fields));
    case 'not':
      return !says(node.part, fields);
    case 'near':
      return [fields.title, fields.text].some((words) => {
        const { left, right } = node as { left: Leaf; right: Leaf };
        return places(left, words).some((a) =>
          places(right, words).some(
            (b) => (b[0] >= a[1] && b[0] - a[1] < node.distance) || (a[0] >= b[1] && a[0] - b[1] < node.distance),
          ),
        );
      });
  }
}

type Leaf = Tree & { kind: 'word' | 'phrase' };

function places(leaf: Leaf, words: string[]): [number, number][] {
  const wanted = leaf.kind === 'word' ? [leaf.word] : leaf.words;
  const fits = (asked: string, at: number) =>
    leaf.kind === 'word' && leaf.prefix ? words[at]?.startsWith(asked) === true : words[at] === asked;
  return words.flatMap((_, at) =>
    wanted.every((asked, k) => fits(asked, at + k)) ? [[at, at + wanted.length]] : [],
  ) as [number, number][];
}

/** How many words of the post are words of the query, those under a NOT aside. */
function strengthOf(query: Query, fields: { title: string[]; text: string[] }): number {
  const terms = positiveWords(query.include).flatMap((one) => one.terms);
  return [...fields.title, ...fields.text].filter((one) =>
    terms.some(({ folded, prefix }) => (prefix ? one.startsWith(folded) : one === folded)),
  ).length;
}

const words = fc.array(fc.constantFrom(...alphabet, 'and', 'the'), { maxLength: 9 });
const post = fc.record({ title: words, text: words, lang: fc.constantFrom('en', 'fr', 'de') });

describe(`the query language (seed ${seed})`, () => {
  it('agrees with a slow reading of the same query, alone and among others', () => {
    fc.assert(
      fc.property(
        fc.array(tree, { minLength: 1, maxLength: 4 }),
        fc.array(post, { minLength: 1, maxLength: 6 }),
        (trees, posts) => {
          const queries: { id: string; query: Query; tree: Tree }[] = [];
          trees.forEach((one, index) => {
            const parsed = parseQuery(write(one));
            if (parsed.ok) queries.push({ id: `q${index}`, query: parsed.query, tree: one });
            else expect(parsed.faults.map((fault) => fault.code)).toEqual(['only-not']);
          });
          const matcher = compileMatcher([queries]);
          const couldMatch = createPrefilter(queries.map(({ query }) => query));
          for (const fields of posts) {
            const expected = queries
              .filter((query) => says(query.tree, fields))
              .sort((a, b) => strengthOf(b.query, fields) - strengthOf(a.query, fields))
              .map((query) => query.id);
            const [title, text] = [fields.title.join(' '), fields.text.join(' ')];
            const doc = normalize(text, title);
            expect([...matcher.match(doc, { lang: fields.lang })[0]!.matched]).toEqual(expected);
            for (const { id } of queries) {
              const places = expected.includes(id) ? tokensIn(matcher.stretchesOf(doc, 0, id)) : [];
              const explained = matcher.explain(doc, { lang: fields.lang }, 0, id);
              expect(explained.outcome === 'matched').toBe(expected.includes(id));
              if (expected.includes(id)) expect(places).toEqual(tokensUnder(doc, explained));
            }
            if (expected.length > 0) expect(couldMatch(text, title)).toBe(true);
          }
        },
      ),
      runs(3_000),
    );
  });

  it('reads what it wrote: a parsed query printed and parsed again is the same query', () => {
    fc.assert(
      fc.property(tree, (one) => {
        const parsed = parseQuery(write(one));
        if (!parsed.ok) return;
        const again = parseQuery(print(parsed.query));
        expect(again.ok && again.query).toEqual(parsed.query);
      }),
      runs(5_000),
    );
  });

  it('never crashes on any text, and places every fault inside it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'AND',
        'OR',
        'NOT',
        'NEAR/3',
        '(',
        ')',
        '"',
        '«',
        ',',
        '\n',
        '*',
        'lang:',
        'exact:',
        'title:',
        'x:',
        '-',
        '#',
        ' ',
      ),
      word,
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const text = fc
      .array(piece, { maxLength: 24 })
      .chain((pieces) => fc.constantFrom(pieces.join(' '), pieces.join('')));
    fc.assert(
      fc.property(text, (query) => {
        const parsed = parseQuery(query);
        if (!parsed.ok) expect(parsed.faults.length).toBeGreaterThan(0);
        for (const one of parsed.ok ? parsed.warnings : parsed.faults) {
          expect(one.position).toBeGreaterThanOrEqual(0);
          expect(one.position + one.length).toBeLessThanOrEqual(query.length);
        }
        if (parsed.ok) compileMatcher([[{ id: 'q', query: parsed.query }]]).match(normalize(query), {});
      }),
      runs(10_000),
    );
  });

  it('finds every word of any text, under the prefilter and through the full-text index too', () => {
    const db = new Sqlite(':memory:');
    db.exec(
      "CREATE VIRTUAL TABLE search USING fts5(title, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')",
    );
    const fill = db.prepare('INSERT OR REPLACE INTO search(rowid, title, text) VALUES (1, ?, ?)');
    const find = db.prepare('SELECT count(*) FROM search WHERE search MATCH ?').pluck();
    const unit = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'é',
          'œ',
          'ß',
          'İ',
          'ſ',
          'ø',
          "n't",
          '’s',
          '発',
          'ー',
          '한',
          'ไ',
          '😍',
          '👍🏽',
          '\u0301',
          '\u200b',
        ),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom('#', '@', '$', '.', '_', '-', ' ', 'a', 'Bc', '7', 'http://a.b/c', 'क्ष', 'و', 'Ж'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    );
    const texts = fc.array(unit, { minLength: 1, maxLength: 12 }).map((units) => units.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(3), (text, pick, more) => {
        const doc = normalize(text);
        if (doc.count === 0) return;
        const first = pick % doc.count;
        const last = Math.min(doc.count - 1, first + more);
        const phrase = text.slice(doc.from[first], doc.to[last]);
        if (/["*\u201c-\u201f«»\uff02]/.test(phrase)) return;
        for (const query of [`"${phrase}"`, `"${phrase}*"`]) {
          const compiled = compileSearch(query);
          if (!compiled.ok) throw new Error(`${JSON.stringify(query)}: ${JSON.stringify(compiled.faults)}`);
          const { matches, narrowing } = compiled.search;
          expect(matches({ id: '1', source: 'api', channel: 'social', at: 0, text })).toBe(true);
          if (narrowing === null) continue;
          fill.run('', searchableText(text));
          expect(find.get(narrowing)).toBe(1);
        }
      }),
      runs(6_000),
    );
    db.close();
  });

  it('stays quick and shallow on hostile queries and texts', () => {
    const hostile = [
      '('.repeat(20_000),
      'NOT '.repeat(5_000),
      'title:'.repeat(3_300),
      `${'a '.repeat(9_000)}`,
      `${'a NEAR/100 '.repeat(1_500)}a`,
      '"'.repeat(19_999),
      `${'@a.'.repeat(6_000)}`,
      `${'a-'.repeat(9_000)}*`,
      'AND '.repeat(5_000),
    ];
    const texts = [
      'a '.repeat(5_000),
      'a'.repeat(100_000),
      `a${'\u0336'.repeat(50_000)}`,
      '\ud800'.repeat(9_000),
      '\0\u202e'.repeat(5_000),
    ];
    for (const query of hostile) {
      const parsed = parseQuery(query);
      if (!parsed.ok) {
        expect(parsed.faults.length).toBeLessThanOrEqual(20);
        continue;
      }
      const matcher = compileMatcher([[{ id: 'q', query: parsed.query }]]);
      for (const text of texts) {
        matcher.match(normalize(text), {});
        createPrefilter([parsed.query])(text);
      }
    }
  });

  it('keeps every token inside its text, in order and spelled from it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }), (title, text) => {
        const doc = normalize(text, title);
        let end = 0;
        for (let token = 0; token < doc.count; token++) {
          const field = token < doc.titleCount ? title : text;
          if (token === doc.titleCount) end = 0;
          expect(doc.from[token]).toBeGreaterThanOrEqual(end);
          end = doc.to[token]!;
          expect(end).toBeLessThanOrEqual(field.length);
          expect(writtenAt(doc, token)).not.toBe('');
          const alone = normalize(writtenAt(doc, token));
          expect(wordAt(alone, 0)).toBe(wordAt(doc, token));
        }
      }),
      runs(5_000),
    );
  });
});

function print(query: Query): string {
  const include = printNode(query.include);
  if (!query.exclude) return include;
  const excluded = query.exclude.kind === 'or' ? query.exclude.parts : [query.exclude];
  return `(${include}) ${excluded.map((part) => `NOT ${printNode(part)}`).join(' ')}`;
}

function printNode(node: Node): string {
  switch (node.kind) {
    case 'words':
      return printWords(node);
    case 'condition':
      return `${node.field}:${node.value}`;
    case 'and':
      return `(${node.parts.map(printNode).join(' AND ')})`;
    case 'or':
      return `(${node.parts.map(printNode).join(', ')})`;
    case 'not':
      return `(NOT ${printNode(node.part)})`;
    case 'near':
      return `(${printNode(node.left)} NEAR/${node.distance} ${printNode(node.right)})`;
  }
}

function printWords(words: Words): string {
  const spelled = words.terms.map((term) => `${term.written}${term.prefix ? '*' : ''}`).join(' ');
  return `${words.title ? 'title:' : ''}"${spelled}"`;
}
