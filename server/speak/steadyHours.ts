import { medianOf } from '../launches/pastLaunches.ts';
import type { LocalDay } from './localDays.ts';

/** Of a normal distribution the standard deviation is so many times the median distance from the middle. */
const perMedianDistance = 1.4826;
const farthest = 2.5;

/** The square root of a count varies alike whatever the count (Anscombe 1948). */
export const rootOf = (count: number): number => Math.sqrt(count + 0.375);

export function spreadOf(values: readonly number[]): number {
  const distance = medianOf(values.map((value) => Math.abs(value)));
  if (distance > 0) return perMedianDistance * distance;
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length));
}

/**
 * How far each hour stands above or below the mean of its own day, on a scale where counts vary alike, and never further than a
 * strange hour would: neither a loud day nor one burst says what is usual.
 */
export function steadyHours(days: readonly LocalDay[]): (number | null)[][] {
  const centred = days.map(({ hours }) => {
    const known = hours.flatMap((count) => (count === null ? [] : rootOf(count)));
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    return hours.map((count) => (count === null ? null : rootOf(count) - mean));
  });
  const most = farthest * spreadOf(centred.flat().flatMap((value) => (value === null ? [] : value)));
  return centred.map((day) => day.map((value) => (value === null ? null : Math.max(-most, Math.min(most, value)))));
}
