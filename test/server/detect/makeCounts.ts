import { createRandom } from '../../../server/random.ts';
import { gamma, poisson } from './chance.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type Shape = {
  perHour: number;
  stepMs: number;
  days: number;
  seed: number;
  /** Variance beyond chance, as a share of the mean squared. */
  alpha?: number;
  /** Hours of several times the usual. */
  bursts?: { at: number; hours: number; times: number }[];
  /** How much of the usual is said on the sixth and seventh day of a week; 1 where it is like any other. */
  weekend?: number;
};

/** Counts of people who sleep at night: a Poisson whose rate follows the day and is Gamma distributed. */
export function makeCounts({ perHour, stepMs, days, seed, alpha = 0, bursts = [], weekend = 1 }: Shape) {
  const random = createRandom(seed);
  const usual = (perHour * stepMs) / hour;
  const counts: { at: number; value: number }[] = [];
  for (let at = 0; at < days * day; at += stepMs) {
    const waking = 1 + 0.7 * Math.sin((((at / hour) % 24) - 8) * (Math.PI / 12));
    const burst = bursts.find((one) => at >= one.at && at < one.at + one.hours * hour);
    const dayShare = Math.floor(at / day) % 7 >= 5 ? weekend : 1;
    const mean = usual * waking * dayShare * (burst?.times ?? 1);
    counts.push({ at, value: poisson(alpha > 0 ? mean * gamma(1 / alpha, random) * alpha : mean, random) });
  }
  return { counts, stepMs };
}
