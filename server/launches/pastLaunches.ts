import type { BandPoint } from '../../shared/launchComparison.ts';

/** Below this many past launches nothing is said of them together. */
export const fewestForRange = 3;
/** From here on shares of them mean something. */
export const fewestForBands = 10;

/** The value below which `share` (0..1) of the sorted values lie, between neighbours on a straight line. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}

const inOrder = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** NaN of no values. */
export const medianOf = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : quantile(inOrder(values), 0.5);

/** What may be drawn of past launches at one offset; the rule stands in `BandPoint`. */
export function bandPoint(offsetMs: number, values: readonly number[]): BandPoint {
  const launches = values.length;
  if (launches < fewestForRange) return { offsetMs, launches };
  const sorted = inOrder(values);
  const between = (low: number, high: number): [number, number] => [quantile(sorted, low), quantile(sorted, high)];
  const median = quantile(sorted, 0.5);
  if (launches < fewestForBands) return { offsetMs, launches, median, outer: between(0, 1) };
  return { offsetMs, launches, median, outer: between(0.1, 0.9), inner: between(0.25, 0.75) };
}

/** Share of `others` below `own`, 0 to 100; as many as it count half. */
export function percentileOf(own: number, others: readonly number[]): number {
  const below = others.filter((other) => other < own).length;
  const same = others.filter((other) => other === own).length;
  return Math.round((100 * (below + same / 2)) / others.length);
}

/** 1 is the most; whoever has as many shares the better place. */
export const placeOf = (own: number, others: readonly number[]): number =>
  1 + others.filter((other) => other > own).length;
