import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { createBand } from './band.ts';
import { createExpectation } from './expectation.ts';
import { type Count, usualDayOf } from './firstDays.ts';
import { createPeaks } from './peaks.ts';
import { createRunningSum, type RunningSum } from './runningSum.ts';
import { excessOf, type NewestStep, type Sight } from './spells.ts';
import { createSpread } from './spread.ts';

/** The expected count of one step, and the range that holds at least four in five of such counts. */
export type Forecast = { expected: number; low: number; high: number };

/** `times`: how many times the expected the counts are over the span in which that is most, one more of either. */
export type CountSight = Sight & { times: number };

/**
 * What a step looks like to any sensitivity. `strangeness`: of all that was seen; `odds`: of `sight`, the most of it that may be told;
 * `step`: of the newest count alone.
 */
export type SeenCount = { strangeness: number; odds: number; sight: CountSight; step: NewestStep };

export type CountModel = {
  /** Counts come in order, one for each step. Undefined while too little was seen. */
  push(at: number, value: number): SeenCount | undefined;
  /** What `push` would answer of the step that is running, by its count so far. Changes nothing. */
  peek(at: number, value: number): SeenCount | undefined;
  /** What a coming step is expected to count; undefined while too little was seen. */
  forecast(at: number): Forecast | undefined;
  /** The same without its range, which costs a hundred times as much. */
  expected(at: number): number | undefined;
};

export type CountModelOptions = {
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
type Learned = { expectation: ReturnType<typeof createExpectation>; spans: Span[] };

/** The different numbers of steps, ascending, that these spans have. */
export const stepsOf = (spans: readonly number[], stepMs: number): number[] => [
  ...new Set(spans.map((ms) => Math.min(mostSteps, Math.max(1, Math.round(ms / stepMs))))),
];

/** The span in which the newest counts stand out most, and of those that may be told the one in which they do (`sight`). */
type Look = { strangeness: number; sight: CountSight; step: NewestStep };

const startLook = (): Look => ({
  strangeness: Number.NEGATIVE_INFINITY,
  sight: { strangeness: Number.NEGATIVE_INFINITY, value: 0, expected: 0, spanMs: 0, times: 0 },
  step: { strangeness: Number.NEGATIVE_INFINITY, excess: 0 },
});

/** One span more. */
function see(
  look: Look,
  strangeness: number,
  value: number,
  expected: number,
  steps: number,
  stepMs: number,
  least: number,
): void {
  const { sight } = look;
  if (steps === 1) {
    look.step.strangeness = strangeness;
    look.step.excess = excessOf(value, expected);
  }
  if (strangeness > look.strangeness) look.strangeness = strangeness;
  sight.times = Math.max(sight.times, (value + 1) / (expected + 1));
  if (!(strangeness > sight.strangeness && value - expected >= least)) return;
  sight.strangeness = strangeness;
  sight.value = value;
  sight.expected = expected;
  sight.spanMs = steps * stepMs;
}

/**
 * Learns what is usual in a series of counts, and says how far each step stands out of it: with a count of memory and nothing of
 * the future. At which odds somebody is told is not its matter (see `createSpikes`), so one model serves any number of sensitivities.
 */
export function createCountModel(stepMs: number, options: CountModelOptions = {}): CountModel {
  const least = options.least ?? Number.NEGATIVE_INFINITY;
  const peaks = createPeaks();
  const band = createBand();
  const startSpans = (): Span[] =>
    stepsOf(spansMs, stepMs).map((steps) => ({ sum: createRunningSum(steps), spread: createSpread(stepMs) }));
  let learned: Learned = { expectation: createExpectation(stepMs), spans: startSpans() };
  /** All counts, until the hours of the day are known; undefined afterwards. */
  let firstDays: Count[] | undefined = stepMs < dayMs ? [] : undefined;
  let learnedOfFirstDays: Learned | undefined;
  let firstAt = Number.NaN;
  let lastAt = Number.NaN;
  let seen = 0;

  const isLearnedAt = (at: number, steps: number) => at - firstAt >= learnMs && steps > learnSteps;
  const knowsHours = (isLearned: boolean) => isLearned && stepMs < dayMs;
  const isGap = (at: number, before = lastAt) => at - before > 1.5 * stepMs;
  const dayOf = (at: number) => Math.floor(at / dayMs);

  function checkOrder(at: number): void {
    if (!(at > lastAt) && seen > 0) throw new RangeError('counts come in the order of time');
  }

  /** What counts over this span may teach its spread. */
  function learnSpread({ sum, spread }: Span): void {
    const { value, expected } = sum;
    spread.learn(Math.min(value, expected + taughtDeviations * spread.deviation(expected)), expected);
  }

  /** All spans learn from the newest counts. */
  function lookAndLearn(): Look {
    const look = startLook();
    for (const span of learned.spans) {
      const { sum, spread } = span;
      if (!sum.isFull()) continue;
      const { value, expected } = sum;
      see(look, spread.strangeness(value, expected), value, expected, sum.steps, stepMs, least);
      learnSpread(span);
    }
    return look;
  }

  /**
   * While all hours were taken as alike, every night and every noon stood out: a spread learned then would be several times
   * too wide, and forgets slowly. So the first days are heard again when their hours are known.
   */
  function hearAgain(counts: readonly Count[]): Learned {
    const expectation = createExpectation(stepMs, usualDayOf(counts, stepMs));
    const spans = startSpans();
    let before = Number.NaN;
    for (const { at, value } of counts) {
      if (isGap(at, before)) for (const { sum } of spans) sum.clear();
      before = at;
      const expected = expectation.of(at, true);
      for (const span of spans) {
        span.sum.push(value, expected);
        if (span.sum.isFull()) learnSpread(span);
      }
    }
    return { expectation, spans };
  }

  /** What is known at a moment at which the hours are known, or are not. */
  function knownAt(isLearned: boolean): Learned {
    if (!isLearned || !firstDays) return learned;
    learnedOfFirstDays ??= hearAgain(firstDays);
    return learnedOfFirstDays;
  }

  /** Before the first days are over a count is kept, afterwards they are. */
  function keep(at: number, value: number, isLearned: boolean): void {
    learned = knownAt(isLearned);
    if (isLearned) firstDays = undefined;
    firstDays?.push({ at, value });
    learnedOfFirstDays = undefined;
  }

  const seenAt = (at: number, { strangeness, sight, step }: Look): SeenCount => ({
    strangeness,
    odds: peaks.oddsOf(dayOf(at), sight.strangeness),
    sight,
    step,
  });

  function expectedAt(at: number): number | undefined {
    if (seen === 0 || !isLearnedAt(Math.max(at, lastAt), seen)) return undefined;
    return knownAt(true).expectation.of(at, knowsHours(true));
  }

  return {
    push(at, value) {
      checkOrder(at);
      const isAfterGap = isGap(at);
      if (seen === 0) firstAt = at;
      lastAt = at;
      seen += 1;
      const isLearned = isLearnedAt(at, seen);
      keep(at, value, isLearned);
      const { expectation, spans } = learned;
      // Over a gap nothing can be added up.
      if (isAfterGap) for (const { sum } of spans) sum.clear();
      const expected = expectation.of(at, knowsHours(isLearned));
      const taught = expected + taughtDeviations * spans[0]!.spread.deviation(expected);
      if (isLearned) band.learn(value, expected);
      for (const { sum } of spans) sum.push(value, expected);
      const look = lookAndLearn();
      const answer = isLearned ? seenAt(at, look) : undefined;
      peaks.learn(dayOf(at), isLearned ? look.strangeness : Number.NEGATIVE_INFINITY);
      expectation.learn(at, seen === 1 ? value : Math.min(value, taught), knowsHours(isLearned));
      return answer;
    },
    peek(at, value) {
      checkOrder(at);
      if (!isLearnedAt(at, seen + 1)) return undefined;
      const { expectation, spans } = knownAt(true);
      const expected = expectation.of(at, knowsHours(true));
      const look = startLook();
      for (const { sum, spread } of spans) {
        const sums = isGap(at) && sum.steps > 1 ? undefined : sum.peek(value, expected);
        if (sums)
          see(look, spread.strangeness(sums.value, sums.expected), sums.value, sums.expected, sum.steps, stepMs, least);
      }
      return seenAt(at, look);
    },
    forecast(at) {
      const expected = expectedAt(at);
      return expected === undefined ? undefined : { expected, ...band.of(expected) };
    },
    expected: expectedAt,
  };
}
