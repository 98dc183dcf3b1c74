import { logIsBetterBy, logOffset } from './normality.ts';
import type { OutcomeKind } from './table.ts';

/** On which scale an outcome is foretold; `from` undoes `to`, and never leaves what an outcome of this kind can be. */
export type OutcomeScale = {
  name: 'as-is' | 'log' | 'logit';
  to(outcome: number): number;
  from(value: number): number;
};

/** Effects on sizes multiply more often than they add, and a logarithm foretells nothing below zero: it gets the doubt. */
const doubt = 1;

function topOf(outcomes: readonly number[], kind: OutcomeKind): number | null {
  if (kind === 'number') return null;
  const top = kind === 'percent' ? 100 : 1;
  const areShares = outcomes.every((outcome) => outcome >= 0 && outcome <= top);
  return areShares && outcomes.some((outcome) => outcome > 0 && outcome < top) ? top : null;
}

/** Log odds; where 0 or all occurs, shares are drawn in a little first (Smithson & Verkuilen 2006). */
function logit(outcomes: readonly number[], top: number): OutcomeScale {
  const n = outcomes.length;
  const pull = outcomes.some((outcome) => outcome === 0 || outcome === top) ? 1 / n : 0;
  return {
    name: 'logit',
    to(outcome) {
      const share = (outcome / top) * (1 - pull) + pull / 2;
      return Math.log(share / (1 - share));
    },
    from(value) {
      const share = 1 / (1 + Math.exp(-value));
      return top * Math.min(1, Math.max(0, (share - pull / 2) / (1 - pull)));
    },
  };
}

/**
 * Shares (see `OutcomeKind`) as log odds. Other outcomes that are never below 0 as logarithms, unless they clearly look more like
 * a bell as they are. All else as it is. Looks at the outcomes alone, never at a column: shuffling them changes nothing.
 */
export function chooseScale(outcomes: readonly number[], kind: OutcomeKind): OutcomeScale {
  const top = topOf(outcomes, kind);
  if (top !== null) return logit(outcomes, top);
  const offset = logOffset(outcomes);
  if (offset !== null && logIsBetterBy(outcomes, offset) > -doubt)
    return {
      name: 'log',
      to: (outcome) => Math.log(outcome + offset),
      from: (value) => Math.max(0, Math.exp(value) - offset),
    };
  const floor = offset === null ? Number.NEGATIVE_INFINITY : 0;
  return { name: 'as-is', to: (outcome) => outcome, from: (value) => Math.max(floor, value) };
}
