import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { createExpectation } from './expectation.ts';
import { createPeaks } from './peaks.ts';
import { createRunningSum, type RunningSum } from './runningSum.ts';
import { createSpread } from './spread.ts';

/** More than expected, from its first moment until counts are usual again. It grows while it goes on. */
export type Spike = {
  /** The moment of the count that told it, epoch ms. */
  at: number;
  /** The end of the last count that stood out, epoch ms. */
  until: number;
  /** 1 to 10: from how seldom the series goes so high, and how many times the expected it is. */
  severity: number;
  /** What was counted in the `spanMs` up to its strongest moment, and what was expected. */
  value: number;
  expected: number;
  spanMs: number;
};

export type Detector = {
  /** Counts come in order, one for each step. Returns the spike that this one belongs to: the same object while it goes on. */
  push(at: number, value: number): Spike | undefined;
};

/** Nothing is told before so much was seen. */
export const learnMs = 3 * dayMs;
export const learnSteps = 14;
/** A burst of minutes and one of hours stand out of counts over different spans. */
const spansMs = [0, 30 * minuteMs, 2 * hourMs, 6 * hourMs];
/** Of counts many times a second the spans are shorter: memory is bounded. */
const mostSteps = 100_000;
/** Of a count only so many deviations above the expected teach what is usual. */
const taughtDeviations = 3;
/** Told from here on: a day like it comes about every eleven days. */
const leastOdds = 2.4;
/** A spike is over when nothing stood out by more than this for an hour. */
const calm = { strangeness: 1.5, ms: hourMs };
/** So long after one began a further one must be clearly stronger to be told. */
const rest = { ms: 36 * hourMs, odds: 1 };

type Span = { sum: RunningSum; spread: ReturnType<typeof createSpread> };
type Sight = { strangeness: number; value: number; expected: number; steps: number };

/**
 * Finds bursts in a series of counts, with a count of memory and nothing of the future: each answer rests on what was pushed
 * before. Works at counts of 2 an hour and at 2,000 a minute.
 */
export function createDetector(stepMs: number): Detector {
  const expectation = createExpectation(stepMs);
  const peaks = createPeaks();
  const lengths = new Set(spansMs.map((ms) => Math.min(mostSteps, Math.max(1, Math.round(ms / stepMs)))));
  const spans: Span[] = [...lengths].map((steps) => ({ sum: createRunningSum(steps), spread: createSpread(stepMs) }));
  let firstAt = Number.NaN;
  let lastAt = Number.NaN;
  let seen = 0;
  let day = Number.NaN;
  let highest = Number.NEGATIVE_INFINITY;
  let spike: Spike | undefined;
  let told = { at: Number.NEGATIVE_INFINITY, odds: 0 };

  /** The span in which the newest counts stand out most; all of them learn. */
  function look(): Sight {
    const most: Sight = { strangeness: Number.NEGATIVE_INFINITY, value: 0, expected: 0, steps: 1 };
    for (const { sum, spread } of spans) {
      if (!sum.isFull()) continue;
      const { value, expected } = sum;
      const strangeness = spread.strangeness(value, expected);
      if (strangeness > most.strangeness) Object.assign(most, { strangeness, value, expected, steps: sum.steps });
      spread.learn(Math.min(value, expected + taughtDeviations * spread.deviation(expected)), expected);
    }
    return most;
  }

  function enterDay(at: number): void {
    const today = Math.floor(at / dayMs);
    if (today === day) return;
    if (highest > Number.NEGATIVE_INFINITY) peaks.learn(highest);
    day = today;
    highest = Number.NEGATIVE_INFINITY;
  }

  function tell(at: number, sight: Sight): Spike | undefined {
    const odds = peaks.oddsOf(sight.strangeness);
    const end = at + stepMs;
    if (spike) {
      if (sight.strangeness >= calm.strangeness) spike.until = end;
      else if (end - spike.until >= calm.ms) spike = undefined;
      if (spike && odds > told.odds) grow(spike, odds, sight);
      return spike;
    }
    const isRested = at - told.at > rest.ms || odds > told.odds + rest.odds;
    if (odds < leastOdds || !isRested) return undefined;
    spike = { at, until: end, severity: 0, value: 0, expected: 0, spanMs: 0 };
    told = { at, odds };
    grow(spike, odds, sight);
    return spike;
  }

  function grow(into: Spike, odds: number, { value, expected, steps }: Sight): void {
    told.odds = odds;
    into.severity = severityOf(odds, value / expected);
    into.value = value;
    into.expected = expected;
    into.spanMs = steps * stepMs;
  }

  return {
    push(at, value) {
      if (!(at > lastAt) && seen > 0) throw new RangeError('counts come in the order of time');
      // Over a gap nothing can be added up.
      if (at - lastAt > 1.5 * stepMs) for (const { sum } of spans) sum.clear();
      if (seen === 0) firstAt = at;
      lastAt = at;
      seen += 1;
      const isLearned = at - firstAt >= learnMs && seen > learnSteps;
      const knowsHours = isLearned && stepMs < dayMs;
      const expected = expectation.of(at, knowsHours);
      const taught = expected + taughtDeviations * spans[0]!.spread.deviation(expected);
      for (const { sum } of spans) sum.push(value, expected);
      const sight = look();
      enterDay(at);
      let answer: Spike | undefined;
      if (isLearned) {
        answer = tell(at, sight);
        highest = Math.max(highest, sight.strangeness);
      }
      expectation.learn(at, seen === 1 ? value : Math.min(value, taught), knowsHours);
      return answer;
    },
  };
}

/** Every e-fold of seldomness one more; and one for twice the expected, two for four times, three for eight and more. */
const severityOf = (odds: number, ratio: number): number =>
  Math.min(10, Math.max(1, Math.round(1 + Math.min(6, odds - leastOdds) + Math.min(3, Math.log2(Math.max(1, ratio))))));
