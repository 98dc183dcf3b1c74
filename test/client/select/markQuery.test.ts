import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markQuery, queryTerms } from '../../../client/select/markQuery.ts';

const marked = (text: string, query: string) =>
  markQuery(text, query)
    .filter(({ isMarked }) => isMarked)
    .map(({ text: piece }) => piece);

it('takes what a query looks for, and nothing that it excludes', () => {
  expect(queryTerms('solenne OR "maison solenne" OR (lumière NEAR/3 (serum, sérum)) NOT "rue solenne"')).toEqual([
    'solenne',
    'maison solenne',
    'lumière',
    'serum',
    'sérum',
  ]);
  expect(queryTerms('balm NOT (rue OR "the street") glow')).toEqual(['balm', 'glow']);
  expect(queryTerms('lang:fr price*')).toEqual(['price*']);
  expect(queryTerms('')).toEqual([]);
});

it('marks words whatever their accents, case and signs, and none within another word', () => {
  expect(marked('Le SÉRUM #Lumiere, pas les serums', 'lumière serum')).toEqual(['SÉRUM', '#Lumiere']);
  expect(marked('pricey, the prices and surprise', 'price*')).toEqual(['pricey', 'prices']);
  expect(marked('sold  out again', '"sold out"')).toEqual(['sold  out']);
  expect(marked('anything', '')).toEqual([]);
  expect(marked('a (b', '"(b"')).toEqual(['(b']);
});

it('cuts a text into pieces that join to it again, whatever the query (seed 1)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
      expect(
        markQuery(text, query)
          .map(({ text: piece }) => piece)
          .join(''),
      ).toBe(text);
    }),
    { seed: 1, numRuns: 1_000 },
  );
});
