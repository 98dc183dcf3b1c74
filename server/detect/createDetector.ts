import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { createBand } from './band.ts';
import { createExpectation } from './expectation.ts';
import { createPeaks } from './peaks.ts';
import { createRunningSum, type RunningSum } from './runningSum.ts';
import { createSpells, type Sight, type Spell } from './spells.ts';
import { createSpread } from './spread.ts';
import { neededOdds, onceInDaysOf, severityOf, type Watching } from './threshold.ts';

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
  /** About once in so many days chance alone would do as much. */
  onceInDays: number;
};

/** The expected count of one step, and the range that holds at least four in five of such counts. */
export type Forecast = { expected: number; low: number; high: number };

export type Detector = {
  /** Counts come in order, one for each step. Returns the spike that this one belongs to: the same object while it goes on. */
  push(at: number, value: number): Spike | undefined;
  /**
   * What `push` would answer of the step that is running, by its count so far. Changes nothing, and claims nothing that the
   * whole step would not: a spike at some count is one at any larger count too.
   */
  peek(at: number, value: number): Spike | undefined;
  /** What a coming step is expected to count; undefined while too little was seen. */
  forecast(at: number): Forecast | undefined;
};

export type DetectorOptions = Watching & {
  /** Nothing is told of which fewer than this stand above the expected; 0 by default. */
  least?: number;
};

/** Nothing is told before so much was seen. */
export const learnMs = 3 * dayMs;
export const learnSteps = 14;
/** A burst of minutes and one of hours stand out of counts over different spans. */
export const spansMs = [0, 30 * minuteMs, hourMs, 2 * hourMs, 6 * hourMs];
/** Of counts many times a second the spans are shorter: memory is bounded. */
const mostSteps = 100_000;
/** Of a count only so many deviations above the expected teach what is usual. */
const taughtDeviations = 3;

type Span = { sum: RunningSum; spread: ReturnType<typeof createSpread> };

/** The different numbers of steps, ascending, that these spans have. */
export const stepsOf = (spans: readonly number[], stepMs: number): number[] => [
  ...new Set(spans.map((ms) => Math.min(mostSteps, Math.max(1, Math.round(ms / stepMs))))),
];

/** Keeps the span in which the newest counts stand out most, and the most of those that may be told. */
function createLook(stepMs: number, least: number) {
  const nothing = { strangeness: Number.NEGATIVE_INFINITY, value: 0, expected: 0, spanMs: 0 };
  const look = {
    strangeness: Number.NEGATIVE_INFINITY,
    sight: nothing as Sight,
    see(strangeness: number, value: number, expected: number, steps: number): void {
      if (strangeness > look.strangeness) look.strangeness = strangeness;
      if (strangeness > look.sight.strangeness && value - expected >= least)
        look.sight = { strangeness, value, expected, spanMs: steps * stepMs };
    },
  };
  return look;
}

const spikeOf = ({ at, until, odds, sight: { value, expected, spanMs } }: Spell<Sight>): Spike => ({
  at,
  until,
  severity: severityOf(odds, value / expected),
  value,
  expected,
  spanMs,
  onceInDays: onceInDaysOf(odds),
});

/**
 * Finds bursts in a series of counts, with a count of memory and nothing of the future: each answer rests on what was pushed
 * before. Works at counts of 2 an hour and at 2,000 a minute. The same counts give the same answers: after a restart they are
 * pushed again, no state is kept.
 */
export function createDetector(stepMs: number, options: DetectorOptions = {}): Detector {
  const least = options.least ?? Number.NEGATIVE_INFINITY;
  const expectation = createExpectation(stepMs);
  const peaks = createPeaks();
  const band = createBand();
  const spells = createSpells<Sight>(stepMs, neededOdds(options));
  const spans: Span[] = stepsOf(spansMs, stepMs).map((steps) => ({
    sum: createRunningSum(steps),
    spread: createSpread(stepMs),
  }));
  let firstAt = Number.NaN;
  let lastAt = Number.NaN;
  let seen = 0;
  let spike: Spike | undefined;

  const isLearnedAt = (at: number, steps: number) => at - firstAt >= learnMs && steps > learnSteps;
  const knowsHours = (isLearned: boolean) => isLearned && stepMs < dayMs;
  const isGap = (at: number) => at - lastAt > 1.5 * stepMs;
  const dayOf = (at: number) => Math.floor(at / dayMs);

  function checkOrder(at: number): void {
    if (!(at > lastAt) && seen > 0) throw new RangeError('counts come in the order of time');
  }

  /** All spans learn from the newest counts. */
  function lookAndLearn() {
    const look = createLook(stepMs, least);
    for (const { sum, spread } of spans) {
      if (!sum.isFull()) continue;
      const { value, expected } = sum;
      look.see(spread.strangeness(value, expected), value, expected, sum.steps);
      spread.learn(Math.min(value, expected + taughtDeviations * spread.deviation(expected)), expected);
    }
    return look;
  }

  function tell(at: number, { strangeness, sight }: ReturnType<typeof createLook>): Spike | undefined {
    const spell = spells.push(at, strangeness, peaks.oddsOf(dayOf(at), sight.strangeness), sight);
    if (!spell) spike = undefined;
    else if (spike?.at === spell.at) Object.assign(spike, spikeOf(spell));
    else spike = spikeOf(spell);
    return spike;
  }

  return {
    push(at, value) {
      checkOrder(at);
      // Over a gap nothing can be added up.
      if (isGap(at)) for (const { sum } of spans) sum.clear();
      if (seen === 0) firstAt = at;
      lastAt = at;
      seen += 1;
      const isLearned = isLearnedAt(at, seen);
      const expected = expectation.of(at, knowsHours(isLearned));
      const taught = expected + taughtDeviations * spans[0]!.spread.deviation(expected);
      if (isLearned) band.learn(value, expected);
      for (const { sum } of spans) sum.push(value, expected);
      const look = lookAndLearn();
      const answer = isLearned ? tell(at, look) : undefined;
      peaks.learn(dayOf(at), isLearned ? look.strangeness : Number.NEGATIVE_INFINITY);
      expectation.learn(at, seen === 1 ? value : Math.min(value, taught), knowsHours(isLearned));
      return answer;
    },
    peek(at, value) {
      checkOrder(at);
      if (!isLearnedAt(at, seen + 1)) return undefined;
      const expected = expectation.of(at, knowsHours(true));
      const look = createLook(stepMs, least);
      for (const { sum, spread } of spans) {
        const sums = isGap(at) && sum.steps > 1 ? undefined : sum.peek(value, expected);
        if (sums) look.see(spread.strangeness(sums.value, sums.expected), sums.value, sums.expected, sum.steps);
      }
      const { strangeness, sight } = look;
      const spell = spells.peek(at, strangeness, peaks.oddsOf(dayOf(at), sight.strangeness), sight);
      return spell && spikeOf(spell);
    },
    forecast(at) {
      if (seen === 0 || !isLearnedAt(Math.max(at, lastAt), seen)) return undefined;
      const expected = expectation.of(at, knowsHours(true));
      return { expected, ...band.of(expected) };
    },
  };
}
