import type { CountSight, SeenCount } from './createCountModel.ts';
import { createSpells, type Spell } from './spells.ts';
import { onceInDaysOf, severityOf } from './threshold.ts';

/** More than expected, from its first moment until counts are usual again. It grows while it goes on. */
export type Spike = {
  /** The moment of the count that told it, epoch ms. */
  at: number;
  /** The end of the last count above what is usual, epoch ms: known as soon as it is over, told of for as long as sums hold it. */
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

/** `before`: the spike so far; it does not become less severe. */
function spikeOf({ at, until, odds, sight }: Spell<CountSight>, before: Spike | undefined): Spike {
  const { value, expected, spanMs, times } = sight;
  const soFar = before?.at === at ? before.severity : 0;
  const severity = Math.max(soFar, severityOf(odds, times));
  return { at, until, severity, value, expected, spanMs, onceInDays: onceInDaysOf(odds) };
}

/** The spikes of a series, told from these odds on. `seen`: what its model says of a step, undefined while it has not learned. */
export function createSpikes(stepMs: number, needed: number) {
  const spells = createSpells<CountSight>(stepMs, needed);
  let spike: Spike | undefined;
  return {
    /** The spike that this step belongs to: the same object while it goes on. */
    push(at: number, seen: SeenCount | undefined): Spike | undefined {
      const spell = seen && spells.push(at, seen.strangeness, seen.odds, seen.sight, seen.step);
      if (!spell) spike = undefined;
      else if (spike?.at === spell.at) Object.assign(spike, spikeOf(spell, spike));
      else spike = spikeOf(spell, undefined);
      return spike;
    },
    /** What `push` would answer; changes nothing. */
    peek(at: number, seen: SeenCount | undefined): Spike | undefined {
      const spell = seen && spells.peek(at, seen.strangeness, seen.odds, seen.sight, seen.step);
      return spell && spikeOf(spell, spike);
    },
  };
}
