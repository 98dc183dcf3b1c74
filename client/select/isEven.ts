/** How far from the middle of its interval a figure may lie, as a part of the interval's width, to be told by one half of it. */
const evenWithin = 0.08;

/**
 * True where `±half` says what the interval says: the figure lies in its middle and neither end leaves the scale, from `least`
 * to `most`. Else its two ends must be told.
 */
export function isEven(
  value: number,
  { low, high }: { low: number; high: number },
  least: number,
  most: number,
): boolean {
  const half = (high - low) / 2;
  const isCentred = Math.abs((low + high) / 2 - value) <= evenWithin * (high - low);
  return isCentred && value - half >= least && value + half <= most;
}

/** Half the width of an interval that need not be even: what stands behind ±. */
export function halfOf(figure: { low: number; high: number }): number {
  return Math.max(1, Math.round((figure.high - figure.low) / 2));
}
