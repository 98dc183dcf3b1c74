const steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The top of a volume axis that starts at zero: a round number at or above `value`, changing in steps, not with every frame. */
export function niceTop(value: number): number {
  if (!(value > 0)) return 10;
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = steps.find((one) => one * unit >= value) ?? 10;
  return Math.max(4, step * unit);
}

/** The smallest of a few fixed domains that holds every value: net sentiment keeps zero in sight. */
export function netDomain(values: readonly number[]): { low: number; high: number } {
  const room = [0, 25, 50, 100];
  const highest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const high = room.find((one) => one >= highest) ?? 100;
  // Subtracted, because -0 is not 0 to everyone.
  const low = 0 - (room.find((one) => one >= -lowest) ?? 100);
  return low === 0 && high === 0 ? { low: -25, high: 25 } : { low, high };
}
