import type { Foretold } from './foretell.ts';
import { meanOf, squaresOf } from './moments.ts';
import { studentT } from './studentT.ts';

/** The plain mean of past outcomes, with the interval of one more of them: what an outlook has to beat. */
export function plainMean(outcomes: readonly number[]): Foretold {
  const n = outcomes.length;
  const median = meanOf(outcomes);
  const spread = Math.sqrt((squaresOf(outcomes) / (n - 1)) * (1 + 1 / n));
  const noise = studentT(n - 1);
  // It is no strawman: where no outcome was below zero it foretells none.
  const floor = outcomes.every((outcome) => outcome >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  const at = (probability: number) => Math.max(floor, median + spread * noise.quantile(probability));
  return { median, low80: at(0.1), high80: at(0.9), low50: at(0.25), high50: at(0.75) };
}
