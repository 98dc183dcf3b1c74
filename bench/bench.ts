/** A gate is never to be fallen below (`least`) or risen above (`most`); a goal is where we are going. */
export type Gate =
  | { least: number; most?: undefined; goal?: number }
  | { most: number; least?: undefined; goal?: number };

/**
 * What a bench found out. `figures` depend on the machine; `ratios` are of two things measured in turn in one run, so they
 * do not. `gates` are keyed like either.
 */
export type Bench = {
  name: string;
  figures: Record<string, number>;
  ratios: Record<string, number>;
  gates: Record<string, Gate>;
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
