import type { Part } from '../../shared/trace.ts';

export type PartBar = Part & { from: number; to: number };
export type SumBars = { bars: PartBar[]; low: number; high: number; total: number };

/** Each part begins where the sum of those before it stands, like a running account; `low` and `high` frame them all. */
export function sumOfParts(parts: readonly Part[], total: number, threshold?: number): SumBars {
  let sum = 0;
  let low = Math.min(0, total, threshold ?? 0);
  let high = Math.max(0, total, threshold ?? 0);
  const bars = parts.map((part) => {
    const from = sum;
    sum += part.value;
    low = Math.min(low, sum);
    high = Math.max(high, sum);
    return { ...part, from, to: sum };
  });
  if (high === low) high = low + 1;
  return { bars, low, high, total };
}
