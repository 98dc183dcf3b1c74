/** How far a mean moves to a new value, by how many were seen; while little was seen all values weigh the same. */
export function createMove(everyMs: number, halfMs: number): (seen: number) => number {
  const least = 1 - 0.5 ** (everyMs / halfMs);
  return (seen) => Math.max(least, 1 / (1 + seen));
}
