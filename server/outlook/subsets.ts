/** All subsets of 0..count-1 with at most `most` members, the empty one first. */
export function subsets(count: number, most: number): number[][] {
  const all: number[][] = [[]];
  let last: number[][] = [[]];
  for (let size = 1; size <= Math.min(most, count); size++) {
    last = last.flatMap((subset) => {
      const begin = (subset.at(-1) ?? -1) + 1;
      return Array.from({ length: count - begin }, (_, k) => [...subset, begin + k]);
    });
    all.push(...last);
  }
  return all;
}
