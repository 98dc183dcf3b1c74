/** Wide distributions are counted in units of several, so that a deviation has about so many: the sums below stay short. */
const unitsOfDeviation = 300;
/** Less likely than this, compared with the likeliest count, is left out. */
const negligible = 1e-9;

/**
 * The smallest counts that a negative binomial (variance `mean + alpha mean^2`; a Poisson whose rate is Gamma distributed) stays
 * at or below with these probabilities. `probabilities` between 0 and 1, ascending.
 */
export function countQuantiles(mean: number, alpha: number, probabilities: readonly number[]): number[] {
  if (mean <= 0) return probabilities.map(() => 0);
  const unit = Math.max(1, Math.floor(Math.sqrt(mean + alpha * mean * mean) / unitsOfDeviation));
  const units = mean / unit;
  // The same variance in larger units.
  const size = 1 / Math.max(1e-9, alpha + (1 - unit) / mean);
  const growth = units / (units + size);
  /** How much likelier a count is than the one before it. */
  const ratioAt = (count: number) => ((size + count - 1) / count) * growth;

  // From the likeliest count down and up: the first of all may be too unlikely for a number to hold.
  const likeliest = Math.max(0, Math.floor(((size - 1) / size) * units));
  const below: number[] = [];
  for (let count = likeliest, weight = 1; count > 0 && weight > negligible; count -= 1) {
    weight /= ratioAt(count);
    below.push(weight);
  }
  const weights = [...below.reverse(), 1];
  for (let count = likeliest + 1, weight = 1; weight > negligible; count += 1) {
    weight *= ratioAt(count);
    weights.push(weight);
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const first = likeliest - below.length;
  let passed = 0;
  let sum = weights[0]!;
  return probabilities.map((probability) => {
    while (sum < probability * whole && passed < weights.length - 1) {
      passed += 1;
      sum += weights[passed]!;
    }
    return (first + passed) * unit;
  });
}
