import { createRequire } from 'node:module';
import { createHashBits, mayHave } from './hashBits.ts';
import { createDoc, type Doc, hashOf, normalize, tokenKinds, wordAt } from './normalize.ts';
import { beautyLexicon } from './words/beautyLexicon.ts';
import { type Cue, cueNames, cueWords } from './words/cues.ts';
import { frenchLexicon, frenchPhrases } from './words/frenchLexicon.ts';
import { serviceLexicon } from './words/serviceLexicon.ts';
import { emojiLexicon, socialLexicon } from './words/socialLexicon.ts';
import { commonEnglish, stopWords } from './words/stopWords.ts';

/**
 * Every word that any step knows, in one table: one look-up per token serves language, spam, significance and sentiment.
 * English values are AFINN's, as the `sentiment` package brings them (read once and never through its global tables, which
 * its `extras` option changes for everybody), under our own lists; French ones and those of emoji are our own.
 */
const require = createRequire(import.meta.url);
const lexicon: Record<string, number> = require('sentiment/languages/en/labels.json');

export const languages: readonly string[] = Object.keys(stopWords);
export const cueBit = Object.fromEntries(cueNames.map((name, index) => [name, 1 << index])) as Record<Cue, number>;

/** Words with a value, each language's apart: "sale" is dirty in French, "fin" no fish. */
export const lexiconLanguages = ['en', 'fr'] as const;
export type LexiconLanguage = (typeof lexiconLanguages)[number];

/** `covers`: its words say nothing of their own here, though the whole may be worth 0 too. */
type Phrase = { words: readonly number[]; cues: number; values: [en: number, fr: number]; covers: boolean };

const spellings: string[] = [''];
const ids = new Map<string, number>();
const cuesOf: number[] = [0];
const lexiconValues: [number[], number[]] = [[0], [0]];
const languagesOf: number[] = [0];
const phrasesOf: (Phrase[] | undefined)[] = [undefined];

function idOf(folded: string): number {
  let id = ids.get(folded);
  if (id === undefined) {
    id = spellings.length;
    ids.set(folded, id);
    spellings.push(folded);
    cuesOf.push(0);
    for (const list of lexiconValues) list.push(0);
    languagesOf.push(0);
    phrasesOf.push(undefined);
  }
  return id;
}

const scratch = createDoc();

/**
 * Words and phrases are cut by the posts' own tokenisation: what is listed is what is found. A value replaces an earlier
 * one of the same language.
 */
function add(entry: string, cues: number, value?: number, language = 0): void {
  const doc = normalize(entry, '', scratch);
  const words: number[] = [];
  for (let token = 0; token < doc.count; token++) words.push(idOf(wordAt(doc, token)));
  const first = words[0];
  if (first === undefined) return;
  if (words.length === 1) {
    cuesOf[first] = cuesOf[first]! | cues;
    if (value !== undefined) lexiconValues[language]![first] = value;
    return;
  }
  phrasesOf[first] ??= [];
  const phrases = phrasesOf[first];
  let phrase = phrases.find((known) => known.words.join() === words.join());
  if (!phrase) {
    phrase = { words, cues: 0, values: [0, 0], covers: false };
    phrases.push(phrase);
  }
  phrase.cues |= cues;
  if (value === undefined) return;
  phrase.values[language] = value;
  phrase.covers = true;
}

languages.forEach((language, index) => {
  for (const word of stopWords[language]!.split(/\s+/)) {
    const id = idOf(word);
    languagesOf[id] = languagesOf[id]! | (1 << index);
  }
});
const hintsOf: number[] = [];
function hint(entry: string, language: string): void {
  const doc = normalize(entry, '', scratch);
  for (let token = 0; token < doc.count; token++) {
    const id = idOf(wordAt(doc, token));
    hintsOf[id] = (hintsOf[id] ?? 0) | (1 << languages.indexOf(language));
  }
}

/** The lists of each cue, in this order. */
const cueLanguages = ['en', 'fr'];
for (const cue of cueNames)
  cueWords[cue].forEach((list, index) => {
    for (const entry of list.split(',')) {
      add(entry.replaceAll(/\s+/g, ' ').trim(), cueBit[cue]);
      const language = cueLanguages[index];
      if (language) hint(entry, language);
    }
  });
for (const word of commonEnglish.split(/\s+/)) hint(word, 'en');
for (const [entry, value] of Object.entries(lexicon)) {
  add(entry, 0, value, 0);
  hint(entry, 'en');
}
// Later lists correct earlier ones: AFINN takes "cream" and "sick" as everybody did in 2011.
for (const list of [serviceLexicon(), socialLexicon(), beautyLexicon('en')])
  for (const [entry, value] of list) add(entry, 0, value, 0);
for (const list of [frenchLexicon(), frenchPhrases(), beautyLexicon('fr')])
  for (const [entry, value] of list) add(entry, 0, value, 1);
for (const entry of frenchLexicon().keys()) hint(entry, 'fr');
for (const language of [0, 1]) for (const [entry, value] of emojiLexicon()) add(entry, 0, value, language);
// The longest phrase wins: "not working" before "not".
for (const phrases of phrasesOf) phrases?.sort((a, b) => b.words.length - a.words.length);

const negators = cueBit.negator | cueBit.frenchNegator | cueBit.negatorBehind;
const languageBits = Uint8Array.from(languagesOf);
const hintBits = Uint8Array.from(spellings, (_, id) => hintsOf[id] ?? 0);

/** Words' numbers, where they share an integer with something else. */
const numberBits = 15;
const numberMask = (1 << numberBits) - 1;
if (spellings.length > 1 << numberBits) throw new Error('more words are listed than their numbers have room for');

/**
 * What a known word says about the language: four bits for each of `languages`, 2 where it is a stop word, 1 where it is an
 * ordinary word of that language and no stop word of any.
 */
function votesOf(id: number): number {
  const bits = languageBits[id]! || hintBits[id]!;
  const vote = languageBits[id] !== 0 ? 2 : 1;
  let packed = 0;
  for (let language = 0; language < languages.length; language++)
    packed |= ((bits >> language) & 1) * (vote << (4 * language));
  return packed;
}

/**
 * What is known of a word, by its number, side by side, so that one line of the processor's cache holds all of it: its hash,
 * its cues, its values (the lowest byte English, the next French) and whether it begins a phrase, its votes.
 */
const recordNumbers = 4;
const records = new Int32Array(spellings.length * recordNumbers);
const beginsPhrase = 1 << 16;
const packValues = (english: number, french: number) => (english & 255) | ((french & 255) << 8);
const englishOf = (packed: number) => (packed << 24) >> 24;
const frenchOf = (packed: number) => (packed << 16) >> 24;
spellings.forEach((spelling, id) => {
  const at = id * recordNumbers;
  const values = packValues(lexiconValues[0][id]!, lexiconValues[1][id]!);
  records[at] = hashOf(spelling);
  records[at + 1] = cuesOf[id]!;
  records[at + 2] = values | (phrasesOf[id] ? beginsPhrase : 0);
  records[at + 3] = votesOf(id);
});

/**
 * Phrases one after another, those that share their first two words together, the longest first: how many words, cues, values,
 * whether it covers, and the words from the third on. A length of 0 ends the phrases of a pair. By first and second word,
 * because "my" begins sixty phrases, "my channel" one or two.
 */
const phraseNumbers = 4;
/** Spread over all bits, each pair another: the commonest words have the lowest numbers. */
const pairOf = (first: number, second: number) => Math.imul((first << numberBits) | second, 0x9e3779b1);
const byPair = new Map<number, Phrase[]>();
for (const phrase of phrasesOf.flatMap((phrases) => phrases ?? [])) {
  const pair = pairOf(phrase.words[0]!, phrase.words[1]!);
  byPair.set(pair, [...(byPair.get(pair) ?? []), phrase]);
}
/** Open addressing: the pair beside the place of its first phrase. */
const pairSlotCount = 2 ** Math.ceil(Math.log2(byPair.size * 1.5));
const pairSlots = new Int32Array(pairSlotCount * 2);
const pairSlotOf = (pair: number) => 2 * ((pair ^ (pair >>> 15)) & (pairSlotCount - 1));
const phraseList: number[] = [];
for (const [pair, phrases] of byPair) {
  let slot = pairSlotOf(pair);
  while (pairSlots[slot] !== 0) slot = (slot + 2) & (2 * pairSlotCount - 1);
  pairSlots[slot] = pair;
  pairSlots[slot + 1] = phraseList.length;
  for (const { words, cues, values, covers } of phrases)
    phraseList.push(words.length, cues, packValues(...values), covers ? 1 : 0, ...words.slice(2));
  phraseList.push(0);
}
const phraseData = Int32Array.from(phraseList);
/** Most pairs begin no phrase: a bit says so for a third of what the table costs. */
const pairBits = createHashBits([...byPair.keys()]);

/** What a known word says about the language: four bits for each, 2 for a stop word, 1 for an ordinary word. */
export const votesOfWord = (id: number): number => records[id * recordNumbers + 3]!;
/** The cues of a known word alone, whatever expression it stands in. */
export const cuesOfWord = (id: number): number => records[id * recordNumbers + 1]!;
/** True for what negates in any language. */
export const isNegator = (id: number): boolean => (cuesOfWord(id) & negators) !== 0;
/** True where a lexicon of any language values the word. */
export const isValued = (id: number): boolean => (records[id * recordNumbers + 2]! & 0xffff) !== 0;

/** The number of a folded word; 0 when no step knows it. */
export const findWord = (folded: string): number => ids.get(folded) ?? 0;
/** Words are numbered from 1 to less than this. */
export const wordCount = spellings.length;
export const spellingOf = (id: number): string => spellings[id]!;

/**
 * Open addressing over the hashes that tokens carry, at most half full. A slot holds the word's number and the upper bits of
 * its hash: a word that nobody knows is told from the one in its place without a look at that one's record.
 */
const slotCount = 2 ** Math.ceil(Math.log2(spellings.length * 2));
const slots = new Int32Array(slotCount);
const slotOf = (hash: number) => (hash ^ (hash >>> 15)) & (slotCount - 1);
for (let id = 1; id < spellings.length; id++) {
  const hash = records[id * recordNumbers]!;
  let slot = slotOf(hash);
  while (slots[slot] !== 0) slot = (slot + 1) & (slotCount - 1);
  slots[slot] = (hash & ~numberMask) | id;
}

/** True where the hash is that of the word as it is listed: "looove" is found as "love", but spelled otherwise. */
export const isSpelledAs = (id: number, hash: number): boolean => records[id * recordNumbers] === hash;

/**
 * What was found in a document. `ids` says which known word each token is (0: none). Hits are the tokens and phrases that
 * carry a cue or a value, in order; a phrase with a value hides those of its words, and that they negate ("not good").
 */
export type Reading = {
  ids: Int32Array;
  /** 1 for a word whose letters may be drawn out ("sooo"), unless the lists know it so. */
  drawnOut: Uint8Array;
  /** Working space: tokens that are worth a second look. */
  telling: Int32Array;
  hits: number;
  hitToken: Int32Array;
  hitLength: Uint8Array;
  hitCues: Int32Array;
  /** -5..5 by language, in the order of `lexiconLanguages`. */
  hitValues: [en: Int8Array, fr: Int8Array];
};

const arraysFor = (tokens: number) => ({
  ids: new Int32Array(tokens),
  drawnOut: new Uint8Array(tokens),
  telling: new Int32Array(tokens),
  // A token gives two hits at most: a phrase that begins there, and its own word.
  hitToken: new Int32Array(tokens * 2),
  hitLength: new Uint8Array(tokens * 2),
  hitCues: new Int32Array(tokens * 2),
  hitValues: [new Int8Array(tokens * 2), new Int8Array(tokens * 2)] as [Int8Array, Int8Array],
});

export function createReading(): Reading {
  return { hits: 0, ...arraysFor(256) };
}

/** Where the first phrase that begins with this pair and stands at the token is in `phraseData`; -1 where none does. */
function findPhrase(pair: number, found: Int32Array, token: number): number {
  let slot = pairSlotOf(pair);
  while (pairSlots[slot] !== pair) {
    if (pairSlots[slot] === 0) return -1;
    slot = (slot + 2) & (2 * pairSlotCount - 1);
  }
  let phrase = pairSlots[slot + 1]!;
  for (let length = phraseData[phrase]!; length !== 0; length = phraseData[phrase]!) {
    let at = 2;
    while (at < length && found[token + at] === phraseData[phrase + phraseNumbers + at - 2]) at++;
    if (at === length) return phrase;
    phrase += phraseNumbers + length - 2;
  }
  return -1;
}

/**
 * By hash alone: of a million words that nobody knows one is taken for a known one. Comparing letters would cost a third of
 * the look-up. `first`: what the hash's own slot holds.
 */
function lookUp(hash: number, first: number): number {
  let entry = first;
  for (let slot = slotOf(hash); entry !== 0; entry = slots[slot]!) {
    const id = entry & numberMask;
    if (((entry ^ hash) & ~numberMask) === 0 && records[id * recordNumbers] === hash) return id;
    slot = (slot + 1) & (slotCount - 1);
  }
  return 0;
}

const longestDrawnOut = 60;
/** No listed word is longer. */
const longestListed = 24;

function isDrawnOut({ chars, start: starts, length: lengths }: Doc, token: number): boolean {
  const start = starts[token]!;
  const end = start + lengths[token]!;
  for (let at = start + 2; at < end; at++) if (chars[at] === chars[at - 1] && chars[at] === chars[at - 2]) return true;
  return false;
}

/** "loooove" and "sooo goooood": a letter three times or more is read as two, then as one. */
function lookUpDrawnOut(doc: Doc, token: number): number {
  if (doc.length[token]! > longestDrawnOut) return 0;
  const written = wordAt(doc, token);
  return findWord(written.replace(/(.)\1{2,}/gu, '$1$1')) || findWord(written.replace(/(.)\1{2,}/gu, '$1'));
}

/** Looks up every token once. `into` is overwritten and returned: valid until its next use. */
export function readWords(doc: Doc, into: Reading = createReading()): Reading {
  if (doc.count + 8 > into.ids.length) Object.assign(into, arraysFor((doc.count + 8) * 2));
  const { ids: found, drawnOut, telling, hitToken, hitLength, hitCues } = into;
  const [hitEnglish, hitFrench] = into.hitValues;
  const { count, hash, kinds, length } = doc;
  let toldBy = 0;
  // All slots before any is compared: what is not in the cache comes together then.
  for (let token = 0; token < count; token++) found[token] = slots[slotOf(hash[token]!)]!;
  for (let token = 0; token < count; token++) {
    // Links are long, each another, and in no list.
    let id = kinds[token] === tokenKinds.url ? 0 : lookUp(hash[token]!, found[token]!);
    drawnOut[token] = 0;
    if (kinds[token] === tokenKinds.word && (id === 0 || length[token]! > longestListed) && isDrawnOut(doc, token)) {
      if (id === 0) id = lookUpDrawnOut(doc, token);
      // One that is listed once it is cut is found under another spelling: its hash stays its own.
      drawnOut[token] = id === 0 || length[token]! > longestListed ? 1 : 0;
    }
    found[token] = id;
    const at = id * recordNumbers;
    // Words that are more than a language's: the others need no second look.
    if ((records[at + 1]! | records[at + 2]!) !== 0) telling[toldBy++] = token;
  }
  for (let token = count; token < count + 8; token++) found[token] = 0;
  let hits = 0;
  let covered = 0;
  for (let k = 0; k < toldBy; k++) {
    const token = telling[k]!;
    const id = found[token]!;
    const at = id * recordNumbers;
    let covers = token < covered;
    const next = found[token + 1]!;
    if ((records[at + 2]! & beginsPhrase) !== 0 && next !== 0) {
      const pair = pairOf(id, next);
      const phrase = mayHave(pairBits, pair) ? findPhrase(pair, found, token) : -1;
      if (phrase >= 0) {
        const length = phraseData[phrase]!;
        const values = phraseData[phrase + 2]!;
        hitToken[hits] = token;
        hitLength[hits] = length;
        hitCues[hits] = phraseData[phrase + 1]!;
        hitEnglish[hits] = englishOf(values);
        hitFrench[hits] = frenchOf(values);
        hits += 1;
        if (phraseData[phrase + 3] === 1) {
          covered = token + length;
          covers = true;
        }
      }
    }
    const values = covers ? 0 : records[at + 2]! & 0xffff;
    const cue = covers ? records[at + 1]! & ~negators : records[at + 1]!;
    if (cue === 0 && values === 0) continue;
    hitToken[hits] = token;
    hitLength[hits] = 1;
    hitCues[hits] = cue;
    hitEnglish[hits] = englishOf(values);
    hitFrench[hits] = frenchOf(values);
    hits += 1;
  }
  into.hits = hits;
  return into;
}
