import {
  apostrophe,
  capital,
  clauseEnd,
  emoji,
  ideograph,
  ignored,
  kindOf,
  letter,
  longFoldOf,
  sentenceEnd,
  unitOf,
} from './characters.ts';
import { unitsOf } from './units.ts';

/** Kinds of tokens. An ideograph is one character of a script written without spaces. */
export const tokenKinds = { word: 0, number: 1, url: 2, emoji: 3, ideograph: 4 } as const;

/** Bits of `Doc.flags`. */
export const tokenFlags = {
  hashtag: 1,
  mention: 2,
  cashtag: 4,
  anySigil: 7,
  /** Begins with a capital letter. */
  capital: 8,
  /** Two letters or more, all capitals. */
  allCaps: 16,
} as const;

/** What stands between a token and the one before it; a higher number is a stronger cut. */
export const gaps = { none: 0, space: 1, clause: 2, sentence: 3 } as const;

/** Bits of `Doc.marks`: which signs stand between the tokens, so that whoever counts them need not look for those that do not. */
export const markBits = { question: 4, exclamation: 8, opening: 16, closing: 32, eyes: 64 } as const;

/**
 * A post's title and text as tokens, in arrays side by side: one pass, no object or string per token. Tokens of the title
 * come first. A token's folded spelling (lower case, no accents, no sigil) is `chars[start .. start + length)`, its place in
 * the original field is `from .. to` in UTF-16 units, its sigil included.
 */
export type Doc = {
  text: string;
  title: string;
  count: number;
  /** Tokens before this one belong to the title. */
  titleCount: number;
  /** `markBits` of title and text together. */
  marks: number;
  kinds: Uint8Array;
  flags: Uint8Array;
  gaps: Uint8Array;
  from: Int32Array;
  to: Int32Array;
  start: Int32Array;
  length: Int32Array;
  /** Of the folded spelling, as `hashOf` makes it. */
  hash: Int32Array;
  chars: Uint16Array;
};

const hashSeed = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;

/** The hash (FNV-1a over UTF-16 units) that tokens carry, for a folded spelling. */
export function hashOf(folded: string): number {
  let hash = hashSeed;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), hashPrime);
  return hash;
}

/** An empty document whose arrays `normalize` fills and grows: the hot path keeps one and uses it again. */
export function createDoc(): Doc {
  return { ...arraysFor(256), text: '', title: '', count: 0, titleCount: 0, marks: 0 };
}

function arraysFor(units: number) {
  return {
    kinds: new Uint8Array(units),
    flags: new Uint8Array(units),
    gaps: new Uint8Array(units),
    from: new Int32Array(units),
    to: new Int32Array(units),
    start: new Int32Array(units),
    length: new Int32Array(units),
    hash: new Int32Array(units),
    // A character folds to three units at most.
    chars: new Uint16Array(units * 3 + 8),
  };
}

/** Folded unit of an ASCII word character, else 0. */
const asciiFold = new Uint8Array(128);
/** Strength of an ASCII separator as a gap, beside its bit of `markBits`. */
const asciiGap = new Uint8Array(128).fill(gaps.none);
for (let c = 48; c <= 57; c++) asciiFold[c] = c;
for (let c = 97; c <= 122; c++) {
  asciiFold[c] = c;
  asciiFold[c - 32] = c;
}
asciiFold[95] = 95;
for (const c of ' \t\v\f') asciiGap[c.charCodeAt(0)] = gaps.space;
for (const c of ',;:()[]{}"<>|') asciiGap[c.charCodeAt(0)] = gaps.clause;
for (const c of '.!?\n\r') asciiGap[c.charCodeAt(0)] = gaps.sentence;
const marked = {
  '?': markBits.question,
  '!': markBits.exclamation,
  '(': markBits.opening,
  ')': markBits.closing,
  // What a written face may begin with; the colon of a link is the link's.
  ':': markBits.eyes,
  ';': markBits.eyes,
  '=': markBits.eyes,
  '<': markBits.eyes,
};
for (const [c, bit] of Object.entries(marked)) asciiGap[c.charCodeAt(0)] = asciiGap[c.charCodeAt(0)]! | bit;
const gapMask = 3;

function codeAt(text: string, at: number, unit: number): number {
  return (unit & 0xfc00) === 0xd800 ? (text.codePointAt(at) as number) : unit;
}

function isWordAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit < 128) return asciiFold[unit] !== 0;
  const kind = kindOf(codeAt(text, at, unit));
  return kind === letter || kind === capital || kind === ideograph;
}

function isApostrophe(unit: number): boolean {
  return unit === 39 || (unit > 127 && unit !== 0xd83d && unit !== 0xd83c && kindOf(unit) === apostrophe);
}

/** Where a link that begins at `at` ends: at a space, quote or bracket, without the punctuation of the sentence. */
function endOfUrl(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (unit <= 32 || unit === 34 || unit === 60 || unit === 62) break;
    if (unit > 127) {
      const code = codeAt(text, end, unit);
      const kind = kindOf(code);
      if (kind !== letter && kind !== capital && kind !== ignored) break;
      if (code > 0xffff) end++;
    }
    end++;
  }
  while (end > at && '.,;:!?)\'"]*'.includes(text[end - 1] as string)) end--;
  return end;
}

/**
 * The end of a handle's domain: "@brand.bsky.social" and "@brand@some.server" are one token, spelled "brand", so that
 * words of the server's name are not words of the post.
 */
function endOfHandle(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (unit < 128 && asciiFold[unit] !== 0) end++;
    else if ((unit === 46 || unit === 45 || unit === 64) && isAsciiWord(text, end + 1)) end += 2;
    else if (unit > 127 && goesOn(text, end)) end += codeAt(text, end, unit) > 0xffff ? 2 : 1;
    else break;
  }
  return end;
}

/** True where a word that has begun goes on: also over marks and joiners that count as nothing. */
function goesOn(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit < 128) return asciiFold[unit] !== 0;
  const kind = kindOf(codeAt(text, at, unit));
  return kind === letter || kind === capital || kind === ignored;
}

function isAsciiWord(text: string, at: number): boolean {
  const unit = at < text.length ? text.charCodeAt(at) : 0;
  return unit < 128 && asciiFold[unit] !== 0;
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57;

/** Reads one field into `doc`, appending. Returns how many units of `chars` are used afterwards. */
function scan(doc: Doc, text: string, usedBefore: number): number {
  const { kinds, flags, from, to, start, length, hash: hashes, chars } = doc;
  const gapsOf = doc.gaps;
  const end = text.length;
  const units = unitsOf(text);
  let used = usedBefore;
  let count = doc.count;
  let gap: number = gaps.sentence;
  let sigil = 0;
  let marks = 0;
  /** Where the last token ended, to know what is glued to it. */
  let lastEnd = -1;
  let i = 0;
  while (i < end) {
    const unit = units[i] as number;
    let code = unit;
    let kind = letter;
    if (unit < 128) {
      if (asciiFold[unit] === 0) {
        if (unit === 35 || unit === 64 || unit === 36) sigil = sigilAt(doc, text, i, count, lastEnd);
        else {
          const separator = asciiGap[unit] as number;
          marks |= separator;
          const strength = separator & gapMask;
          // A full stop inside a name ("brand.com", "U.S.") ends no sentence.
          if (strength > gap && !(unit === 46 && isWordAt(text, i + 1))) gap = strength;
        }
        i++;
        continue;
      }
    } else {
      code = codeAt(text, i, unit);
      kind = kindOf(code);
      if (kind !== letter && kind !== capital) {
        const width = code > 0xffff ? 2 : 1;
        if (kind === ideograph || kind === emoji) {
          const begin = i;
          let hash = hashSeed;
          const wordStart = used;
          if (kind === ideograph) {
            used = append(doc, code, used);
            i += width;
          } else i = emojiEnd(text, i, code);
          if (kind === emoji) used = appendEmoji(doc, text, begin, i, used);
          for (let k = wordStart; k < used; k++) hash = Math.imul(hash ^ (chars[k] as number), hashPrime);
          kinds[count] = kind === ideograph ? tokenKinds.ideograph : tokenKinds.emoji;
          flags[count] = kind === ideograph ? sigil : 0;
          gapsOf[count] = gap;
          from[count] = sigil && kind === ideograph ? begin - 1 : begin;
          to[count] = i;
          start[count] = wordStart;
          length[count] = used - wordStart;
          hashes[count] = hash;
          count++;
          sigil = 0;
          gap = gaps.none;
          lastEnd = i;
        } else {
          if (code === 0xff03 || code === 0xff20) sigil = sigilAt(doc, text, i, count, lastEnd);
          const strength =
            kind === sentenceEnd
              ? gaps.sentence
              : kind === clauseEnd
                ? gaps.clause
                : kind === ignored || kind === apostrophe
                  ? gaps.none
                  : gaps.space;
          if (code === 0xff1f) marks |= markBits.question;
          if (strength > gap) gap = strength;
          i += width;
        }
        continue;
      }
    }

    // A word or a number.
    const begin = sigil ? i - 1 : i;
    const wordStart = used;
    let hash = hashSeed;
    let capitals = kind === capital ? 1 : 0;
    let at = i;
    let next = unit;
    let spelling = 0;
    for (;;) {
      if (next < 128) {
        const folded = asciiFold[next] as number;
        if (folded === 0) {
          // "3.5" is one number.
          if (next === 46 && (spelling & 64) === 0 && isDigit(text.charCodeAt(at + 1))) {
            chars[used++] = 46;
            hash = Math.imul(hash ^ 46, hashPrime);
          } else break;
        } else {
          // Without branches: only upper case differs from its fold, by 32; only letters and "_" hold the bit 64.
          capitals += (folded ^ next) >> 5;
          spelling |= folded;
          chars[used++] = folded;
          hash = Math.imul(hash ^ folded, hashPrime);
        }
        at++;
      } else {
        const point = codeAt(text, at, next);
        const pointKind = kindOf(point);
        if (pointKind === letter || pointKind === capital) {
          spelling |= 64;
          if (pointKind === capital && at > i) capitals++;
          const folded = unitOf(point);
          if (folded !== 0) {
            chars[used++] = folded;
            hash = Math.imul(hash ^ folded, hashPrime);
          } else {
            const before = used;
            used = append(doc, point, used);
            for (let k = before; k < used; k++) hash = Math.imul(hash ^ (chars[k] as number), hashPrime);
          }
        } else if (pointKind !== ignored) break;
        at += point > 0xffff ? 2 : 1;
      }
      if (at >= end) break;
      next = units[at] as number;
    }
    let tokenKind: number = (spelling & 64) === 0 ? tokenKinds.number : tokenKinds.word;
    // Letters counted before anything is glued on.
    const spelled = used - wordStart;
    if (at < end) {
      if (next === 58 || next === 46) {
        if (isUrlStart(chars, wordStart, spelled, text, at)) {
          const urlEnd = endOfUrl(text, at);
          const before = used;
          for (let k = at; k < urlEnd; k++) {
            const c = text.charCodeAt(k);
            if (c < 128) chars[used++] = (asciiFold[c] as number) || c;
            else {
              const point = codeAt(text, k, c);
              if (kindOf(point) !== ignored) used = append(doc, point, used);
              if (point > 0xffff) k++;
            }
          }
          for (let k = before; k < used; k++) hash = Math.imul(hash ^ (chars[k] as number), hashPrime);
          at = urlEnd;
          tokenKind = tokenKinds.url;
        }
      } else if (
        spelled > 1 &&
        chars[used - 1] === 110 &&
        isApostrophe(next) &&
        (text.charCodeAt(at + 1) | 32) === 116 &&
        !goesOn(text, at + 2)
      ) {
        // "don't": the negation stays with its verb; every other apostrophe cuts ("brand's", "l'eau").
        chars[used++] = 39;
        chars[used++] = 116;
        hash = Math.imul(Math.imul(hash ^ 39, hashPrime) ^ 116, hashPrime);
        at += 2;
      }
      if (sigil === tokenFlags.mention && (next === 46 || next === 45 || next === 64)) at = endOfHandle(text, at);
    }
    kinds[count] = tokenKind;
    // Without branches again: which words begin with a capital no processor guesses.
    const beginsCapital = unit < 128 ? ((asciiFold[unit] as number) ^ unit) >> 5 : kind === capital ? 1 : 0;
    const isAllCapitals = ((1 - capitals) >>> 31) & ((spelled - 1 - capitals) >>> 31);
    flags[count] = sigil | (beginsCapital * tokenFlags.capital) | (isAllCapitals * tokenFlags.allCaps);
    gapsOf[count] = gap;
    from[count] = begin;
    to[count] = at;
    start[count] = wordStart;
    length[count] = used - wordStart;
    hashes[count] = hash;
    count++;
    sigil = 0;
    gap = gaps.none;
    lastEnd = at;
    i = at;
    // What mostly follows a word.
    if (at < end && units[at] === 32) {
      gap = gaps.space;
      i = at + 1;
    }
  }
  doc.count = count;
  doc.marks |= marks & ~gapMask;
  return used;
}

/** A sigil counts where it begins a word: "#new", and in "#a#b" and after an ideograph; not in "bob@example". */
function sigilAt(doc: Doc, text: string, at: number, count: number, lastEnd: number): number {
  const next = at + 1;
  if (!isWordAt(text, next)) return 0;
  const unit = text.charCodeAt(at);
  if (lastEnd === at && count > 0) {
    const glued = doc.kinds[count - 1] as number;
    const tagged = ((doc.flags[count - 1] as number) & tokenFlags.hashtag) !== 0;
    const hash = unit === 35 || unit === 0xff03;
    if (glued <= tokenKinds.url && !(hash && tagged)) return 0;
  }
  if (unit === 36) return isDigit(text.charCodeAt(next)) ? 0 : tokenFlags.cashtag;
  return unit === 64 || unit === 0xff20 ? tokenFlags.mention : tokenFlags.hashtag;
}

function append(doc: Doc, code: number, used: number): number {
  const unit = unitOf(code);
  if (unit !== 0) {
    doc.chars[used] = unit;
    return used + 1;
  }
  const long = longFoldOf(code);
  for (let k = 0; k < long.length; k++) doc.chars[used + k] = long.charCodeAt(k);
  return used + long.length;
}

const zeroWidthJoiner = 0x200d;
const isRegional = (code: number) => code >= 0x1f1e6 && code <= 0x1f1ff;

/** One emoji as people see it: with its skin tone, its joined parts, or both letters of a flag. */
function emojiEnd(text: string, at: number, first: number): number {
  let end = at + (first > 0xffff ? 2 : 1);
  if (isRegional(first)) {
    const second = end < text.length ? codeAt(text, end, text.charCodeAt(end)) : 0;
    return isRegional(second) ? end + 2 : end;
  }
  while (end < text.length) {
    const code = codeAt(text, end, text.charCodeAt(end));
    if (code === zeroWidthJoiner) {
      const after = end + 1 < text.length ? codeAt(text, end + 1, text.charCodeAt(end + 1)) : 0;
      if (after === 0 || kindOf(after) !== emoji) return end;
      end += 1 + (after > 0xffff ? 2 : 1);
    } else if (code === 0xfe0f || code === 0xfe0e || (code >= 0x1f3fb && code <= 0x1f3ff)) {
      end += code > 0xffff ? 2 : 1;
    } else return end;
  }
  return end;
}

/** Without skin tone and variation marks, so that every thumb is the same thumb. */
function appendEmoji(doc: Doc, text: string, from: number, to: number, usedBefore: number): number {
  let used = usedBefore;
  for (let k = from; k < to; ) {
    const code = codeAt(text, k, text.charCodeAt(k));
    const units = code > 0xffff ? 2 : 1;
    if (kindOf(code) === emoji || code === zeroWidthJoiner)
      for (let u = 0; u < units; u++) doc.chars[used++] = text.charCodeAt(k + u);
    k += units;
  }
  return used;
}

function isUrlStart(chars: Uint16Array, start: number, length: number, text: string, at: number): boolean {
  const first = chars[start];
  if (first === 119)
    return (
      length === 3 &&
      chars[start + 1] === 119 &&
      chars[start + 2] === 119 &&
      text.charCodeAt(at) === 46 &&
      isWordAt(text, at + 1)
    );
  if (first !== 104 || length < 4 || length > 5) return false;
  if (text.charCodeAt(at) !== 58 || text.charCodeAt(at + 1) !== 47 || text.charCodeAt(at + 2) !== 47) return false;
  return (
    chars[start + 1] === 116 &&
    chars[start + 2] === 116 &&
    chars[start + 3] === 112 &&
    (length === 4 || chars[start + 4] === 115)
  );
}

/** Tokenises once for every step of the pipeline. `into` is overwritten and returned: valid until its next use. */
export function normalize(text: string, title = '', into: Doc = createDoc()): Doc {
  const units = text.length + title.length;
  if (units > into.kinds.length) Object.assign(into, arraysFor(Math.ceil(units * 1.5)));
  into.text = text;
  into.title = title;
  into.count = 0;
  into.marks = 0;
  const used = title === '' ? 0 : scan(into, title, 0);
  into.titleCount = into.count;
  scan(into, text, used);
  return into;
}

/** Up to here letter by letter costs a fifth of a list of all letters: each start of a thread spells 40,000 words. */
const shortWord = 24;

/** The folded spelling of a token: "Séphora's" gives "sephora" and "s". */
export function wordAt(doc: Doc, token: number): string {
  const start = doc.start[token] as number;
  const end = start + (doc.length[token] as number);
  let word = '';
  if (end - start <= shortWord) {
    for (let at = start; at < end; at++) word += String.fromCharCode(doc.chars[at]!);
    return word;
  }
  // In pieces: a token may be as long as the text.
  for (let at = start; at < end; at += 4096)
    word += String.fromCharCode(...doc.chars.subarray(at, Math.min(end, at + 4096)));
  return word;
}

/** The token as it was written, sigil included. */
export function writtenAt(doc: Doc, token: number): string {
  return fieldOf(doc, token).slice(doc.from[token], doc.to[token]);
}

function fieldOf(doc: Doc, token: number): string {
  return token < doc.titleCount ? doc.title : doc.text;
}

/** True where the token's folded spelling is `folded`. */
export function spells(doc: Doc, token: number, folded: string): boolean {
  const length = folded.length;
  if (doc.length[token] !== length) return false;
  const start = doc.start[token] as number;
  for (let k = 0; k < length; k++) if (doc.chars[start + k] !== folded.charCodeAt(k)) return false;
  return true;
}

export function beginsWith(doc: Doc, token: number, folded: string): boolean {
  const length = folded.length;
  if ((doc.length[token] as number) < length) return false;
  const start = doc.start[token] as number;
  for (let k = 0; k < length; k++) if (doc.chars[start + k] !== folded.charCodeAt(k)) return false;
  return true;
}
