import { describe, expect, it } from 'vitest';
import { normalize, tokenKinds } from '../../../../server/pipeline/normalize.ts';
import { emoji, emojiLexicon, social, socialLexicon } from '../../../../server/pipeline/words/socialLexicon.ts';
import { stopWords } from '../../../../server/pipeline/words/stopWords.ts';
import { commaed, foldEntry, spaced, valuedEntries } from '../../../../server/pipeline/words/valuedEntries.ts';

const repeated = (entries: readonly string[]) => entries.filter((entry, index) => entries.indexOf(entry) !== index);

const isWrong = ([entry, value]: [string, number]) =>
  foldEntry(entry) !== entry || !Number.isInteger(value) || Math.abs(value) > 5;

describe('socialLexicon', () => {
  it.each([
    ['can’t wait', 3],
    ['slay', 4],
    ['mid', -2],
    ['game-changer', 4],
    ['waste of time', -3],
    ['laggy', -2],
    ['sick', 0],
  ])('values "%s" with %d', (entry, value) => {
    expect(socialLexicon().get(foldEntry(entry))).toBe(value);
  });

  it('is folded as tokens are, within -5..5, and lists nothing twice', () => {
    expect([...socialLexicon()].filter(isWrong)).toEqual([]);
    expect(repeated([...valuedEntries(social, commaed)].map(([entry]) => foldEntry(entry)))).toEqual([]);
    expect(socialLexicon().size).toBeGreaterThan(600);
  });

  it('gives no stop word a value', () => {
    expect((stopWords.en ?? '').split(/\s+/).filter((word) => socialLexicon().get(foldEntry(word)))).toEqual([]);
  });
});

describe('emojiLexicon', () => {
  it.each([
    ['😍', 4],
    ['❤️', 4],
    ['👍🏽', 3],
    ['🤮', -3],
    ['👎', -2],
    ['🇫🇷', 0],
  ])('values %s with %d', (written, value) => {
    expect(emojiLexicon().get(foldEntry(written))).toBe(value);
  });

  it('holds three hundred emoji, one token each, none twice', () => {
    expect(emojiLexicon().size).toBeGreaterThan(300);
    for (const [entry, value] of emojiLexicon()) {
      const doc = normalize(entry);
      expect([doc.count, doc.kinds[0], foldEntry(entry)], entry).toEqual([1, tokenKinds.emoji, entry]);
      expect(Math.abs(value)).toBeLessThanOrEqual(5);
    }
    expect(repeated([...valuedEntries(emoji, spaced)].map(([codes]) => codes))).toEqual([]);
  });
});
