import type { Random } from '../random.ts';

const firstMs = 2_000;
const longestMs = 10 * 60_000;

/**
 * How long to wait after so many attempts that failed (1 and more): doubling from 2 s to at most 10 minutes, between half of it
 * and all of it, so that receivers that failed together do not come back together.
 */
export function backOff(attempts: number, random: Random): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(30, attempts - 1));
  return Math.round(whole / 2 + (whole / 2) * random());
}
