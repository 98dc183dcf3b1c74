import { createRequire } from 'node:module';
import { createHashBits, mayHave } from './hashBits.ts';
import { createDoc, type Doc, hashOf, normalize, tokenKinds, wordAt } from './normalize.ts';
import { beautyLexicon } from './words/beautyLexicon.ts';
import { type Cue, cueNames, cueWords } from './words/cues.ts';
import { frenchLexicon, frenchPhrases } from './words/frenchLexicon.ts';
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
for (const list of [socialLexicon(), beautyLexicon('en')]) for (const [entry, value] of list) add(entry, 0, value, 0);
for (const list of [frenchLexicon(), frenchPhrases(), beautyLexicon('fr')])
  for (const [entry, value] of list) add(entry, 0, value, 1);
for (const entry of frenchLexicon().keys()) hint(entry, 'fr');
for (const language of [0, 1]) for (const [entry, value] of emojiLexicon()) add(entry, 0, value, language);
// The longest phrase wins: "not working" before "not".
for (const phrases of phrasesOf) phrases?.sort((a, b) => b.words.length - a.words.length);

const negators = cueBit.negator | cueBit.frenchNegator | cueBit.negatorBehind;
const cues = Int32Array.from(cuesOf);
const values = lexiconValues.map((list) => Int8Array.from(list)) as [Int8Array, Int8Array];
const [englishValues, frenchValues] = values;
const languageBits = Uint8Array.from(languagesOf);
const hintBits = Uint8Array.from(spellings, (_, id) => hintsOf[id] ?? 0);
const startsPhrase = Uint8Array.from(phrasesOf, (phrases) => (phrases ? 1 : 0));
/** Words that are more than a language's: the others need no second look. */
const tells = Uint8Array.from(spellings, (_, id) =>
  startsPhrase[id] === 1 || cues[id] !== 0 || values.some((list) => list[id] !== 0) ? 1 : 0,
);
/** By first and second word: "my" begins sixty phrases, "my channel" one or two. */
const phrasesByPair = new Map<number, Phrase[]>();
const pairOf = (first: number, second: number) => (first << 15) | second;
if (spellings.length > 1 << 15) throw new Error('more words are listed than a pair of them has room for');
for (const phrases of phrasesOf)
  for (const phrase of phrases ?? []) {
    const pair = pairOf(phrase.words[0]!, phrase.words[1]!);
    const known = phrasesByPair.get(pair);
    if (known) known.push(phrase);
    else phrasesByPair.set(pair, [phrase]);
  }

/** Most pairs begin no phrase: a bit says so for a third of what the table costs. */
const pairBits = createHashBits([...phrasesByPair.keys()]);

/**
 * What a known word says about the language, a byte for each of `languages`, four to a number: 2 where it is a stop word, 1
 * where it is an ordinary word of that language and no stop word of any. Up to 127 words add up without a carry.
 */
export const languageVotes = [0, 4].map((first) =>
  Int32Array.from(spellings, (_, id) => {
    const bits = languageBits[id]! || hintBits[id]!;
    const vote = languageBits[id] !== 0 ? 2 : 1;
    let packed = 0;
    for (let byte = 0; byte < 4; byte++) packed |= ((bits >> (first + byte)) & 1) * (vote << (8 * byte));
    return packed;
  }),
) as [Int32Array, Int32Array];
/** The cues of a known word alone, whatever expression it stands in. */
export const cuesOfWord = (id: number): number => cues[id]!;
/** True for what negates in any language. */
export const isNegator = (id: number): boolean => (cues[id]! & negators) !== 0;
/** True where a lexicon of any language values the word. */
export const isValued = (id: number): boolean => values.some((list) => list[id] !== 0);

/** The number of a folded word; 0 when no step knows it. */
export const findWord = (folded: string): number => ids.get(folded) ?? 0;

/** Open addressing over the hashes that tokens carry, at most a quarter full; the hash beside its word's number. */
const slotCount = 2 ** Math.ceil(Math.log2(spellings.length * 4));
const slots = new Int32Array(2 * slotCount);
const slotOf = (hash: number) => 2 * ((hash ^ (hash >>> 15)) & (slotCount - 1));
for (let id = 1; id < spellings.length; id++) {
  const hash = hashOf(spellings[id]!);
  let slot = slotOf(hash);
  while (slots[slot + 1] !== 0) slot = (slot + 2) & (2 * slotCount - 1);
  slots[slot] = hash;
  slots[slot + 1] = id;
}

/**
 * What was found in a document. `ids` says which known word each token is (0: none). Hits are the tokens and phrases that
 * carry a cue or a value, in order; a phrase with a value hides those of its words, and that they negate ("not good").
 */
export type Reading = {
  ids: Int32Array;
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

function matches(phrase: Phrase, read: Reading, token: number): boolean {
  const { words } = phrase;
  for (let at = 2; at < words.length; at++) if (read.ids[token + at] !== words[at]) return false;
  return true;
}

/**
 * By hash alone: of a million words that nobody knows one is taken for a known one. Comparing letters would cost a third of
 * the look-up.
 */
function lookUp(hash: number): number {
  let slot = slotOf(hash);
  let id = slots[slot + 1]!;
  while (id !== 0) {
    if (slots[slot] === hash) return id;
    slot = (slot + 2) & (2 * slotCount - 1);
    id = slots[slot + 1]!;
  }
  return 0;
}

const longestDrawnOut = 60;

/** "loooove" and "sooo goooood": a letter three times or more is read as two, then as one. */
function lookUpDrawnOut(doc: Doc, token: number): number {
  const { chars } = doc;
  const start = doc.start[token]!;
  const length = doc.length[token]!;
  if (length > longestDrawnOut) return 0;
  const end = start + length;
  let isDrawnOut = false;
  for (let at = start + 2; at < end; at++)
    if (chars[at] === chars[at - 1] && chars[at] === chars[at - 2]) {
      isDrawnOut = true;
      break;
    }
  if (!isDrawnOut) return 0;
  const written = wordAt(doc, token);
  return findWord(written.replace(/(.)\1{2,}/gu, '$1$1')) || findWord(written.replace(/(.)\1{2,}/gu, '$1'));
}

/** Looks up every token once. `into` is overwritten and returned: valid until its next use. */
export function readWords(doc: Doc, into: Reading = createReading()): Reading {
  if (doc.count + 8 > into.ids.length) Object.assign(into, arraysFor((doc.count + 8) * 2));
  const { ids: found, telling, hitToken, hitLength, hitCues } = into;
  const [hitEnglish, hitFrench] = into.hitValues;
  const { count, hash, kinds } = doc;
  let toldBy = 0;
  for (let token = 0; token < count; token++) {
    let id = lookUp(hash[token]!);
    if (id === 0 && kinds[token] === tokenKinds.word) id = lookUpDrawnOut(doc, token);
    found[token] = id;
    if (tells[id] === 1) telling[toldBy++] = token;
  }
  found.fill(0, count, count + 8);
  let hits = 0;
  let covered = 0;
  for (let k = 0; k < toldBy; k++) {
    const token = telling[k]!;
    const id = found[token]!;
    let covers = token < covered;
    const next = found[token + 1]!;
    const pair = startsPhrase[id] === 1 && next !== 0 ? pairOf(id, next) : 0;
    const phrases = pair !== 0 && mayHave(pairBits, pair) ? phrasesByPair.get(pair) : undefined;
    if (phrases) {
      for (const phrase of phrases) {
        if (!matches(phrase, into, token)) continue;
        hitToken[hits] = token;
        hitLength[hits] = phrase.words.length;
        hitCues[hits] = phrase.cues;
        hitEnglish[hits] = phrase.values[0];
        hitFrench[hits] = phrase.values[1];
        hits += 1;
        if (phrase.covers) {
          covered = token + phrase.words.length;
          covers = true;
        }
        break;
      }
    }
    const english = covers ? 0 : englishValues[id]!;
    const french = covers ? 0 : frenchValues[id]!;
    const cue = covers ? cues[id]! & ~negators : cues[id]!;
    if (cue === 0 && english === 0 && french === 0) continue;
    hitToken[hits] = token;
    hitLength[hits] = 1;
    hitCues[hits] = cue;
    hitEnglish[hits] = english;
    hitFrench[hits] = french;
    hits += 1;
  }
  into.hits = hits;
  return into;
}
