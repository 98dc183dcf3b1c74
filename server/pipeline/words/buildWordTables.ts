import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createHashBits } from '../hashBits.ts';
import { createDoc, hashOf, normalize, wordAt } from '../normalize.ts';
import { beautyLexicon } from './beautyLexicon.ts';
import { cueNames, cueWords } from './cues.ts';
import { frenchLexicon, frenchPhrases } from './frenchLexicon.ts';
import { serviceLexicon } from './serviceLexicon.ts';
import { emojiLexicon, socialLexicon } from './socialLexicon.ts';
import { commonEnglish, stopWords } from './stopWords.ts';
import {
  beginsPhrase,
  cueBit,
  languages,
  numberBits,
  numberMask,
  packValues,
  pairOf,
  placeOf,
  recordNumbers,
  type WordTables,
} from './wordTables.ts';

/** `covers`: its words say nothing of their own here, though the whole may be worth 0 too. */
type Phrase = { words: readonly number[]; cues: number; values: [en: number, fr: number]; covers: boolean };

/** The lists of each cue, in this order. */
const cueLanguages = ['en', 'fr'];

/** Words, numbered as they are first heard of, and what the lists say of each. */
function createListing() {
  const spellings: string[] = [''];
  const ids = new Map<string, number>();
  const cuesOf: number[] = [0];
  const lexiconValues: [number[], number[]] = [[0], [0]];
  const languagesOf: number[] = [0];
  const hintsOf: number[] = [0];
  const phrasesOf: (Phrase[] | undefined)[] = [undefined];
  const scratch = createDoc();

  function idOf(folded: string): number {
    let id = ids.get(folded);
    if (id === undefined) {
      id = spellings.length;
      ids.set(folded, id);
      spellings.push(folded);
      for (const list of [cuesOf, ...lexiconValues, languagesOf, hintsOf]) list.push(0);
      phrasesOf.push(undefined);
    }
    return id;
  }

  /** Words and phrases are cut by the posts' own tokenisation: what is listed is what is found. */
  function wordsOf(entry: string): number[] {
    const doc = normalize(entry, '', scratch);
    return Array.from({ length: doc.count }, (_, token) => idOf(wordAt(doc, token)));
  }

  function phraseOf(words: readonly number[]): Phrase {
    const known = phrasesOf[words[0]!]?.find((phrase) => phrase.words.join() === words.join());
    if (known) return known;
    const phrase: Phrase = { words, cues: 0, values: [0, 0], covers: false };
    phrasesOf[words[0]!] = [...(phrasesOf[words[0]!] ?? []), phrase];
    return phrase;
  }

  return {
    spellings,
    cuesOf,
    lexiconValues,
    languagesOf,
    hintsOf,
    phrasesOf,
    idOf,
    wordsOf,
    addCue(words: readonly number[], cue: number): void {
      const [first] = words;
      if (first === undefined) return;
      if (words.length === 1) cuesOf[first] = cuesOf[first]! | cue;
      else phraseOf(words).cues |= cue;
    },
    /** A value replaces an earlier one of the same language. */
    addValue(words: readonly number[], value: number, language: 0 | 1): void {
      const [first] = words;
      if (first === undefined) return;
      if (words.length === 1) {
        lexiconValues[language][first] = value;
        return;
      }
      const phrase = phraseOf(words);
      phrase.values[language] = value;
      phrase.covers = true;
    },
    hint(words: readonly number[], language: string): void {
      for (const id of words) hintsOf[id] = hintsOf[id]! | (1 << languages.indexOf(language));
    },
  };
}
type Listing = ReturnType<typeof createListing>;

/**
 * English values are AFINN's, as the `sentiment` package brings them (read from its file, never through its global tables, to which
 * it adds emoji when it is loaded and its `extras` option whatever is asked), under our own lists; French ones and those of emoji are our own.
 */
function readLists(): Listing {
  const listing = createListing();
  const { idOf, wordsOf, languagesOf, addCue, addValue, hint } = listing;
  /** Our lists are folded already: their words need not be cut again. */
  const foldedWords = (entry: string) => entry.split(' ').map(idOf);

  languages.forEach((language, index) => {
    for (const word of stopWords[language]!.split(/\s+/)) {
      const id = idOf(word);
      languagesOf[id] = languagesOf[id]! | (1 << index);
    }
  });
  for (const cue of cueNames)
    cueWords[cue].forEach((list, index) => {
      for (const entry of list.split(',')) {
        const words = wordsOf(entry.replaceAll(/\s+/g, ' ').trim());
        addCue(words, cueBit[cue]);
        const language = cueLanguages[index];
        if (language) hint(words, language);
      }
    });
  for (const word of commonEnglish.split(/\s+/)) hint(wordsOf(word), 'en');
  const file = createRequire(import.meta.url).resolve('sentiment/languages/en/labels.json');
  const afinn: Record<string, number> = JSON.parse(readFileSync(file, 'utf8'));
  for (const [entry, value] of Object.entries(afinn)) {
    const words = wordsOf(entry);
    addValue(words, value, 0);
    hint(words, 'en');
  }
  // Later lists correct earlier ones: AFINN takes "cream" and "sick" as everybody did in 2011.
  for (const list of [serviceLexicon(), socialLexicon(), beautyLexicon('en')])
    for (const [entry, value] of list) addValue(foldedWords(entry), value, 0);
  for (const list of [frenchLexicon(), frenchPhrases(), beautyLexicon('fr')])
    for (const [entry, value] of list) addValue(foldedWords(entry), value, 1);
  for (const entry of frenchLexicon().keys()) hint(foldedWords(entry), 'fr');
  for (const language of [0, 1] as const)
    for (const [entry, value] of emojiLexicon()) addValue(foldedWords(entry), value, language);
  return listing;
}

/**
 * What a known word says about the language: four bits for each of `languages`, 2 where it is a stop word, 1 where it is an
 * ordinary word of that language and no stop word of any.
 */
function votesOf(stopOf: number, hintOf: number): number {
  const bits = stopOf || hintOf;
  const vote = stopOf !== 0 ? 2 : 1;
  let packed = 0;
  for (let language = 0; language < languages.length; language++)
    packed |= ((bits >> language) & 1) * (vote << (4 * language));
  return packed;
}

function recordsOf({ spellings, cuesOf, lexiconValues, languagesOf, hintsOf, phrasesOf }: Listing): Int32Array {
  const records = new Int32Array(spellings.length * recordNumbers);
  spellings.forEach((spelling, id) => {
    const at = id * recordNumbers;
    const values = packValues(lexiconValues[0][id]!, lexiconValues[1][id]!);
    records[at] = hashOf(spelling);
    records[at + 1] = cuesOf[id]!;
    records[at + 2] = values | (phrasesOf[id] ? beginsPhrase : 0);
    records[at + 3] = votesOf(languagesOf[id]!, hintsOf[id]!);
  });
  return records;
}

function slotsOf(records: Int32Array, words: number): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(words * 2)));
  for (let id = 1; id < words; id++) {
    const hash = records[id * recordNumbers]!;
    let slot = placeOf(hash, slots.length);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = (hash & ~numberMask) | id;
  }
  return slots;
}

/** By first and second word, because "my" begins sixty phrases, "my channel" one or two. */
function phraseTablesOf({ phrasesOf }: Listing): Pick<WordTables, 'pairSlots' | 'phraseData' | 'pairBits'> {
  // The longest phrase wins: "not working" before "not".
  for (const phrases of phrasesOf) phrases?.sort((a, b) => b.words.length - a.words.length);
  const byPair = new Map<number, Phrase[]>();
  for (const phrase of phrasesOf.flatMap((phrases) => phrases ?? [])) {
    const pair = pairOf(phrase.words[0]!, phrase.words[1]!);
    byPair.set(pair, [...(byPair.get(pair) ?? []), phrase]);
  }
  const places = 2 ** Math.ceil(Math.log2(byPair.size * 1.5));
  const pairSlots = new Int32Array(places * 2);
  const phraseData: number[] = [];
  for (const [pair, phrases] of byPair) {
    let slot = 2 * placeOf(pair, places);
    while (pairSlots[slot] !== 0) slot = (slot + 2) & (pairSlots.length - 1);
    pairSlots[slot] = pair;
    pairSlots[slot + 1] = phraseData.length;
    for (const { words, cues, values, covers } of phrases)
      phraseData.push(words.length, cues, packValues(...values), covers ? 1 : 0, ...words.slice(2));
    phraseData.push(0);
  }
  return { pairSlots, phraseData: Int32Array.from(phraseData), pairBits: createHashBits([...byPair.keys()]) };
}

/** Every word that any step knows. Takes about half a second of one core. */
export function buildWordTables(): WordTables {
  const listing = readLists();
  const { spellings } = listing;
  if (spellings.length > 1 << numberBits) throw new Error('more words are listed than their numbers have room for');
  const records = recordsOf(listing);
  return { spellings, records, slots: slotsOf(records, spellings.length), ...phraseTablesOf(listing) };
}
