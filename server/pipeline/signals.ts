import { type Doc, gaps, markBits, spells, tokenFlags, tokenKinds } from './normalize.ts';
import type { Reading } from './vocabulary.ts';
import { type Cue, cueNames } from './words/cues.ts';
import { cueBit } from './words/wordTables.ts';

/** Countable facts of one post; spam and significance are made of them. */
export type Signals = {
  /** How often each cue stands in the post, at its place in `cueAt`. */
  cues: Uint16Array;
  words: number;
  /** Words without links, handles, hashtags: what was said. */
  said: number;
  links: number;
  hashtags: number;
  mentions: number;
  cashtags: number;
  emoji: number;
  numbers: number;
  /** Words of four letters and more in capitals. */
  shouted: number;
  /** Words that begin with a capital inside a sentence: many of them make a headline. */
  titled: number;
  questionMarks: number;
  exclamationMarks: number;
  /** ":(" and ":)" and their relatives, which are no words. */
  frowns: number;
  smiles: number;
  /** A sentence that ends with a question mark and holds a word that asks. */
  asksOutright: boolean;
  /** A word that asks begins a sentence. */
  beginsAsking: boolean;
  isRetweet: boolean;
  /** Sums of the lexicon's values, brand names and handles left out: opinions, whoever they are about. */
  good: number;
  bad: number;
};

/** The place of each cue in `Signals.cues`. */
export const cueAt = Object.freeze(
  Object.fromEntries(cueNames.map((name, index) => [name, index])) as Record<Cue, number>,
);

export function createSignals(): Signals {
  return {
    cues: new Uint16Array(cueNames.length),
    words: 0,
    said: 0,
    links: 0,
    hashtags: 0,
    mentions: 0,
    cashtags: 0,
    emoji: 0,
    numbers: 0,
    shouted: 0,
    titled: 0,
    questionMarks: 0,
    exclamationMarks: 0,
    frowns: 0,
    smiles: 0,
    asksOutright: false,
    beginsAsking: false,
    isRetweet: false,
    good: 0,
    bad: 0,
  };
}

const isWordUnit = (unit: number) =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
const fullWidthQuestionMark = '\uff1f';

/** A question mark before a letter belongs to a link ("watch?v="). */
function countMarks(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
    if (!isWordUnit(text.charCodeAt(at + 1))) count += 1;
  return count;
}

/** True where a question mark stands between this token's end and the next token. */
export function isAsked(doc: Doc, token: number): boolean {
  const isTitle = token < doc.titleCount;
  const field = isTitle ? doc.title : doc.text;
  const isLast = token + 1 === (isTitle ? doc.titleCount : doc.count);
  const end = isLast ? field.length : doc.from[token + 1]!;
  for (let at = doc.to[token]!; at < end; at++) {
    const unit = field.charCodeAt(at);
    if (unit === 63 || unit === 0xff1f || unit === 0x61f) return true;
  }
  return false;
}

/** What a token looks like, apart from its letters. */
const look = {
  plain: 0,
  number: 1,
  shouted: 2,
  titled: 3,
  link: 4,
  emoji: 5,
  hashtag: 6,
  mention: 7,
  cashtag: 8,
} as const;
const counts = new Int32Array(9);

function lookOf(kind: number, flags: number, isLong: boolean, isMore: boolean, isInside: boolean): number {
  if (kind === tokenKinds.url) return look.link;
  if (kind === tokenKinds.emoji) return look.emoji;
  if ((flags & tokenFlags.hashtag) !== 0) return look.hashtag;
  if ((flags & tokenFlags.mention) !== 0) return look.mention;
  if ((flags & tokenFlags.cashtag) !== 0) return look.cashtag;
  if (kind === tokenKinds.number) return look.number;
  if ((flags & tokenFlags.allCaps) !== 0) return isLong ? look.shouted : look.plain;
  return (flags & tokenFlags.capital) !== 0 && isInside && isMore ? look.titled : look.plain;
}

/**
 * The look of every token there can be: its kind, its flags, four letters or more, more than one letter, inside a sentence,
 * from the lowest bit up.
 */
const looks = Uint8Array.from({ length: 1 << 11 }, (_, bits) =>
  lookOf(bits & 7, (bits >> 3) & 31, (bits & 256) !== 0, (bits & 512) !== 0, (bits & 1024) !== 0),
);

/** Reads a document's signals in one pass. `into` is overwritten and returned. */
export function readSignals(
  doc: Doc,
  reading: Reading,
  masked: Uint8Array | null,
  lang: string,
  into: Signals = createSignals(),
): Signals {
  const { cues } = into;
  for (let at = 0; at < cues.length; at++) cues[at] = 0;
  let good = 0;
  let bad = 0;
  const { hits, hitToken, hitCues } = reading;
  const hitValue = reading.hitValues[lang === 'fr' ? 1 : 0];
  for (let hit = 0; hit < hits; hit++) {
    const token = hitToken[hit]!;
    if (masked?.[token] === 1 || (doc.flags[token]! & tokenFlags.mention) !== 0) continue;
    const value = hitValue[hit]!;
    if (value > 0) good += value;
    else bad += value;
    for (let bits = hitCues[hit]!; bits !== 0; bits &= bits - 1) cues[31 - Math.clz32(bits & -bits)]! += 1;
  }
  into.good = good;
  into.bad = bad;

  const { count, kinds, flags, length, gaps: gapsOf } = doc;
  for (let at = 0; at < counts.length; at++) counts[at] = 0;
  // No branch tells what a token is: which one comes next is what no processor guesses.
  for (let token = 0; token < count; token++) {
    const long = length[token]!;
    const index =
      kinds[token]! |
      (flags[token]! << 3) |
      (((3 - long) >>> 31) << 8) |
      (((1 - long) >>> 31) << 9) |
      (((gapsOf[token]! - gaps.sentence) >>> 31) << 10);
    counts[looks[index]!]! += 1;
  }
  const number = counts[look.number]!;
  const shouted = counts[look.shouted]!;
  const titled = counts[look.titled]!;
  into.words = count;
  into.said = counts[look.plain]! + number + shouted + titled;
  into.links = counts[look.link]!;
  into.hashtags = counts[look.hashtag]!;
  into.mentions = counts[look.mention]!;
  into.cashtags = counts[look.cashtag]!;
  into.emoji = counts[look.emoji]!;
  into.numbers = number;
  into.shouted = shouted;
  into.titled = titled;
  into.isRetweet = doc.count > doc.titleCount && spells(doc, doc.titleCount, 'rt');
  into.questionMarks =
    (doc.marks & markBits.question) === 0
      ? 0
      : countMarks(doc.text, '?') + countMarks(doc.text, fullWidthQuestionMark) + countMarks(doc.title, '?');
  into.exclamationMarks =
    (doc.marks & markBits.exclamation) === 0 ? 0 : countMarks(doc.text, '!') + countMarks(doc.title, '!');
  countFaces(doc, into);
  into.asksOutright = false;
  into.beginsAsking = false;
  readQuestions(doc, reading, into);
  return into;
}

const eyes = new Set([58, 59, 61]);

/** A mouth after eyes, with or without a nose; `=)` inside a link has a letter behind it. */
export function countFaces({ text, marks }: Doc, into: { frowns: number; smiles: number }): void {
  into.frowns = 0;
  into.smiles = 0;
  if ((marks & (markBits.opening | markBits.closing)) === 0) return;
  for (let at = text.indexOf('('); at > 0; at = text.indexOf('(', at + 1)) if (hasEyes(text, at)) into.frowns += 1;
  for (let at = text.indexOf(')'); at > 0; at = text.indexOf(')', at + 1)) if (hasEyes(text, at)) into.smiles += 1;
}

function hasEyes(text: string, mouth: number): boolean {
  let at = mouth - 1;
  const nose = text.charCodeAt(at);
  if (nose === 45 || nose === 39 || nose === 111) at -= 1;
  return eyes.has(text.charCodeAt(at)) && !isWordUnit(text.charCodeAt(at - 1));
}

/** Which sentences ask: looked at only where a word that asks, or a question mark, is there at all. */
function readQuestions(doc: Doc, reading: Reading, into: Signals): void {
  const asking = cueBit.questionWord | cueBit.asks;
  if (into.questionMarks === 0 && into.cues[cueAt.questionWord]! + into.cues[cueAt.asks]! === 0) return;
  let hit = 0;
  let holdsWord = false;
  for (let token = 0; token < doc.count; token++) {
    const beginsSentence = doc.gaps[token] === gaps.sentence;
    if (beginsSentence) holdsWord = false;
    while (hit < reading.hits && reading.hitToken[hit] === token) {
      if ((reading.hitCues[hit]! & asking) !== 0) {
        holdsWord = true;
        if (beginsSentence) into.beginsAsking = true;
      }
      hit += 1;
    }
    if (!holdsWord || into.asksOutright) continue;
    const isLast = token + 1 === doc.titleCount || token + 1 === doc.count;
    if ((isLast || doc.gaps[token + 1] === gaps.sentence) && isAsked(doc, token)) into.asksOutright = true;
  }
}

/** An opinion, an experience or a question, of whatever kind: what a mention in passing has none of. */
export function hasOpinion(signals: Signals): boolean {
  if (signals.good >= surely || signals.bad <= -surely || signals.asksOutright) return true;
  for (let at = 0; at < opinionPlaces.length; at++) if (signals.cues[opinionPlaces[at]!]! > 0) return true;
  return false;
}

/** The lexicon gives 1 to words such as "shares" and "big". */
const surely = 3;
const opinionCues = ['opinion', 'praise', 'fault', 'trouble', 'blame', 'dislike', 'danger', 'harm', 'asks'] as const;
const opinionPlaces = opinionCues.map((cue) => cueAt[cue]);

const longFrom = 45;

/** Long texts hold more words of every kind: from 45 words on each sign counts less. 0..1. */
export function thinning(signals: Signals): number {
  return signals.said > longFrom ? Math.sqrt(longFrom / signals.said) : 1;
}
