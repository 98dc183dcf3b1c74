import { maskPersonal } from '../../shared/mask.ts';
import { dayMs } from '../../shared/rollup.ts';
import { type ApartWords, apartWords } from '../pipeline/terms/apartWords.ts';
import { type CountedText, createRisingTerms } from '../pipeline/terms/risingTerms.ts';
import { spellTerm } from '../pipeline/terms/spellTerm.ts';
import type { KeptTexts } from './keptTexts.ts';
import { pickExamples } from './pickExamples.ts';
import { spread } from './spread.ts';
import type { Filter, FoundTerms, Kept, TermsFilter } from './store.ts';

/** More texts than these of one period are not read: an even sample of them tells the same. */
const mostTexts = 30_000;
const referenceWindows = 4;
const longestReferenceMs = 28 * dayMs;
/** So many of a term's messages decide how it is spelled, and its examples are among them. */
const looked = 24;

/** What a store gives: its distinct texts, and whole posts by commit number. */
export type TermSource = {
  read(filter: Filter, most: number): KeptTexts;
  load(seqs: readonly number[]): Kept[];
};

/** The period that a window's talk is measured against: the four windows' lengths before it, 28 days at most. */
export function referenceOf(from: number, to: number): { from: number; to: number } {
  return { from: from - Math.min(referenceWindows * (to - from), longestReferenceMs), to: from };
}

/** Answers `terms`, alike for every store. A window without a beginning has nothing before it: no term is new there. */
export async function findTerms(source: TermSource, { apart, limit, ...filter }: TermsFilter): Promise<FoundTerms> {
  const { to } = filter;
  const from = filter.from ?? Number.NEGATIVE_INFINITY;
  const isApart = apartWords(apart);
  const rising = createRisingTerms(isApart);
  const each = async ({ texts }: KeptTexts, add: (text: CountedText) => void) => {
    for await (const piece of texts) for (const one of piece) add(one);
  };
  const now = source.read(filter, mostTexts);
  await each(now, rising.addNow);
  const reference = filter.from === undefined ? null : referenceOf(from, to);
  const before = reference && source.read({ ...filter, ...reference }, mostTexts);
  if (before) await each(before, rising.addBefore);

  const items: FoundTerms['items'] = [];
  for (const term of rising.rising(limit)) {
    const { places, startedAt, lift, low, high, probability } = term;
    const posts = source.load(spread(places, looked).map(rising.seqAt));
    const held = posts.map(({ text, title = null, analysis }) => ({ text, title, lang: analysis.lang }));
    const spelled = spellMasked(term.hash, held, isApart);
    if (!spelled) continue;
    items.push({
      ...spelled,
      texts: Math.round(term.texts / now.share),
      before: Math.round(term.before / (before?.share ?? 1)),
      lift,
      low,
      high,
      probability,
      startedAt,
      examples: pickExamples(posts),
    });
  }
  const period = (texts: number, share: number) => ({ texts: Math.round(texts / share), share });
  return {
    now: { from: filter.from ?? null, to, ...period(rising.texts, now.share) },
    before: reference && { ...reference, ...period(rising.beforeTexts, before!.share) },
    items,
  };
}

/** A term as texts that hold it write it, some two dozen of them; what is hidden in them is no term. */
export function spellMasked(
  term: number,
  texts: readonly Pick<CountedText, 'text' | 'title' | 'lang'>[],
  isApart: ApartWords,
): ReturnType<typeof spellTerm> {
  const shown = spread(texts, looked).map(({ text, title, lang }) => ({
    text: maskPersonal(text).text,
    title: maskPersonal(title ?? '').text,
    lang,
  }));
  return spellTerm(term, shown, isApart);
}
