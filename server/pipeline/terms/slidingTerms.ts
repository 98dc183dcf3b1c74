import { createDoc, normalize } from '../normalize.ts';
import type { ApartWords } from './apartWords.ts';
import { createOfferedTerms, offerTerms } from './offerTerms.ts';
import { type CountedText, chooseRising, fewestTexts, type RisingTerm, type TermsOfText } from './risingTerms.ts';

type Heard = TermsOfText & { text: CountedText; pairs: [hash: number, first: number, second: number][] };
export type SlidTerm = RisingTerm & { texts: number; heldBy: CountedText[] };

/**
 * The rising terms of a window that slides over the past: each text is read once, when it enters, and once more taken away, where
 * `createRisingTerms` would read all texts of window and reference again at each step. Both choose alike.
 */
export function createSlidingTerms(
  apart: ApartWords,
  { spanMs, referenceMs }: { spanMs: number; referenceMs: number },
) {
  const doc = createDoc();
  const offered = createOfferedTerms();
  /** By time; those before `entered` are in the window or left it, those before `left` are in the reference. */
  let heard: Heard[] = [];
  let entered = 0;
  let left = 0;
  let gone = 0;
  const now = new Map<number, number>();
  const before = new Map<number, number>();
  /** Terms of enough texts of the window. */
  const enough = new Set<number>();
  const pairs = new Map<number, readonly [number, number]>();

  function read(text: CountedText): Heard {
    const { count, hash, token, words } = offerTerms(
      normalize(text.text, text.title ?? '', doc),
      text.lang,
      apart,
      offered,
    );
    const found: Heard['pairs'] = [];
    for (let k = 0; k < count; k++)
      if (words[k] === 2) found.push([hash[k]!, doc.hash[token[k]!]!, doc.hash[token[k]! + 1]!]);
    const { seq, at, author } = text;
    return { seq, at, author, terms: hash.slice(0, count), text, pairs: found };
  }

  function count(into: Map<number, number>, hash: number, by: 1 | -1): number {
    const sum = (into.get(hash) ?? 0) + by;
    if (sum === 0) into.delete(hash);
    else into.set(hash, sum);
    return sum;
  }

  function enter({ terms, pairs: own }: Heard): void {
    for (const [hash, first, second] of own) if (!pairs.has(hash)) pairs.set(hash, [first, second]);
    for (const hash of terms) if (count(now, hash, 1) === fewestTexts) enough.add(hash);
  }

  function leave({ terms }: Heard): void {
    for (const hash of terms) {
      const rest = count(now, hash, -1);
      if (rest === fewestTexts - 1) enough.delete(hash);
      if (rest === 0) pairs.delete(hash);
      count(before, hash, 1);
    }
  }

  function* countedBefore(): Generator<readonly [number, number]> {
    for (const hash of enough) yield [hash, before.get(hash) ?? 0];
  }

  return {
    /** Texts that come next, by time. They count once the window reaches them. */
    add(texts: readonly CountedText[]): void {
      for (const text of texts) heard.push(read(text));
    },
    /** What rises in the `spanMs` before `to`, which never goes back, against the `referenceMs` before those. */
    rising(to: number, limit: number): SlidTerm[] {
      const from = to - spanMs;
      while (entered < heard.length && heard[entered]!.at < to) enter(heard[entered++]!);
      while (left < entered && heard[left]!.at < from) leave(heard[left++]!);
      while (gone < left && heard[gone]!.at < from - referenceMs)
        for (const hash of heard[gone++]!.terms) count(before, hash, -1);
      // What is gone is let go in one piece now and then.
      if (gone > heard.length / 2) {
        heard = heard.slice(gone);
        entered -= gone;
        left -= gone;
        gone = 0;
      }
      // Where nothing was heard before nothing is new.
      if (enough.size === 0 || left === gone) return [];
      const texts = heard.slice(left, entered);
      const wordsOf = (hash: number) => pairs.get(hash);
      return chooseRising({ texts, wordsOf, limit }, now, countedBefore(), left - gone).map((term) => ({
        ...term,
        heldBy: term.places.map((place) => texts[place]!.text),
      }));
    },
  };
}

export type SlidingTerms = ReturnType<typeof createSlidingTerms>;
