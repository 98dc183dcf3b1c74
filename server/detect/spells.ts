import { hourMs } from '../../shared/rollup.ts';

/** What a span of counts looks like. */
export type Sight = {
  /** Standard deviations from the expected. */
  strangeness: number;
  /** What was counted in the `spanMs` up to now, and what was expected. */
  value: number;
  expected: number;
  spanMs: number;
};

/** Something that stands out, from its first moment until it is usual again (`until`), with the strongest sight of it so far. */
export type Spell<S extends Sight> = { at: number; until: number; odds: number; sight: S };

/** One step in itself. `strangeness`: of it alone; `excess`: see `excessOf`, `shareExcessOf`. */
export type NewestStep = { strangeness: number; excess: number };

/**
 * What one step speaks for twice the expected still coming rather than the expected, in counts: the likelihood ratio of two Poisson
 * rates, over ln 2. Its sum is highest where a burst most likely ended.
 */
export const excessOf = (value: number, expected: number): number => value - expected / Math.LN2;
/** The same of a share, for twice the odds of the usual. */
export const shareExcessOf = (part: number, whole: number, usual: number): number =>
  part - whole * Math.log2(1 + usual);

/**
 * A spell is over when nothing stood out by more than this for an hour. Sums hold it for hours; but where counts were usual for an
 * hour, a little more than usual later on is no part of it.
 */
const calm = { strangeness: 1.5, ms: hourMs };
/** So long after one began a further one must be clearly stronger to be told. */
const rest = { ms: 12 * hourMs, odds: 1 };
/** A step that stands out by this alone is part of it, whatever came between. */
const clearly = 4;

/** `heldTo`: until when it cannot be over, since sums of hours still hold it; `excess`: since `until`, at most 0. */
type Memory<S extends Sight> = {
  spell: Spell<S> | undefined;
  heldTo: number;
  excess: number;
  told: { at: number; odds: number };
};

/**
 * When something that stands out begins and when it is over. `needed`: the odds from which it begins. What is answered grows
 * with strangeness and odds: where less begins or goes on, more does too.
 */
export function createSpells<S extends Sight>(stepMs: number, needed: number) {
  const never = Number.NEGATIVE_INFINITY;
  let memory: Memory<S> = { spell: undefined, heldTo: never, excess: 0, told: { at: never, odds: 0 } };

  function goOn(at: number, spell: Spell<S>, strangeness: number, odds: number, sight: S, step: NewestStep): Memory<S> {
    const end = at + stepMs;
    const standsOut = strangeness >= calm.strangeness;
    const { told } = memory;
    if (!standsOut && end - memory.heldTo >= calm.ms) return { ...memory, spell: undefined };
    const heldTo = standsOut ? end : memory.heldTo;
    const isStronger = odds > told.odds;
    const excess = memory.excess + step.excess;
    const isLull = end - spell.until > calm.ms;
    const goesOn = isStronger || (standsOut && ((excess > 0 && !isLull) || step.strangeness >= clearly));
    const until = goesOn ? end : spell.until;
    return {
      spell: isStronger ? { at: spell.at, until, odds, sight } : until === spell.until ? spell : { ...spell, until },
      heldTo,
      excess: goesOn ? 0 : excess,
      told: isStronger ? { at: told.at, odds } : told,
    };
  }

  /** `strangeness`: of all that was seen. `odds`: of `sight`, -Infinity where it may not be told. */
  function after(at: number, strangeness: number, odds: number, sight: S, step: NewestStep): Memory<S> {
    const { spell, told } = memory;
    if (spell) return goOn(at, spell, strangeness, odds, sight, step);
    const isRested = at - told.at > rest.ms || odds > told.odds + rest.odds;
    if (odds < needed || !isRested) return memory;
    const heldTo = at + stepMs;
    return { spell: { at, until: heldTo, odds, sight }, heldTo, excess: 0, told: { at, odds } };
  }

  return {
    /** The spell that this step belongs to. */
    push(at: number, strangeness: number, odds: number, sight: S, step: NewestStep): Spell<S> | undefined {
      memory = after(at, strangeness, odds, sight, step);
      return memory.spell;
    },
    /** What `push` would answer; changes nothing. */
    peek: (at: number, strangeness: number, odds: number, sight: S, step: NewestStep): Spell<S> | undefined =>
      after(at, strangeness, odds, sight, step).spell,
  };
}
