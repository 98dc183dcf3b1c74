import { describe, expect, it } from 'vitest';
import {
  createDoc,
  type Doc,
  gaps,
  normalize,
  tokenFlags,
  tokenKinds,
  wordAt,
  writtenAt,
} from '../../../server/pipeline/normalize.ts';

const tokens = (doc: Doc) => Array.from({ length: doc.count }, (_, token) => token);
const wordsOf = (text: string) => tokens(normalize(text)).map((token) => wordAt(normalize(text), token));

describe('normalize', () => {
  it('folds case, accents and ligatures, and cuts at apostrophes but in negations', () => {
    expect(wordsOf('L’Œuvre, Séphora’s ÎLE: I DON’T')).toEqual(['l', 'oeuvre', 'sephora', 's', 'ile', 'i', "don't"]);
  });

  it('knows links, numbers, emoji and single characters of unspaced scripts as kinds of their own', () => {
    const doc = normalize('see http://a.example/B?c. 3.5 👩🏽‍💻🇫🇷 発売');
    expect(tokens(doc).map((token) => doc.kinds[token])).toEqual([
      tokenKinds.word,
      tokenKinds.url,
      tokenKinds.number,
      tokenKinds.emoji,
      tokenKinds.emoji,
      tokenKinds.ideograph,
      tokenKinds.ideograph,
    ]);
    expect(tokens(doc).map((token) => writtenAt(doc, token))).toEqual([
      'see',
      'http://a.example/B?c',
      '3.5',
      '👩🏽‍💻',
      '🇫🇷',
      '発',
      '売',
    ]);
  });

  it('keeps the sigil apart from the word and within its place in the text', () => {
    const doc = normalize('#Glow @Lumen.bsky.social $LUM bob@lumen.example');
    const { hashtag, mention, cashtag, anySigil } = tokenFlags;
    expect(tokens(doc).map((token) => [wordAt(doc, token), doc.flags[token]! & anySigil])).toEqual([
      ['glow', hashtag],
      ['lumen', mention],
      ['lum', cashtag],
      ['bob', 0],
      ['lumen', 0],
      ['example', 0],
    ]);
    expect(writtenAt(doc, 1)).toBe('@Lumen.bsky.social');
  });

  it('says how strongly two tokens are cut apart', () => {
    const doc = normalize('good, really good. Bad l’eau');
    expect(tokens(doc).map((token) => doc.gaps[token])).toEqual([
      gaps.sentence,
      gaps.clause,
      gaps.space,
      gaps.sentence,
      gaps.space,
      gaps.none,
    ]);
  });

  it('marks capitals', () => {
    const doc = normalize('NEVER Again ok É');
    const { capital, allCaps } = tokenFlags;
    expect(tokens(doc).map((token) => doc.flags[token])).toEqual([capital | allCaps, capital, 0, capital]);
  });

  it('puts the tokens of the title first and starts a sentence after it', () => {
    const doc = normalize('the text', 'A title');
    expect([doc.titleCount, doc.count, writtenAt(doc, 0), writtenAt(doc, 2)]).toEqual([2, 4, 'A', 'the']);
    expect(doc.gaps[2]).toBe(gaps.sentence);
  });

  it('gives the same answer from a document that was used before', () => {
    const used = normalize('x '.repeat(2_000), 'y'.repeat(500));
    const again = normalize('short text', '', used);
    const fresh = normalize('short text', '', createDoc());
    expect(tokens(again).map((token) => [wordAt(again, token), again.hash[token], again.from[token]])).toEqual(
      tokens(fresh).map((token) => [wordAt(fresh, token), fresh.hash[token], fresh.from[token]]),
    );
  });

  it('survives hostile texts', () => {
    for (const text of [
      '',
      '\ud800\udfff'.split('').reverse().join(''),
      '\0\u202e',
      `a${'\u0301'.repeat(99_999)}`,
      '#@$#@$',
      "''",
    ])
      expect(normalize(text).count).toBeLessThanOrEqual(1);
    expect(wordAt(normalize('x'.repeat(100_000)), 0)).toHaveLength(100_000);
  });
});
