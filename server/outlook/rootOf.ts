const mostSteps = 60;

/** Where a growing function crosses 0 between `low` and `high`, to a millionth of their distance (the Illinois method). */
export function rootOf(excess: (value: number) => number, low: number, high: number): number {
  const close = 1e-6 * (high - low);
  let [atLow, atHigh] = [excess(low), excess(high)];
  let last = 0;
  for (let step = 0; step < mostSteps && high - low > close; step++) {
    if (atLow >= 0) return low;
    if (atHigh <= 0) return high;
    const value = (low * atHigh - high * atLow) / (atHigh - atLow);
    const at = excess(value);
    if (Math.abs(at) < 1e-9) return value;
    // An end that stays twice is drawn in: else one side would creep.
    if (at < 0) {
      [low, atLow] = [value, at];
      if (last < 0) atHigh /= 2;
    } else {
      [high, atHigh] = [value, at];
      if (last > 0) atLow /= 2;
    }
    last = at;
  }
  return (low + high) / 2;
}
