/** `a ln(a / b)`, 0 at 0. */
export const surprise = (seen: number, expected: number): number => (seen <= 0 ? 0 : seen * Math.log(seen / expected));

const leastExpected = 1e-3;

/**
 * How far a count stands above the expected (below: negative), in standard deviations of a normal distribution: the signed root
 * of the likelihood ratio of a negative binomial (variance `m + alpha m^2`), half a count nearer to the expected. Unlike
 * transforms that make the variance even it is right far out in the tails, of small counts too.
 */
export function countStrangeness(value: number, expected: number, alpha: number): number {
  const mean = Math.max(leastExpected, expected);
  const away = value - mean;
  const count = mean + Math.sign(away) * Math.max(0, Math.abs(away) - 0.5);
  const size = 1 / alpha;
  const ratio = surprise(count, mean) - surprise(count + size, mean + size);
  return Math.sign(away) * Math.sqrt(2 * Math.max(0, ratio));
}
