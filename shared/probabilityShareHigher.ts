import { normalCdf } from './uncertainty.ts';

/**
 * Probability that a part's share of its whole is above what it was before. Mentions come in bursts, so the variance is
 * `dispersion` times the binomial's; half counts keep it from being zero.
 */
export function probabilityShareHigher(
  part: number,
  total: number,
  partBefore: number,
  totalBefore: number,
  dispersion = 4,
): number | null {
  if (total <= 0 || totalBefore <= 0) return null;
  const share = (part + 0.5) / (total + 1);
  const earlier = (partBefore + 0.5) / (totalBefore + 1);
  const variance = dispersion * ((share * (1 - share)) / (total + 1) + (earlier * (1 - earlier)) / (totalBefore + 1));
  return normalCdf((share - earlier) / Math.sqrt(variance));
}
