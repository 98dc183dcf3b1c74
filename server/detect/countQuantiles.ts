/** Larger means are counted in units of several: the sums below stay short. */
const mostMean = 4_000;

/**
 * The smallest counts that a negative binomial (variance `mean + alpha mean^2`; a Poisson whose rate is Gamma distributed) stays
 * at or below with these probabilities. `probabilities` between 0 and 1, ascending.
 */
export function countQuantiles(mean: number, alpha: number, probabilities: readonly number[]): number[] {
  if (mean <= 0) return probabilities.map(() => 0);
  const unit = Math.max(1, Math.ceil(mean / mostMean));
  const units = mean / unit;
  // The same variance in larger units.
  const size = 1 / Math.max(1e-6, alpha + (1 - unit) / mean);
  const found: number[] = [];
  const growth = units / (units + size);
  let chance = Math.exp(size * Math.log(size / (units + size)));
  let below = chance;
  for (let count = 0; found.length < probabilities.length; ) {
    while (found.length < probabilities.length && below >= probabilities[found.length]!) found.push(count * unit);
    chance *= ((size + count) / (count + 1)) * growth;
    count += 1;
    below += chance;
    // Of a tail that rounding hides nothing more is to come.
    if (chance < Number.EPSILON * 1e-3 && count > units) {
      while (found.length < probabilities.length) found.push(count * unit);
    }
  }
  return found;
}
