/** A duration such as 90s, 30m, 6h, 2d, in milliseconds; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
  if (!match) return undefined;
  const unit = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[match[2] as 'ms' | 's' | 'm' | 'h' | 'd'];
  return Number(match[1]) * unit;
}

/**
 * Where each moment of a file falls when it is played from `startAt` on, `speed` times as fast: startAt + (t - t0) / speed,
 * rounded down, so that an hour of the file is exactly 3,600,000 / speed milliseconds of now. `times` ascend; a silence
 * longer than `maxGapMs` (of the file) is cut down to that.
 */
export function playTimes(
  times: readonly number[],
  startAt: number,
  speed: number,
  maxGapMs = Number.POSITIVE_INFINITY,
): number[] {
  let cut = 0;
  return times.map((time, index) => {
    const gap = time - (times[index - 1] ?? time);
    if (gap > maxGapMs) cut += gap - maxGapMs;
    return startAt + Math.floor((time - times[0]! - cut) / speed);
  });
}
