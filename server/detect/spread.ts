import { dayMs } from '../../shared/rollup.ts';
import { createMove } from './createMove.ts';

const halfMs = 10 * dayMs;
const least = 0.02;
/** One burst must not make all others look usual. */
const mostSquares = 25;

/**
 * How much more than by chance the counts of one span vary: their variance is `m + alpha m^2` (negative binomial, which is a
 * Poisson whose rate is Gamma distributed).
 */
export function createSpread(stepMs: number) {
  const move = createMove(stepMs, halfMs);
  let alpha = 1;
  let seen = 0;
  return {
    deviation: (expected: number): number => Math.sqrt(expected + alpha * expected * expected),
    /** How far above the expected a count stands, in standard deviations of a normal distribution. */
    strangeness: (value: number, expected: number): number => strangenessOf(value, expected, alpha),
    learn(value: number, expected: number): void {
      const squares = ((value - expected) ** 2 - expected) / (expected * expected);
      alpha = Math.max(least, alpha + move(seen) * (Math.min(mostSquares, squares) - alpha));
      seen += 1;
    },
  };
}

/** By the transform that makes a negative binomial nearly normal (Anscombe 1948). */
export const strangenessOf = (value: number, expected: number, alpha: number): number =>
  stable(value, 1 / alpha) - stable(expected, 1 / alpha);

function stable(value: number, size: number): number {
  const ratio = (value + 0.375) / Math.max(0.1, size);
  // asinh(sqrt(ratio)), several times faster than Math.asinh.
  return 2 * Math.sqrt(size) * Math.log(Math.sqrt(ratio) + Math.sqrt(ratio + 1));
}
