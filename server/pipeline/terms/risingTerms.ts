import { createDoc, normalize } from '../normalize.ts';
import type { ApartWords } from './apartWords.ts';
import { type Lift, liftOf } from './liftOf.ts';
import { createOfferedTerms, offerTerms } from './offerTerms.ts';
import { startOf } from './startOf.ts';

/** One distinct text: near-copies are left out before they come here. */
export type CountedText = {
  seq: number;
  at: number;
  lang: string;
  /** Keyed hash; null where the source names nobody: then each text has a writer of its own. */
  author: string | null;
  title: string | null;
  text: string;
};

export const byTime = (a: Pick<CountedText, 'at' | 'seq'>, b: Pick<CountedText, 'at' | 'seq'>): number =>
  a.at - b.at || a.seq - b.seq;

/** `places`: of the texts of the window that hold it, oldest first, as `textAt` gives them. */
export type RisingTerm = Lift & {
  hash: number;
  words: number;
  texts: number;
  before: number;
  startedAt: number;
  places: number[];
};

export const fewestTexts = 5;
const fewestAuthors = 3;
export const surelyFrom = 0.99;
/** Terms that share so much of all their texts say the same. */
const sameFrom = 0.5;
/** A word of which so much stands in one pair is told by the pair. */
const coveredFrom = 0.6;

/**
 * Counts in how many distinct texts each term stands, in a window and in the period before it. Give it all of the window's
 * texts first. Terms are known by their 32-bit hash alone: among half a million of them, one candidate in ten thousand
 * counts some rare term's text as its own, and letters are put to the few that win.
 */
export function createRisingTerms(apart: ApartWords) {
  const doc = createDoc();
  const offered = createOfferedTerms();
  const texts: TermsOfText[] = [];
  const counts = new Map<number, number>();
  /** Each pair with its two words. */
  const pairs = new Map<number, [number, number]>();
  /** Texts before, of the terms that stand in enough texts now; null while the window is still read. */
  let before: Map<number, number> | null = null;
  let beforeTexts = 0;

  function read({ title, text, lang }: CountedText) {
    return offerTerms(normalize(text, title ?? '', doc), lang, apart, offered);
  }

  return {
    addNow(one: CountedText): void {
      const { count, hash, token, words } = read(one);
      texts.push({ seq: one.seq, at: one.at, author: one.author, terms: hash.slice(0, count) });
      for (let k = 0; k < count; k++) {
        const term = hash[k]!;
        counts.set(term, (counts.get(term) ?? 0) + 1);
        if (words[k] === 2 && !pairs.has(term)) pairs.set(term, [doc.hash[token[k]!]!, doc.hash[token[k]! + 1]!]);
      }
    },

    addBefore(one: CountedText): void {
      before ??= new Map([...counts].filter(([, texts]) => texts >= fewestTexts).map(([hash]) => [hash, 0]));
      beforeTexts += 1;
      const { count, hash } = read(one);
      for (let k = 0; k < count; k++) {
        const known = before.get(hash[k]!);
        if (known !== undefined) before.set(hash[k]!, known + 1);
      }
    },

    get texts(): number {
      return texts.length;
    },
    get beforeTexts(): number {
      return beforeTexts;
    },
    seqAt: (place: number): number => texts[place]!.seq,

    /** The terms that surely grew, those first that grew most in most texts; nothing where nothing was heard before. */
    rising(limit: number): RisingTerm[] {
      if (!before) return [];
      texts.sort(byTime);
      return chooseRising({ texts, limit, wordsOf: (hash) => pairs.get(hash) }, counts, before, beforeTexts);
    },
  };
}

export type TermsOfText = { seq: number; at: number; author: string | null; terms: Int32Array };
type Choosing = {
  /** Of the window, by time. */
  texts: readonly TermsOfText[];
  /** The two words of a pair; undefined for a word. */
  wordsOf: (hash: number) => readonly number[] | undefined;
  limit: number;
};

/**
 * Of the terms in `before` (with how many texts held them before) those that surely grew, the strongest first. `counts`: in how
 * many texts of the window each stands.
 */
export function chooseRising(
  { texts, wordsOf, limit }: Choosing,
  counts: ReadonlyMap<number, number>,
  before: Iterable<readonly [hash: number, textsBefore: number]>,
  beforeTexts: number,
): RisingTerm[] {
  const grown = new Map<number, Lift & { before: number; places: number[] }>();
  for (const [hash, textsBefore] of before) {
    const lift = liftOf(counts.get(hash)!, texts.length, textsBefore, beforeTexts);
    if (lift.probability >= surelyFrom) grown.set(hash, { ...lift, before: textsBefore, places: [] });
  }
  if (grown.size === 0) return [];
  texts.forEach(({ terms }, place) => {
    for (const hash of terms) grown.get(hash)?.places.push(place);
  });
  const strength = ([hash, { lift, places }]: [number, Lift & { places: number[] }]) =>
    places.length * Math.log(lift) * (wordsOf(hash) ? pairBonus : 1);
  const strongest = [...grown]
    .filter(([, { places }]) => authorsOf(texts, places) >= fewestAuthors)
    .sort((a, b) => strength(b) - strength(a) || a[0] - b[0]);
  const chosen: RisingTerm[] = [];
  for (const [hash, term] of strongest) {
    if (chosen.length === limit) break;
    if (chosen.some((other) => isTold({ ...term, hash }, other, wordsOf))) continue;
    const usualRate = (term.before + 0.5) / (beforeTexts + 1);
    const start = startOf(term.places, texts.length, usualRate);
    const startedAt = texts[term.places[start]!]!.at;
    chosen.push({ ...term, hash, words: wordsOf(hash) ? 2 : 1, texts: term.places.length, startedAt });
  }
  return chosen;
}

function authorsOf(texts: readonly TermsOfText[], places: readonly number[]): number {
  const known = new Set<string>();
  let unknown = 0;
  for (const place of places) {
    const { author } = texts[place]!;
    if (author === null) unknown += 1;
    else known.add(author);
    if (known.size + unknown >= fewestAuthors) break;
  }
  return known.size + unknown;
}

/** Of a pair and a word that say the same the pair says more. */
const pairBonus = 1.5;

type Placed = { hash: number; places: readonly number[] };

/** Whether a chosen term tells what a weaker one would. */
function isTold(term: Placed, chosen: Placed, wordsOf: Choosing['wordsOf']): boolean {
  if (wordsOf(term.hash)?.includes(chosen.hash)) return true;
  const others = new Set(chosen.places);
  let shared = 0;
  for (const place of term.places) if (others.has(place)) shared += 1;
  if (wordsOf(chosen.hash)?.includes(term.hash) && shared >= coveredFrom * term.places.length) return true;
  return shared >= sameFrom * (term.places.length + others.size - shared);
}
