import type { Random } from '../../../server/random.ts';

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Mean `shape` (Marsaglia and Tsang; below 1 by a power of a uniform). */
export function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function poisson(mean: number, random: Random): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const least = Math.exp(-mean);
  let product = random();
  let count = 0;
  for (; product > least; product *= random()) count += 1;
  return count;
}

export function binomial(tries: number, chance: number, random: Random): number {
  let count = 0;
  for (let one = 0; one < tries; one += 1) if (random() < chance) count += 1;
  return count;
}

/** A share around `mean`; the larger `certainty`, the nearer. */
export function beta(mean: number, certainty: number, random: Random): number {
  const up = gamma(mean * certainty, random);
  return up / (up + gamma((1 - mean) * certainty, random));
}
