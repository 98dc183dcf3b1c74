import { describe, expect, it } from 'vitest';
import { matchBrands } from '../../../server/pipeline/matchBrands.ts';
import { normalize } from '../../../server/pipeline/normalize.ts';
import { compileMatcher } from '../../../server/pipeline/query/compileMatcher.ts';
import { parseQuery } from '../../../server/pipeline/query/parseQuery.ts';

function matcherFor(queries: Record<string, string>) {
  return compileMatcher([
    Object.entries(queries).map(([id, text]) => {
      const parsed = parseQuery(text);
      if (!parsed.ok) throw new Error(text);
      return { id, query: parsed.query };
    }),
  ]);
}

const brands = matcherFor({ lumen: 'lumen NOT job', vela: 'vela', everything: 'channel:review' });
const sort = (text: string, lang = '', languages: string[] = [], channel: 'social' | 'review' = 'social') =>
  matchBrands(brands.match(normalize(text), { lang, channel })[0]!, lang, new Set(languages));

describe('matchBrands', () => {
  it('names every brand that matched, equals in the order of the workspace', () => {
    expect(sort('Vela beats #Lumen')).toEqual({ brands: ['lumen', 'vela'], excluded: [], reason: null });
  });

  it('sets aside what names no brand', () => {
    expect(sort('nothing here')).toEqual({ brands: [], excluded: [], reason: 'no-brand' });
  });

  it('sets aside what a NOT excludes, unless another brand matched', () => {
    expect(sort('a job at lumen')).toEqual({ brands: [], excluded: ['lumen'], reason: 'excluded' });
    expect(sort('a job at lumen or vela')).toEqual({ brands: ['vela'], excluded: ['lumen'], reason: null });
  });

  it('sets aside languages that are not watched, but never a language that nobody knows', () => {
    expect(sort('lumen', 'de', ['en', 'fr']).reason).toBe('language');
    expect(sort('lumen', 'fr', ['en', 'fr']).reason).toBeNull();
    expect(sort('lumen', '', ['en']).reason).toBeNull();
    expect(sort('lumen', 'de').reason).toBeNull();
  });

  it('lets conditions alone name a brand', () => {
    expect(sort('no word', '', [], 'review').brands).toEqual(['everything']);
  });

  it('gives answers that the next post does not change', () => {
    const first = sort('lumen');
    sort('vela');
    expect(first.brands).toEqual(['lumen']);
  });
});

describe('themes', () => {
  const themes = matcherFor({ price: 'price, expensive, cher*', skin: 'skin NEAR/5 (rash, burn*)' });
  it('assigns several themes, the one with most words first, or none', () => {
    const of = (text: string) => themes.match(normalize(text), {})[0]!.matched;
    expect(of('too expensive, and my skin is burning')).toEqual(['skin', 'price']);
    expect(of('trop chère')).toEqual(['price']);
    expect(of('fine')).toEqual([]);
  });
});
