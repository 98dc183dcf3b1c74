import { bucketOf, dayMs, hourMs } from '../../shared/rollup.ts';

/** Values that come closer together than this are compared hour by hour, others day by day. */
const hourlyBelow = 3 * hourMs;

type Value = { at: number; value: number };

/** The usual distance of values decides: hours or days (of UTC). */
export function stepOf(values: readonly Value[]): number {
  const gaps = values.slice(1).map(({ at }, k) => at - values[k]!.at);
  gaps.sort((a, b) => a - b);
  return gaps.length > 0 && gaps[gaps.length >> 1]! < hourlyBelow ? hourMs : dayMs;
}

/** The mean of what lies in each step of [from, to); null where nothing does. `from` is a step's beginning. */
export function inSteps(values: readonly Value[], from: number, to: number, stepMs: number): (number | null)[] {
  const sums = Array.from({ length: Math.max(0, Math.ceil((to - from) / stepMs)) }, () => ({ sum: 0, count: 0 }));
  for (const { at, value } of values) {
    const step = sums[(bucketOf(at, stepMs) - from) / stepMs];
    if (!step) continue;
    step.sum += value;
    step.count += 1;
  }
  return sums.map(({ sum, count }) => (count === 0 ? null : sum / count));
}
