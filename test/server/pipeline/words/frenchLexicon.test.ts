import { describe, expect, it } from 'vitest';
import { frenchCues } from '../../../../server/pipeline/words/frenchCues.ts';
import { frenchLexicon, frenchLists, frenchPhrases } from '../../../../server/pipeline/words/frenchLexicon.ts';
import { stopWords } from '../../../../server/pipeline/words/stopWords.ts';
import {
  commaed,
  foldEntry,
  spaced,
  type Valued,
  valuedEntries,
} from '../../../../server/pipeline/words/valuedEntries.ts';

const repeatedIn = (lists: readonly (readonly [Valued, RegExp])[]) => {
  const seen = new Set<string>();
  const repeated: string[] = [];
  for (const [list, separator] of lists)
    for (const [entry] of valuedEntries(list, separator)) {
      const lemma = foldEntry(entry.split(/[|/]/)[0] ?? '');
      if (seen.has(lemma)) repeated.push(lemma);
      seen.add(lemma);
    }
  return repeated;
};

const isWrong = ([entry, value]: [string, number]) =>
  foldEntry(entry) !== entry || !Number.isInteger(value) || Math.abs(value) > 5;

describe('frenchLexicon', () => {
  it('holds thousands of forms and hundreds of phrases', () => {
    expect(frenchLexicon().size).toBeGreaterThan(4000);
    expect(frenchPhrases().size).toBeGreaterThan(200);
  });

  it.each([
    ['génial', 4],
    ['géniales', 4],
    ['déçue', -3],
    ['décevante', -3],
    ['décevoir', -3],
    ['adorée', 4],
    ['arnaques', -3],
    ['kiffe', 3],
    ['relou', -3],
    ['bof', -1],
    ['défectueuse', -3],
    ['dégueulasse', -4],
    ['chef-d’œuvre', 5],
    ['c’est n’importe quoi', -3],
    ['Ras-le-bol', -3],
    ['coup de cœur', 4],
    ['pas terrible', -2],
    ['bien sûr', 0],
  ])('says what "%s" feels like', (entry, value) => {
    const folded = foldEntry(entry);
    expect(frenchPhrases().get(folded) ?? frenchLexicon().get(folded)).toBe(value);
  });

  it('values no form that is above all a neutral word', () => {
    const neutral = `sur sûr plus nuit équipe critique ferme privé tâche pêche restaurant tu console garantie ampoule culotte
      arrière empire souris hair has dure plante porte marche note`;
    expect(neutral.split(/\s+/).filter((word) => frenchLexicon().has(foldEntry(word)))).toEqual([]);
  });

  it('is folded as tokens are and stays within -5..5', () => {
    const wrong = [...frenchLexicon(), ...frenchPhrases()].filter(isWrong);
    expect(wrong).toEqual([]);
    expect([...frenchLexicon().keys()].filter((word) => word.includes(' '))).toEqual([]);
    expect([...frenchPhrases().keys()].filter((phrase) => !phrase.includes(' '))).toEqual([]);
  });

  it('lists no lemma twice in a class', () => {
    const { words, adjectives, nouns, verbs, phrases } = frenchLists;
    for (const list of [words, adjectives, nouns, verbs]) expect(repeatedIn([[list, spaced]])).toEqual([]);
    expect(repeatedIn([[phrases, commaed]])).toEqual([]);
  });

  it('gives no stop word a value but those that praise', () => {
    const valued = (stopWords.fr ?? '').split(/\s+/).filter((word) => frenchLexicon().has(foldEntry(word)));
    expect(valued).toEqual(['bien', 'merci']);
  });

  it('lists cues that are words', () => {
    for (const list of Object.values(frenchCues))
      for (const entry of list.split(',')) expect(foldEntry(entry), list).not.toBe('');
  });
});
