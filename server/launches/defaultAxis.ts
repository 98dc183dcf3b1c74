import type { CompareStep } from '../../shared/launchComparison.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';

/** The axis that says most at a launch's age (ms since T0, negative before it): the last days, and as much again ahead. */
export function defaultAxis(ageMs: number): { fromMs: number; toMs: number; step: CompareStep } {
  if (ageMs < -7 * dayMs) return { fromMs: -28 * dayMs, toMs: dayMs, step: '6h' };
  if (ageMs < 0) return { fromMs: -7 * dayMs, toMs: 2 * dayMs, step: '1h' };
  // A teaser of the evening before belongs to it.
  if (ageMs < dayMs) return { fromMs: -30 * hourMs, toMs: 48 * hourMs, step: '1h' };
  if (ageMs < 7 * dayMs) return { fromMs: -3 * dayMs, toMs: 14 * dayMs, step: '1h' };
  return { fromMs: -3 * dayMs, toMs: 28 * dayMs, step: '1h' };
}
