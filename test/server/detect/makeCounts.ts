import { createRandom } from '../../../server/random.ts';

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
};

/** Counts of people who sleep at night: a Poisson whose rate follows the day and is Gamma distributed. */
export function makeCounts({ perHour, stepMs, days, seed, alpha = 0, bursts = [] }: Shape) {
  const random = createRandom(seed);
  const usual = (perHour * stepMs) / hour;
  const counts: { at: number; value: number }[] = [];
  for (let at = 0; at < days * day; at += stepMs) {
    const waking = 1 + 0.7 * Math.sin((((at / hour) % 24) - 8) * (Math.PI / 12));
    const burst = bursts.find((one) => at >= one.at && at < one.at + one.hours * hour);
    const mean = usual * waking * (burst?.times ?? 1);
    counts.push({ at, value: poisson(alpha > 0 ? mean * gamma(1 / alpha, random) * alpha : mean, random) });
  }
  return { counts, stepMs };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang, for shapes from 1 on. */
function gamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function poisson(mean: number, random: () => number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const least = Math.exp(-mean);
  let product = random();
  let count = 0;
  for (; product > least; product *= random()) count += 1;
  return count;
}
