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

/** Something that stands out, from its first moment until it is usual again, with the strongest sight of it so far. */
export type Spell<S extends Sight> = { at: number; until: number; odds: number; sight: S };

/** A spell is over when nothing stood out by more than this for an hour. */
const calm = { strangeness: 1.5, ms: hourMs };
/** So long after one began a further one must be clearly stronger to be told. */
const rest = { ms: 12 * hourMs, odds: 1 };

type Memory<S extends Sight> = { spell: Spell<S> | undefined; told: { at: number; odds: number } };

/**
 * When something that stands out begins and when it is over. `needed`: the odds from which it begins. What is answered grows
 * with strangeness and odds: where less begins or goes on, more does too.
 */
export function createSpells<S extends Sight>(stepMs: number, needed: number) {
  let memory: Memory<S> = { spell: undefined, told: { at: Number.NEGATIVE_INFINITY, odds: 0 } };

  function goOn(at: number, spell: Spell<S>, strangeness: number, odds: number, sight: S): Memory<S> {
    const end = at + stepMs;
    const standsOut = strangeness >= calm.strangeness;
    const { told } = memory;
    if (!standsOut && end - spell.until >= calm.ms) return { spell: undefined, told };
    const until = standsOut ? end : spell.until;
    if (odds > told.odds) return { spell: { at: spell.at, until, odds, sight }, told: { at: told.at, odds } };
    return until === spell.until ? memory : { spell: { ...spell, until }, told };
  }

  /** `strangeness`: of all that was seen. `odds`: of `sight`, -Infinity where it may not be told. */
  function after(at: number, strangeness: number, odds: number, sight: S): Memory<S> {
    const { spell, told } = memory;
    if (spell) return goOn(at, spell, strangeness, odds, sight);
    const isRested = at - told.at > rest.ms || odds > told.odds + rest.odds;
    if (odds < needed || !isRested) return memory;
    return { spell: { at, until: at + stepMs, odds, sight }, told: { at, odds } };
  }

  return {
    /** The spell that this step belongs to. */
    push(at: number, strangeness: number, odds: number, sight: S): Spell<S> | undefined {
      memory = after(at, strangeness, odds, sight);
      return memory.spell;
    },
    /** What `push` would answer; changes nothing. */
    peek: (at: number, strangeness: number, odds: number, sight: S): Spell<S> | undefined =>
      after(at, strangeness, odds, sight).spell,
  };
}
