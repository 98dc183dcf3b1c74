import { mayHave } from './hashBits.ts';
import { type Doc, tokenFlags, tokenKinds, wordAt } from './normalize.ts';
import { buildWordTables } from './words/buildWordTables.ts';
import { readPackedWordTables } from './words/packedWordTables.ts';
import {
  beginsPhrase,
  cueBit,
  englishOf,
  frenchOf,
  numberMask,
  pairOf,
  phraseNumbers,
  placeOf,
  recordNumbers,
} from './words/wordTables.ts';

/**
 * Every word that any step knows, in one table: one look-up per token serves language, spam, significance and sentiment.
 */
const { spellings, records, slots, pairSlots, phraseData, pairBits } = readPackedWordTables() ?? buildWordTables();
const ids = new Map(spellings.map((spelling, id) => [spelling, id]));
const slotCount = slots.length;
const slotOf = (hash: number) => placeOf(hash, slotCount);
const pairSlotCount = pairSlots.length / 2;
const negators = cueBit.negator | cueBit.frenchNegator | cueBit.negatorBehind;

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

/** True where the hash is that of the word as it is listed: "looove" is found as "love", but spelled otherwise. */
export const isSpelledAs = (id: number, hash: number): boolean => records[id * recordNumbers] === hash;

/** The tokens of a post's beginning that tell its language. */
const languageTokens = 120;
/** Every other language's votes: each has a byte then, which `languageTokens` words do not fill. */
const everyOther = 0x0f0f0f0f;

/**
 * What the first `languageTokens` tokens say about the language: of each a word of the vocabulary gives 2 votes as a stop word, 1 as an
 * ordinary word. A byte for each language, those of even and odd places in `languages` apart. Handles, tags and numbers have no say.
 */
export type LanguageVotes = { even: number; odd: number; words: number; ideographs: number };

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
  votes: LanguageVotes;
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
  return { hits: 0, votes: { even: 0, odd: 0, words: 0, ideographs: 0 }, ...arraysFor(256) };
}

/** Where the first phrase that begins with this pair and stands at the token is in `phraseData`; -1 where none does. */
function findPhrase(pair: number, found: Int32Array, token: number): number {
  let slot = 2 * placeOf(pair, pairSlotCount);
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
  const { count, hash, kinds, flags, length } = doc;
  let toldBy = 0;
  let even = 0;
  let odd = 0;
  let words = 0;
  let ideographs = 0;
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
    if (token < languageTokens) {
      const kind = kinds[token];
      if (kind === tokenKinds.word) {
        if ((flags[token]! & tokenFlags.anySigil) === 0) {
          const votes = records[at + 3]!;
          words += 1;
          even = (even + (votes & everyOther)) | 0;
          odd = (odd + ((votes >>> 4) & everyOther)) | 0;
        }
      } else if (kind === tokenKinds.ideograph) ideographs += 1;
    }
    // Words that are more than a language's: the others need no second look.
    if ((records[at + 1]! | records[at + 2]!) !== 0) telling[toldBy++] = token;
  }
  const { votes } = into;
  votes.even = even;
  votes.odd = odd;
  votes.words = words;
  votes.ideographs = ideographs;
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
