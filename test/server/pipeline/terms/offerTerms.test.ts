import { describe, expect, it } from 'vitest';
import { normalize } from '../../../../server/pipeline/normalize.ts';
import { apartWords } from '../../../../server/pipeline/terms/apartWords.ts';
import { mostTerms, offerTerms } from '../../../../server/pipeline/terms/offerTerms.ts';

function termsOf(text: string, { lang = 'en', apart = [] as string[], title = '' } = {}): string[] {
  const doc = normalize(text, title);
  const { count, token, words } = offerTerms(doc, lang, apartWords(apart));
  const field = (first: number) => (first < doc.titleCount ? doc.title : doc.text);
  return Array.from({ length: count }, (_, k) => {
    const first = token[k]!;
    return field(first).slice(doc.from[first], doc.to[first + words[k]! - 1]);
  });
}

describe('offerTerms', () => {
  it('offers words of content and pairs of neighbours', () => {
    expect(termsOf('The pump broke after two weeks')).toEqual([
      'pump',
      'broke',
      'pump broke',
      'two',
      'weeks',
      'two weeks',
    ]);
  });

  it('offers no stop words, handles, links, numbers alone or cashtags', () => {
    expect(termsOf('@ann and I paid 45 for it, see https://shop.example/pump $AAPL')).toEqual([
      'paid',
      'paid 45',
      'see',
    ]);
  });

  it('reads French by its own stop words', () => {
    expect(termsOf('La pompe fuit dans mon sac', { lang: 'fr' })).toEqual(['pompe', 'fuit', 'pompe fuit', 'sac']);
  });

  it('offers no adjective that stands beside anything', () => {
    expect(termsOf('Le nouveau flacon, les premières pompes', { lang: 'fr' })).toEqual(['flacon', 'pompes']);
    expect(termsOf('Die neue Pumpe', { lang: 'de' })).toEqual(['Pumpe']);
  });

  it('sets the words of the brand apart, but for a model with its number', () => {
    expect(termsOf('Lumen serum or Lumens 2?', { apart: ['lumen*'] })).toEqual(['serum', 'Lumens 2']);
  });

  it('takes a hashtag and its word for one term, and makes no pairs of hashtags', () => {
    expect(termsOf('Endgame again #endgame #trailer')).toEqual(['Endgame', '#trailer']);
  });

  it('joins nothing over punctuation, between title and text, or inside an address', () => {
    expect(termsOf('leaks, badly. daily-news', { title: 'Pump' })).toEqual(['Pump', 'leaks', 'badly', 'daily', 'news']);
  });

  it('offers each term once, and of a long text only so many', () => {
    expect(termsOf('pump pump pump')).toEqual(['pump', 'pump pump']);
    expect(termsOf(Array.from({ length: 200 }, (_, k) => `word${k}`).join(' '))).toHaveLength(mostTerms);
  });
});
