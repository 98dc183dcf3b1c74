/** Thresholds in steps of a hundredth, as `GET /api/significance` counts them. */
const steps = 100;

export const keptAt = (perDay: readonly number[], threshold: number): number =>
  perDay[Math.max(0, Math.min(steps, Math.ceil(threshold * steps - 1e-9)))] ?? 0;

/** The lowest threshold that keeps no more than `target` a day; undefined where even 0 keeps no more: there are not so many. */
export function thresholdFor(perDay: readonly number[], target: number): number | undefined {
  if ((perDay[0] ?? 0) <= target) return undefined;
  const step = perDay.findIndex((kept) => kept <= target);
  return (step < 0 ? steps : step) / steps;
}
