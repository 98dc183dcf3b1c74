/** Errors of the last `most` forecasts in order of size, so that a band can be read off them. */
export function createErrors(most: number) {
  const sorted: number[] = [];
  const queue: number[] = [];
  const placeOf = (error: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < error) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    count: () => sorted.length,
    learn(error: number): void {
      if (queue.length === most) sorted.splice(placeOf(queue.shift()!), 1);
      queue.push(error);
      sorted.splice(placeOf(error), 0, error);
    },
    /**
     * The ends between which a further error of the same kind lies with the probability `share`: order statistics of those
     * seen, one step outwards for the one to come (as conformal prediction takes them).
     */
    ends(share: number): { low: number; high: number } {
      const tail = ((1 - share) / 2) * (sorted.length + 1);
      const low = Math.max(0, Math.floor(tail) - 1);
      const high = Math.min(sorted.length - 1, Math.ceil(sorted.length + 1 - tail) - 1);
      return { low: sorted[low] ?? 0, high: sorted[high] ?? 0 };
    },
  };
}
