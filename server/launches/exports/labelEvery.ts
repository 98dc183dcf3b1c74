/**
 * How many categories of a native chart share one label: about eight labels, and one of them T0 where it is there. The first
 * category always has one.
 */
export function labelEvery(offsets: readonly number[]): number {
  const least = Math.max(1, Math.ceil(offsets.length / 9));
  const t0 = offsets.indexOf(0);
  if (t0 < 0) return least;
  for (let every = least; every <= 2 * least + 1; every += 1) if (t0 % every === 0) return every;
  return least;
}
