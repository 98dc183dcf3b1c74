import type { SeenShare, ShareSight, Way } from './createShareModel.ts';
import type { Spike } from './createSpikes.ts';
import { createSpells, type Spell } from './spells.ts';
import { neededOdds, neededStrangeness, onceInDaysOf, severityOf, type Watching } from './threshold.ts';

/** A share (`value`, `expected`: 0 to 1) that is higher or lower than usual: `part` of `whole` were counted in `spanMs`. */
export type ShareSpike = Spike & { direction: Way; part: number; whole: number };

const oddsRatio = (share: number, usual: number): number => (share * (1 - usual)) / (usual * Math.max(1e-3, 1 - share));

/** The spikes of a share that goes one way. */
function createSide(stepMs: number, direction: Way, watching: Watching) {
  const least = neededStrangeness(watching);
  const spells = createSpells<ShareSight>(stepMs, neededOdds(watching));
  let spike: ShareSpike | undefined;

  function spikeOf({ at, until, odds, sight }: Spell<ShareSight>): ShareSpike {
    const { value, expected, spanMs, part, whole } = sight;
    const ratio = direction === 'up' ? oddsRatio(value, expected) : oddsRatio(1 - value, 1 - expected);
    const severity = severityOf(odds, ratio);
    return { at, until, severity, value, expected, spanMs, onceInDays: onceInDaysOf(odds), direction, part, whole };
  }

  return function push(at: number, seen: SeenShare | undefined): ShareSpike | undefined {
    const odds = seen && seen.strangeness >= least ? seen.odds : Number.NEGATIVE_INFINITY;
    const spell = seen && spells.push(at, seen.strangeness, odds, seen.sight, seen.step);
    if (!spell) spike = undefined;
    else if (spike?.at === spell.at) Object.assign(spike, spikeOf(spell));
    else spike = spikeOf(spell);
    return spike;
  };
}

/** Tells when a share goes one of these ways; `seen`: what its model says of them, undefined while it has not learned. */
export function createShareSpikes(stepMs: number, ways: readonly Way[], watching: Watching) {
  const sides = ways.map((way) => createSide(stepMs, way, watching));
  return {
    /** The spike that this step belongs to, the most seldom where there are two: the same object while it goes on. */
    push(at: number, seen: readonly SeenShare[] | undefined): ShareSpike | undefined {
      let answer: ShareSpike | undefined;
      for (const [place, push] of sides.entries()) {
        const spike = push(at, seen?.[place]);
        if (spike && (!answer || spike.onceInDays > answer.onceInDays)) answer = spike;
      }
      return answer;
    },
  };
}
