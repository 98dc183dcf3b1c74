/**
 * What one Unicode character is to the tokeniser, and what it folds to. Answers are remembered per character, so that a
 * hostile text pays about a microsecond for each new one and nothing later; plain ASCII has tables of its own.
 */
export const separator = 1;
export const letter = 2;
/** A letter that lower-casing changes. */
export const capital = 3;
/** Scripts written without spaces: every character is a token, so that a query finds it inside a sentence. */
export const ideograph = 4;
export const emoji = 5;
/** Accents of their own, joiners, direction marks: part of the word around them, but no part of its spelling. */
export const ignored = 6;
export const apostrophe = 7;
/** Ends a clause: comma, colon, bracket, dash. */
export const clauseEnd = 8;
export const sentenceEnd = 9;

/** Folds of letters that Unicode does not decompose, but that people type without the mark. */
const ownFolds: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
};

const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
/** Accents of Latin, Cyrillic and kana, vowel points of Hebrew and Arabic, enclosing marks, skin tones: first and last. */
const markRanges = [
  [0x0300, 0x036f],
  [0x0483, 0x0487],
  [0x0591, 0x05bd],
  [0x05bf, 0x05c7],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x3099, 0x309a],
  [0xfe20, 0xfe2f],
  [0xff9e, 0xff9f],
  [0x1f3fb, 0x1f3ff],
] as const;
const isMark = (code: number) => markRanges.some(([first, last]) => code >= first && code <= last);
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\uff70]/u;
const wordly = /[\p{L}\p{N}\p{M}]/u;
const allWordly = /^[\p{L}\p{N}\p{M}]+$/u;
const pictorial = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** Pictorial by Unicode, but punctuation or letters to a reader: trade marks, double marks, circled ideographs. */
const unpictorial = /[\u00a9\u00ae\u203c\u2049\u2122\u2139\u24c2\u3030\u303d\u3297\u3299]/u;
const apostrophes = /['\u2018\u2019\u201b\u02bc\u02b9\u2032\uff07\u00b4`]/u;
const sentenceMarks = /[.!?\n\r\u0085\u2028\u2029\u2026\u203c\u2049\u3002\uff01\uff0e\uff1f\uff61\u061f\u06d4\u0964]/u;

type Page = { kinds: Uint8Array; folds: Uint16Array };
const pages: (Page | undefined)[] = [];
/** Folds of more than one UTF-16 unit; their entry in `folds` is 0. */
const longFolds = new Map<number, string>();

function pageOf(code: number): Page {
  let page = pages[code >> 8];
  if (!page) {
    page = { kinds: new Uint8Array(256), folds: new Uint16Array(256) };
    pages[code >> 8] = page;
  }
  return page;
}

function withoutAccents(decomposed: string): string {
  let bare = '';
  for (const part of decomposed) if (!isMark(part.codePointAt(0) as number)) bare += part;
  return bare;
}

/** At most three units: no character blows a text up (U+FDFA alone would become eighteen). */
function foldOf(character: string): string {
  if (unspaced.test(character)) {
    const composed = character.normalize('NFKC');
    return composed.length <= 3 && allWordly.test(composed) ? composed : character;
  }
  const lower = character.toLowerCase();
  const own = ownFolds[lower];
  if (own) return own;
  const bare = withoutAccents(lower.normalize('NFKD')).toLowerCase();
  const folded = ownFolds[bare] ?? bare;
  return folded.length <= 3 && allWordly.test(folded) ? folded : lower.length <= 3 ? lower : character;
}

function kindOfNew(code: number, page: Page): number {
  const slot = code & 255;
  let kind = separator;
  if (code < 0xd800 || code > 0xdfff) {
    const character = String.fromCodePoint(code);
    if (apostrophes.test(character)) kind = apostrophe;
    else if (isMark(code) || ignorable.test(character)) kind = ignored;
    else if (pictorial.test(character) && !unpictorial.test(character)) kind = emoji;
    else if (wordly.test(character) || character === '_') {
      const folded = character === '_' ? '_' : foldOf(character);
      if (folded.length === 1) page.folds[slot] = folded.charCodeAt(0);
      else longFolds.set(code, folded);
      if (unspaced.test(character)) kind = ideograph;
      else kind = character === character.toLowerCase() ? letter : capital;
    } else if (sentenceMarks.test(character)) kind = sentenceEnd;
    else if (/\p{P}/u.test(character)) kind = clauseEnd;
  }
  page.kinds[slot] = kind;
  return kind;
}

export function kindOf(code: number): number {
  const page = pageOf(code);
  return page.kinds[code & 255] || kindOfNew(code, page);
}

/** The folded form as one UTF-16 unit, or 0 when it is longer: then ask `longFoldOf`. Only for letters and ideographs. */
export function unitOf(code: number): number {
  return pageOf(code).folds[code & 255] as number;
}

export function longFoldOf(code: number): string {
  return longFolds.get(code) ?? String.fromCodePoint(code);
}
