import type { SentimentLabel, WordOverride } from '../../shared/domain.ts';
import type { Shift } from './learned.ts';
import { createDoc, type Doc, hashOf, normalize, tokenFlags, tokenKinds, wordAt } from './normalize.ts';
import { createReading, findWord, type Reading, readWords } from './vocabulary.ts';

/** What one word means: by brand, or for all. */
type Meanings = {
  all?: SentimentLabel;
  brands: Map<string, SentimentLabel>;
  /** What the lists say of the word alone: -5..5 in English and in French. */
  listed: [en: number, fr: number];
};

/** Word overrides of a workspace: by the number of a word that the lists know, by the hash of any other. */
export type Overrides = {
  known: ReadonlyMap<number, Meanings>;
  unknown: ReadonlyMap<number, Meanings>;
  /** Some hold for one brand only. */
  isScoped: boolean;
};

/** The folded spelling of an override's word; undefined: it is no single word, or a handle, link or number. */
export function overriddenWord(written: string): string | undefined {
  const doc = normalize(written, '', createDoc());
  const isWord = doc.kinds[0] === tokenKinds.word || doc.kinds[0] === tokenKinds.emoji;
  if (doc.count !== 1 || !isWord || (doc.flags[0]! & tokenFlags.mention) !== 0) return undefined;
  return wordAt(doc, 0);
}

/** Null where there is none. A word that `overriddenWord` refuses is left out: the doors do not let it in. */
export function compileOverrides(overrides: readonly WordOverride[] | undefined): Overrides | null {
  const [doc, reading] = [createDoc(), createReading()];
  const known = new Map<number, Meanings>();
  const unknown = new Map<number, Meanings>();
  for (const { word, sentiment, brand } of overrides ?? []) {
    const folded = overriddenWord(word);
    if (folded === undefined) continue;
    const id = findWord(folded);
    const [into, key] = id === 0 ? [unknown, hashOf(folded)] : [known, id];
    const { hits, hitValues } = readWords(normalize(folded, '', doc), reading);
    const listed: Meanings['listed'] = hits === 0 ? [0, 0] : [hitValues[0][0]!, hitValues[1][0]!];
    const meanings: Meanings = into.get(key) ?? { brands: new Map(), listed };
    into.set(key, meanings);
    if (brand === undefined) meanings.all = sentiment;
    else meanings.brands.set(brand, sentiment);
  }
  if (known.size + unknown.size === 0) return null;
  const isScoped = (overrides ?? []).some(({ brand }) => brand !== undefined);
  return { known, unknown, isScoped };
}

type Overridden = { token: number; sentiment: SentimentLabel };

/** Brands are asked in turn; a meaning for one of them goes before the one for all. */
function meaningFor(meanings: Meanings, brands: readonly string[]): SentimentLabel | undefined {
  if (meanings.brands.size > 0)
    for (const brand of brands) {
      const own = meanings.brands.get(brand);
      if (own !== undefined) return own;
    }
  return meanings.all;
}

/** In "sick of", whose value the word alone does not have, the word is no word of its own; in "I love" it is. */
function isInIdiom({ hits, hitToken, hitLength, hitValues }: Reading, token: number, language: 0 | 1, listed: number) {
  for (let hit = 0; hit < hits && hitToken[hit]! <= token; hit++) {
    if (hitLength[hit]! < 2 || token >= hitToken[hit]! + hitLength[hit]!) continue;
    const value = hitValues[language][hit]!;
    if (value !== 0 && Math.sign(value) !== Math.sign(listed)) return true;
  }
  return false;
}

/** Overridden words of a text, but for those that an idiom holds. */
function findOverridden(
  { doc, reading, masked }: Said,
  lang: string,
  brands: readonly string[],
  { known, unknown }: Overrides,
): readonly Overridden[] {
  let found: Overridden[] | null = null;
  for (let token = 0; token < doc.count; token++) {
    const id = reading.ids[token]!;
    const meanings = id === 0 ? unknown.get(doc.hash[token]!) : known.get(id);
    if (meanings === undefined || masked?.[token] === 1 || (doc.flags[token]! & tokenFlags.mention) !== 0) continue;
    const sentiment = meaningFor(meanings, brands);
    const language = lang === 'fr' ? 1 : 0;
    if (sentiment === undefined || isInIdiom(reading, token, language, meanings.listed[language])) continue;
    found ??= [];
    found.push({ token, sentiment });
  }
  return found ?? none;
}
const none: readonly Overridden[] = Object.freeze([]);

/**
 * Words that mean what the override says, which the word lists and the models know well: a text is read as if they stood in
 * the other's place, so that negation, boosters and clauses work as they do for any word of praise or blame.
 */
const standIns: Record<string, Record<'negative' | 'positive', string>> = {
  en: { negative: 'terrible', positive: 'great' },
  fr: { negative: 'horrible', positive: 'excellent' },
};
/** Where there are no lists, no word is sure: the odds of the sentiment are made twenty times what they are. */
const oddsWithoutLists = Math.log(20);

/** A text as it was written; `masked` tokens (brand names) say nothing. */
export type Said = { doc: Doc; reading: Reading; masked: Uint8Array | null };

/** How a text is read where some of its words are overridden. The document is another, of the same tokens at the same places. */
export type AsRead = Said & {
  /** Where a word stands in for another: what each of them means. */
  overridden: readonly Overridden[];
  shift: Shift | null;
};

const readAgain = createReading();

function withStandIns(doc: Doc, overridden: readonly Overridden[], words: (typeof standIns)[string]): Doc {
  const end = doc.chars.length;
  const replaced = overridden.filter(({ sentiment }) => sentiment !== 'neutral');
  const longest = Math.max(words.negative.length, words.positive.length);
  const chars = new Uint16Array(end + replaced.length * longest);
  chars.set(doc.chars);
  const [kinds, start, length, hash] = [doc.kinds.slice(), doc.start.slice(), doc.length.slice(), doc.hash.slice()];
  replaced.forEach(({ token, sentiment }, index) => {
    const word = words[sentiment as 'negative' | 'positive'];
    start[token] = end + index * longest;
    length[token] = word.length;
    hash[token] = hashOf(word);
    kinds[token] = tokenKinds.word;
    for (let k = 0; k < word.length; k++) chars[start[token]! + k] = word.charCodeAt(k);
  });
  return { ...doc, chars, kinds, start, length, hash };
}

function readOverridden(
  { doc: written, reading, masked }: Said,
  lang: string,
  overridden: readonly Overridden[],
): AsRead {
  const words = standIns[lang];
  let covered = masked;
  const shift = { negative: 0, positive: 0 };
  for (const { token, sentiment } of overridden) {
    if (words && sentiment !== 'neutral') continue;
    covered = covered === masked ? (masked ? masked.slice() : new Uint8Array(written.count)) : covered;
    covered![token] = 1;
    if (sentiment !== 'neutral') shift[sentiment] = oddsWithoutLists;
  }
  if (!words) return { doc: written, reading, masked: covered, overridden, shift };
  const doc = withStandIns(written, overridden, words);
  return { doc, reading: readWords(doc, readAgain), masked: covered, overridden, shift: null };
}

/**
 * The text as the workspace's overrides have it read, for the brands that it names; null where it holds no such word. What
 * comes back is valid until the next call.
 */
export function readAs(said: Said, lang: string, brands: readonly string[], overrides: Overrides): AsRead | null {
  const overridden = findOverridden(said, lang, brands, overrides);
  return overridden.length === 0 ? null : readOverridden(said, lang, overridden);
}

/** Brands for which some word of the text means something else than it does for all that the text names together. */
export function readOtherwise(
  said: Said,
  lang: string,
  brands: readonly string[],
  together: AsRead,
  overrides: Overrides,
): string[] {
  if (!overrides.isScoped || brands.length < 2) return [];
  const whole = JSON.stringify(together.overridden);
  return brands.filter((brand) => JSON.stringify(findOverridden(said, lang, [brand], overrides)) !== whole);
}
