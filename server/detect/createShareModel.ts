import { dayMs } from '../../shared/rollup.ts';
import { learnMs, learnSteps, spansMs, stepsOf } from './createCountModel.ts';
import { createPeaks } from './peaks.ts';
import { createRunningSum } from './runningSum.ts';
import { createShareSpread, shareStrangeness } from './shareSpread.ts';
import { type NewestStep, type Sight, shareExcessOf } from './spells.ts';
import { createUsualShare } from './usualShare.ts';

export type Way = 'up' | 'down';

export type ShareSight = Sight & { part: number; whole: number };

/** What a step looks like to any sensitivity: how far the share stands out that way, and how seldom that is. */
export type SeenShare = { strangeness: number; odds: number; sight: ShareSight; step: NewestStep };

export type ShareModelOptions = {
  /** Which ways are looked at; what is seen is told in their order. */
  ways: readonly Way[];
  /** Of less than this nothing is told; 20 by default. */
  leastWhole?: number;
};

export type ShareModel = {
  /** Parts and wholes come in order, one pair for each step, (0, 0) where nothing came. Undefined while too little was seen. */
  push(at: number, part: number, whole: number): readonly SeenShare[] | undefined;
};

/** Of a share only so many deviations from the usual teach. */
const taughtDeviations = 3;
const usualLeastWhole = 20;

/** One way in which a share may go, with the memory of how far it goes that way on its own days. */
function createSide(way: Way, stepMs: number) {
  const peaks = createPeaks();
  const sign = way === 'up' ? 1 : -1;
  return {
    /** `sights`: what each span looks like; none where too little was counted. */
    see(
      at: number,
      part: number,
      whole: number,
      share: number,
      sights: readonly ShareSight[],
      isLearned: boolean,
    ): SeenShare {
      const today = Math.floor(at / dayMs);
      let most: ShareSight | undefined;
      for (const sight of sights) if (!most || sign * (sight.strangeness - most.strangeness) > 0) most = sight;
      const strangeness = most && isLearned ? sign * most.strangeness : Number.NEGATIVE_INFINITY;
      const sight = most ?? { strangeness, value: 0, expected: 0, spanMs: 0, part: 0, whole: 0 };
      const odds = peaks.oddsOf(today, strangeness);
      peaks.learn(today, strangeness);
      const newest = sights[0]?.spanMs === stepMs ? sights[0] : undefined;
      const step = {
        strangeness: newest ? sign * newest.strangeness : Number.NEGATIVE_INFINITY,
        excess: way === 'up' ? shareExcessOf(part, whole, share) : shareExcessOf(whole - part, whole, 1 - share),
      };
      return { strangeness, odds, sight, step };
    },
  };
}

/**
 * Learns the usual share and how much shares vary, by chance and from day to day; where little is said it pools up to six hours.
 * From which odds on somebody is told is not its matter.
 */
export function createShareModel(
  stepMs: number,
  { ways, leastWhole = usualLeastWhole }: ShareModelOptions,
): ShareModel {
  const usual = createUsualShare(stepMs);
  const sides = ways.map((way) => createSide(way, stepMs));
  const spans = stepsOf(spansMs, stepMs).map((steps) => ({
    /** Parts as values, wholes as what is expected. */
    sum: createRunningSum(steps),
    spread: createShareSpread(stepMs),
  }));
  let firstAt = Number.NaN;
  let lastAt = Number.NaN;
  let seen = 0;

  function taught(part: number, whole: number, share: number, deviation: number): number {
    const most = taughtDeviations * deviation;
    return Math.min(whole * share + most, Math.max(whole * share - most, part));
  }

  /** All spans learn from the newest counts; those that hold enough are seen. */
  function lookAndLearn(): ShareSight[] {
    const share = usual.share();
    const sights: ShareSight[] = [];
    for (const { sum, spread } of spans) {
      if (!sum.isFull()) continue;
      const { value: part, expected: whole } = sum;
      const spanMs = sum.steps * stepMs;
      if (whole >= leastWhole) {
        // What is usual is itself known only so well: by how many were counted, and on how many days.
        const unknown = 1 / (usual.whole() + 1) + spread.rho() / Math.max(1, usual.learnedMs() / dayMs);
        const worth = 1 / ((1 + (whole - 1) * spread.rho()) / whole + unknown);
        const strangeness = shareStrangeness(part / whole, share, worth);
        sights.push({ strangeness, value: part / whole, expected: share, spanMs, part, whole });
      }
      spread.learn(taught(part, whole, share, spread.deviation(whole, share)), whole, share);
    }
    return sights;
  }

  return {
    push(at, part, whole) {
      if (!(at > lastAt) && seen > 0) throw new RangeError('counts come in the order of time');
      if (!(part >= 0 && part <= whole)) throw new RangeError('a part is none of its whole');
      if (at - lastAt > 1.5 * stepMs) for (const { sum } of spans) sum.clear();
      if (seen === 0) firstAt = at;
      lastAt = at;
      seen += 1;
      for (const { sum } of spans) sum.push(part, whole);
      const share = usual.share();
      const teaches = seen === 1 ? part : taught(part, whole, share, spans[0]!.spread.deviation(whole, share));
      const sights = lookAndLearn();
      usual.learn(teaches, whole);
      const isLearned = at - firstAt >= learnMs && seen > learnSteps;
      const all = sides.map((side) => side.see(at, part, whole, share, sights, isLearned));
      return isLearned ? all : undefined;
    },
  };
}
