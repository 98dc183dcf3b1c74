import { describe, expect, it } from 'vitest';
import { beautyLexicon, beautyLists } from '../../../../server/pipeline/words/beautyLexicon.ts';
import { stopWords } from '../../../../server/pipeline/words/stopWords.ts';
import { commaed, foldEntry, valuedEntries } from '../../../../server/pipeline/words/valuedEntries.ts';

const languages = ['en', 'fr'] as const;

const isWrong = ([entry, value]: [string, number]) =>
  foldEntry(entry) !== entry || !Number.isInteger(value) || Math.abs(value) > 5;

describe('beautyLexicon', () => {
  it.each([
    ['en', 'holy grail', 4],
    ['en', 'cakey', -3],
    ['en', 'broke me out', -3],
    ['en', 'will not repurchase', -3],
    ['en', 'doesn’t crease', 3],
    ['en', 'killer', 0],
    ['fr', 'peau douce', 3],
    ['fr', 'ne tient pas', -3],
    ['fr', 'pâteuse', -2],
    ['fr', 'je ne recommande pas', -3],
    ['fr', 'anti-rides', 0],
  ] as const)('in %s values "%s" with %d', (language, entry, value) => {
    expect(beautyLexicon(language).get(foldEntry(entry))).toBe(value);
  });

  it.each(languages)('is folded in %s, within -5..5, and lists nothing twice', (language) => {
    const lexicon = beautyLexicon(language);
    expect([...lexicon].filter(isWrong)).toEqual([]);
    const repeated = new Map<string, number>();
    for (const [entry] of valuedEntries(beautyLists[language], commaed))
      repeated.set(foldEntry(entry), (repeated.get(foldEntry(entry)) ?? 0) + 1);
    expect([...repeated].filter(([, times]) => times > 1)).toEqual([]);
    expect(lexicon.size).toBeGreaterThan(500);
  });

  it.each(languages)('gives no stop word of %s a value', (language) => {
    const valued = (stopWords[language] ?? '')
      .split(/\s+/)
      .filter((word) => beautyLexicon(language).get(foldEntry(word)));
    expect(valued).toEqual([]);
  });
});
