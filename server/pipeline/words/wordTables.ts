import type { HashBits } from '../hashBits.ts';
import { type Cue, cueNames } from './cues.ts';
import { stopWords } from './stopWords.ts';

export const languages: readonly string[] = Object.keys(stopWords);
export const cueBit = Object.fromEntries(cueNames.map((name, index) => [name, 1 << index])) as Record<Cue, number>;

/** Words with a value, each language's apart: "sale" is dirty in French, "fin" no fish. */
export const lexiconLanguages = ['en', 'fr'] as const;
export type LexiconLanguage = (typeof lexiconLanguages)[number];

/** Every listed word in tables that need no further work: `buildWordTables` makes them of the lists. */
export type WordTables = {
  /** By a word's number; 0 is no word. */
  spellings: readonly string[];
  /**
   * What is known of a word, by its number, `recordNumbers` side by side, so that one line of the processor's cache holds all of
   * it: its hash, its cues, its values (the lowest byte English, the next French) and whether it begins a phrase, its votes.
   */
  records: Int32Array;
  /**
   * Open addressing over the hashes that tokens carry, at most half full. A slot holds the word's number and the upper bits of
   * its hash: a word that nobody knows is told from the one in its place without a look at that one's record.
   */
  slots: Int32Array;
  /** Open addressing: a pair of words beside the place of the first phrase that begins with it. */
  pairSlots: Int32Array;
  /**
   * Phrases one after another, those that share their first two words together, the longest first: how many words, cues,
   * values, whether it covers, and the words from the third on. A length of 0 ends the phrases of a pair.
   */
  phraseData: Int32Array;
  /** Most pairs begin no phrase: a bit says so for a third of what the table costs. */
  pairBits: HashBits;
};

export const recordNumbers = 4;
export const phraseNumbers = 4;
export const beginsPhrase = 1 << 16;
/** Words' numbers, where they share an integer with something else. */
export const numberBits = 15;
export const numberMask = (1 << numberBits) - 1;

export const packValues = (english: number, french: number) => (english & 255) | ((french & 255) << 8);
export const englishOf = (packed: number) => (packed << 24) >> 24;
export const frenchOf = (packed: number) => (packed << 16) >> 24;

/** Spread over all bits, each pair another: the commonest words have the lowest numbers. */
export const pairOf = (first: number, second: number) => Math.imul((first << numberBits) | second, 0x9e3779b1);
/** Where a hash is looked for first in a table whose size is a power of two. */
export const placeOf = (hash: number, size: number) => (hash ^ (hash >>> 15)) & (size - 1);
