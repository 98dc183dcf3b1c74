import { dayMs } from '../../shared/rollup.ts';
import { surprise } from './countStrangeness.ts';

const halfMs = 10 * dayMs;
/** Before anything was seen shares vary by some five points beside chance; that counts for a day, or ten spans of twenty. */
const begin = { rho: 0.01, weight: 10 * 20 * 19, ms: dayMs };
/** Shares vary by two points whatever happens. */
const least = 0.002;

/**
 * How much more than by chance the shares of one span vary: the share itself is Beta distributed, the part has the variance
 * `n p (1 - p) (1 + (n - 1) rho)` (beta-binomial). Slow changes from day to day are part of it.
 */
export function createShareSpread(stepMs: number) {
  const keep = 0.5 ** (stepMs / halfMs);
  let excess = 0;
  let possible = 0;
  let steps = 0;
  const weight = () => Math.max(begin.weight, (possible * begin.ms) / (Math.max(1, steps) * stepMs));
  const rho = () => Math.max(least, (excess + begin.rho * weight()) / (possible + weight()));
  return {
    rho,
    deviation: (whole: number, share: number): number =>
      Math.sqrt(whole * share * (1 - share) * (1 + Math.max(0, whole - 1) * rho())),
    /** `part` as it may teach. */
    learn(part: number, whole: number, share: number): void {
      steps = steps * keep + 1;
      if (whole < 2) return;
      const chance = share * (1 - share);
      excess = excess * keep + (part - whole * share) ** 2 / chance - whole;
      possible = possible * keep + whole * (whole - 1);
    },
  };
}

/**
 * How far a share stands above the usual (below: negative), in standard deviations, when the whole is worth `whole` independent
 * ones: the signed root of the likelihood ratio of a binomial, half a count nearer to the usual. Unlike transforms that make
 * the variance even it is right far out in the tails of small wholes.
 */
export function shareStrangeness(share: number, usual: number, whole: number): number {
  const expected = usual * whole;
  const part = expected + Math.sign(share - usual) * Math.max(0, Math.abs(share - usual) * whole - 0.5);
  const ratio = surprise(part, expected) + surprise(whole - part, whole - expected);
  return Math.sign(share - usual) * Math.sqrt(2 * Math.max(0, ratio));
}
