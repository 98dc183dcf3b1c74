import type { Part } from '../../shared/trace.ts';
import { shareOut } from './shareOut.ts';

/** `shown`: hundredths that add up to the rounded sum of all. */
export type PartBar = Part & { from: number; to: number; shown: number };
/** `low` and `high`: what the bars' width stands for. */
export type SumBars = { bars: PartBar[]; low: number; high: number };

/**
 * Each part begins where the sum of those before it stands, like a running account. All scores of a kind are drawn on the whole
 * `range` that such a score can have, so that a small one looks small; parts that lead out of it on the way widen it.
 */
export function sumOfParts(parts: readonly Part[], range: readonly [number, number]): SumBars {
  let sum = 0;
  let [low, high] = range;
  const shown = shareOut(
    parts.map(({ value }) => value),
    0.01,
  );
  const bars = parts.map((part, index) => {
    const from = sum;
    sum += part.value;
    low = Math.min(low, sum);
    high = Math.max(high, sum);
    return { ...part, from, to: sum, shown: shown[index]! };
  });
  return { bars, low, high };
}
