/** What adding leaves behind the ninth place is no part of a score. */
const places = 1e9;

/** A score is the plain sum of its parts, cut to 0..1: a reader can add it up, and 0.1 + 0.7 - 0.3 reaches a threshold of 0.5. */
export function clampedSum(parts: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < parts.length; index++) sum += parts[index]!;
  return Math.min(1, Math.max(0, Math.round(sum * places) / places));
}
