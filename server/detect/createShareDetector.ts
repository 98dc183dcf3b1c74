import { dayMs } from '../../shared/rollup.ts';
import { learnMs, learnSteps, type Spike, spansMs, stepsOf } from './createDetector.ts';
import { createPeaks } from './peaks.ts';
import { createRunningSum } from './runningSum.ts';
import { createShareSpread, shareStrangeness } from './shareSpread.ts';
import { createSpells, type Sight, type Spell } from './spells.ts';
import { neededOdds, neededStrangeness, onceInDaysOf, severityOf, type Watching } from './threshold.ts';
import { createUsualShare } from './usualShare.ts';

type Way = 'up' | 'down';

/** A share (`value`, `expected`: 0 to 1) that is higher or lower than usual: `part` of `whole` were counted in `spanMs`. */
export type ShareSpike = Spike & { direction: Way; part: number; whole: number };

export type ShareDetectorOptions = Watching & {
  /** Which way a share must go to be told; up by default. */
  direction?: Way | 'both';
  /** Of less than this nothing is told; 20 by default. */
  leastWhole?: number;
};

export type ShareDetector = {
  /**
   * Parts and wholes come in order, one pair for each step, (0, 0) where nothing came. Returns the spike that this step belongs
   * to: the same object while it goes on. A step is told when it is whole: shares go up and down within one.
   */
  push(at: number, part: number, whole: number): ShareSpike | undefined;
};

type ShareSight = Sight & { part: number; whole: number };

/** Of a share only so many deviations from the usual teach. */
const taughtDeviations = 3;
const usualLeastWhole = 20;

const oddsRatio = (share: number, usual: number): number => (share * (1 - usual)) / (usual * Math.max(1e-3, 1 - share));

/** One way in which a share may go, with the memory of how far it goes that way on its own days. */
function createSide(stepMs: number, direction: Way, watching: Watching) {
  const least = neededStrangeness(watching);
  const peaks = createPeaks();
  const spells = createSpells<ShareSight>(stepMs, neededOdds(watching));
  const sign = direction === 'up' ? 1 : -1;
  let spike: ShareSpike | undefined;

  function spikeOf({ at, until, odds, sight }: Spell<ShareSight>): ShareSpike {
    const { value, expected, spanMs, part, whole } = sight;
    const ratio = direction === 'up' ? oddsRatio(value, expected) : oddsRatio(1 - value, 1 - expected);
    const severity = severityOf(odds, ratio);
    return { at, until, severity, value, expected, spanMs, onceInDays: onceInDaysOf(odds), direction, part, whole };
  }

  return {
    /** `sights`: what each span looks like; none where too little was counted. */
    push(at: number, sights: readonly ShareSight[], isLearned: boolean): ShareSpike | undefined {
      const today = Math.floor(at / dayMs);
      let most: ShareSight | undefined;
      for (const sight of sights) if (!most || sign * (sight.strangeness - most.strangeness) > 0) most = sight;
      const strangeness = most && isLearned ? sign * most.strangeness : Number.NEGATIVE_INFINITY;
      const sight = most ?? { strangeness, value: 0, expected: 0, spanMs: 0, part: 0, whole: 0 };
      const odds = strangeness >= least ? peaks.oddsOf(today, strangeness) : Number.NEGATIVE_INFINITY;
      const spell = isLearned ? spells.push(at, strangeness, odds, sight) : undefined;
      peaks.learn(today, strangeness);
      if (!spell) spike = undefined;
      else if (spike?.at === spell.at) Object.assign(spike, spikeOf(spell));
      else spike = spikeOf(spell);
      return spike;
    },
  };
}

/**
 * Finds when a share is not what it usually is: of complaints among opinions, of a theme among mentions. It learns the usual
 * share and how much shares vary, by chance and from day to day; where little is said it pools up to six hours.
 */
export function createShareDetector(stepMs: number, options: ShareDetectorOptions = {}): ShareDetector {
  const { direction = 'up', leastWhole = usualLeastWhole } = options;
  const usual = createUsualShare(stepMs);
  const ways: Way[] = direction === 'both' ? ['up', 'down'] : [direction];
  const sides = ways.map((way) => createSide(stepMs, way, options));
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
      let answer: ShareSpike | undefined;
      for (const side of sides) {
        const spike = side.push(at, sights, isLearned);
        if (spike && (!answer || spike.onceInDays > answer.onceInDays)) answer = spike;
      }
      return answer;
    },
  };
}
