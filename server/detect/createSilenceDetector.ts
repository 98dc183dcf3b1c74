import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { createHourlyRate } from './hourlyRate.ts';
import { createPeaks } from './peaks.ts';
import { onceInDaysOf, severityOf, type Watching } from './threshold.ts';

/** Nothing comes where something always did. */
export type Silence = {
  /** Since when nothing was heard, epoch ms; and the moment of asking. */
  at: number;
  until: number;
  /** 1 to 10: from how seldom the source is silent for so long, and for how many hours. */
  severity: number;
  /** Nothing, and how many were expected since. */
  value: 0;
  expected: number;
  spanMs: number;
  /** About once in so many days would chance alone do as much. */
  onceInDays: number;
};

export type SilenceDetector = {
  /** How many posts came in each step, in order; a step that is left out held none. */
  push(at: number, count: number): void;
  /**
   * Whether the source is silent at `now`. `heardAt`: when its last post came; without it, the end of the last step that held
   * one. Changes nothing, and may be asked at any time after the last step.
   */
  check(now: number, heardAt?: number): Silence | undefined;
};

/** Shorter silences are never told. */
const leastMs = 10 * minuteMs;
/** Nothing is told before so much was seen. */
const learnMs = dayMs;
const leastSeen = 12;
/** All sources that are watched together are silent by chance about once in so many days. */
const onceInDays = 60;
/** The longest gap of a day of Poisson arrivals, less the logarithm of their number: Gumbel's distribution of scale 1. */
const gumbel = { mean: 0.5772156649015329, deviation: Math.PI / Math.sqrt(6) };
const begin = { ...gumbel, days: 3 };
/** A source that was silent so long will not come back soon: it is learned as silent. */
const givenUpMs = 7 * dayMs;
const spreadHalfMs = 7 * dayMs;
/** A source may have a slow day: what it brought lately, half of it three hours old, tells how slow. */
const paceHalfMs = 3 * hourMs;

/**
 * Tells when a source falls silent: when more posts are missing than it ever leaves out on its own days. Missing are those
 * expected by the hour of the day and by the source's pace of late; where posts come in bunches, it is the bunches that count.
 */
export function createSilenceDetector(stepMs: number, options: Watching = {}): SilenceDetector {
  const { among = 1, sensitivity = 5 } = options;
  const needed = Math.log(onceInDays * Math.max(1, among)) + Math.LN2 * (5 - sensitivity);
  const rate = createHourlyRate();
  const peaks = createPeaks(begin);
  let firstAt = Number.NaN;
  /** The end of the last step, and of the last one that held something. */
  let endAt = Number.NaN;
  let heardTo = Number.NaN;
  let seen = 0;
  let squares = 0;
  let expectedSum = 0;
  let lately = { count: 0, expected: 0 };
  /** Its pace when it was last heard, as a share of the usual; never above 1. */
  let pace = 1;
  const keepSpread = 0.5 ** (stepMs / spreadHalfMs);
  const keepLately = 0.5 ** (stepMs / paceHalfMs);

  const missingBetween = (from: number, to: number) => pace * rate.expectedBetween(from, to);
  /**
   * How many posts come together, at the mean: a negative binomial count is a Poisson number of bunches. From the variance of
   * a step's count, as a multiple of its mean.
   */
  function bunch(): number {
    const times = (squares + 1) / (expectedSum + 1);
    return times > 1.01 ? (times - 1) / Math.log(times) : 1;
  }
  const dayOf = (at: number) => Math.floor(at / dayMs);
  /** Bunches that are missing between these moments, beyond those of a day's usual longest gap. */
  function heightOf(from: number, to: number): number {
    const each = bunch();
    return missingBetween(from, to) / each - Math.log(Math.max(1, rate.aDay() / each));
  }
  const isKnown = (now: number) => now - firstAt >= learnMs && seen >= leastSeen;
  const isSilent = (from: number, now: number) =>
    isKnown(now) && now - from >= leastMs && peaks.oddsOf(dayOf(now), heightOf(from, now)) >= needed;

  /** One step that was heard whole. */
  function hear(at: number, count: number): void {
    const end = at + stepMs;
    const wasKnown = isKnown(at);
    const silentMs = end - heardTo;
    const isTold = count === 0 && isSilent(heardTo, end);
    if (wasKnown && heardTo < at) {
      // Steps hide shorter gaps: no day's longest is taken as shorter than chance alone makes it.
      const gapEnds = count > 0 ? at : end;
      if (!isTold) peaks.learn(dayOf(at), Math.max(gumbel.mean, heightOf(heardTo, gapEnds)));
    }
    endAt = end;
    if (count > 0) heardTo = end;
    seen += count;
    if (isTold && silentMs < givenUpMs) return;
    const expected = rate.expectedBetween(at, end);
    if (wasKnown) {
      squares = squares * keepSpread + (count - expected) ** 2;
      expectedSum = expectedSum * keepSpread + expected;
      lately = { count: lately.count * keepLately + count, expected: lately.expected * keepLately + expected };
      if (count > 0) pace = Math.min(1, (lately.count + 2) / (lately.expected + 2));
    }
    rate.learn(at, count, stepMs);
  }

  return {
    push(at, count) {
      if (at < endAt) throw new RangeError('counts come in the order of time');
      if (Number.isNaN(firstAt)) firstAt = heardTo = endAt = at;
      while (endAt < at) hear(endAt, 0);
      hear(at, count);
    },
    check(now, heardAt) {
      const from = heardAt === undefined || Number.isNaN(heardTo) ? heardTo : Math.max(heardAt, heardTo - stepMs);
      if (!isSilent(from, now)) return undefined;
      const odds = peaks.oddsOf(dayOf(now), heightOf(from, now));
      const spanMs = now - from;
      const expected = missingBetween(from, now);
      const severity = severityOf(odds - Math.log(onceInDays) + 2.4, 1 + spanMs / hourMs);
      return { at: from, until: now, severity, value: 0, expected, spanMs, onceInDays: onceInDaysOf(odds) };
    },
  };
}
