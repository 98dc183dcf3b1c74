/** A score is the plain sum of its parts, cut to 0..1: a reader can add it up. */
export function clampedSum(parts: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < parts.length; index++) sum += parts[index]!;
  return Math.min(1, Math.max(0, sum));
}
