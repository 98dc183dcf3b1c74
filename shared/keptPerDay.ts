/** Thresholds are counted in steps of a hundredth: 0, 0.01, ... 1. */
export const thresholdSteps = 100;

/** The step that a score (0..1) reaches: it is kept by every threshold up to that. */
export const stepOf = (score: number): number =>
  Math.max(0, Math.min(thresholdSteps, Math.floor(score * thresholdSteps + 1e-9)));

export const keptAt = (perDay: readonly number[], threshold: number): number =>
  perDay[Math.max(0, Math.min(thresholdSteps, Math.ceil(threshold * thresholdSteps - 1e-9)))] ?? 0;

/** The lowest threshold that keeps no more than `target` a day; undefined where even 0 keeps no more: there are not so many. */
export function thresholdFor(perDay: readonly number[], target: number): number | undefined {
  if ((perDay[0] ?? 0) <= target) return undefined;
  const step = perDay.findIndex((kept) => kept <= target);
  return (step < 0 ? thresholdSteps : step) / thresholdSteps;
}
