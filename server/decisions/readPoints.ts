import type { OpenPoint } from '../../shared/openPoints.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import type { ClassifierError } from '../../shared/uncertainty.ts';
import type { CompiledQuery, History } from '../store/store.ts';
import { openPoints, type Range } from './openPoints.ts';

const windowMs = 6 * hourMs;
/** With fewer mentions in the window a day is looked at. */
const enoughMentions = 30;
const usualMs = 7 * dayMs;
/** Of texts that say "sold out" no more than these are looked at. */
const mostTexts = 2_000;
const questions = 6;

const nothing = { mentions: 0, distinct: 0, positive: 0, neutral: 0, negative: 0 };

type Asked = {
  brand: string;
  themes: readonly { id: string; name: string; query: string }[];
  now: number;
  /** Words by which the brand is found: no question is told apart by them. */
  apart: readonly string[];
  soldOut: CompiledQuery;
  /** Of a theme's net sentiment. */
  error: ClassifierError;
};
export type ReadPoints = { window: Range; isUsualKnown: boolean; points: OpenPoint[] };

/** Counts what the rules of open points need: the last six hours (a day where little is said) beside the week before. */
export async function readPoints(history: History, asked: Asked): Promise<ReadPoints> {
  const { brand, now } = asked;
  const filter = { brands: [brand], step: '1w', zone: 'UTC', stage: 'important' } as const;
  const sumOf = async (range: Range) => {
    const sum = { mentions: 0, distinct: 0 };
    for (const { mentions, distinct } of await history.series({ ...filter, ...range })) {
      sum.mentions += mentions;
      sum.distinct += distinct;
    }
    return sum;
  };
  const themesOf = async (range: Range) => {
    const themes = new Map<string, typeof nothing>();
    for (const { key = 'none', ...counts } of await history.series({ ...filter, ...range, by: 'theme' })) {
      const known = themes.get(key) ?? nothing;
      themes.set(key, {
        mentions: known.mentions + counts.mentions,
        distinct: known.distinct + counts.distinct,
        positive: known.positive + counts.positive,
        neutral: known.neutral + counts.neutral,
        negative: known.negative + counts.negative,
      });
    }
    return themes;
  };
  /** Near-copies say no more than their original, spam nothing. */
  const soldOutIn = async (range: Range) => {
    const { items } = await history.mentions({
      brands: [brand],
      ...range,
      stage: 'important',
      query: asked.soldOut,
      limit: mostTexts,
    });
    return items.filter(({ analysis: { reason } }) => reason !== 'near-copy' && reason !== 'spam').length;
  };

  let window = { from: now - windowMs, to: now };
  let counted = await sumOf(window);
  if (counted.mentions < enoughMentions) {
    window = { from: now - dayMs, to: now };
    counted = await sumOf(window);
  }
  const { mentions, firstAt } = await history.totals();
  const usual = { from: Math.max(window.from - usualMs, firstAt), to: window.from };
  const isUsualKnown = mentions > 0 && usual.to - usual.from >= window.to - window.from;
  const none = { mentions: 0, distinct: 0 };
  const [before, themesNow, themesBefore, soldOutNow, soldOutBefore, asking] = await Promise.all([
    isUsualKnown ? sumOf(usual) : none,
    themesOf(window),
    isUsualKnown ? themesOf(usual) : new Map<string, typeof nothing>(),
    soldOutIn(window),
    isUsualKnown ? soldOutIn(usual) : 0,
    history.questions({ brands: [brand], ...window, apart: asked.apart, limit: questions }),
  ]);
  return {
    window,
    isUsualKnown,
    points: openPoints({
      brand,
      window,
      error: asked.error,
      usual: isUsualKnown ? usual : null,
      mentions: { now: counted.mentions, before: before.mentions },
      distinct: { now: counted.distinct, before: before.distinct },
      themes: asked.themes.map((theme) => ({
        ...theme,
        now: themesNow.get(theme.id) ?? nothing,
        before: themesBefore.get(theme.id) ?? nothing,
      })),
      questions: asking.items,
      soldOut: { now: soldOutNow, before: soldOutBefore },
    }),
  };
}
