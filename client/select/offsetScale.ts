import { dayMs, hourMs } from '../../shared/rollup.ts';

/** Places on the axis around T0, in pixels from its left end, and back. */
export type OffsetScale = { x: (offsetMs: number) => number; at: (pixel: number) => number; isRoot: boolean };

/** So far after T0 the first day would be a sliver of an even axis. */
const farMs = 4 * dayMs;
/** Before T0 a day is half as wide as after it. */
const beforeWeight = 0.5;

/** Even while a launch is young; later time by its square root, so that the first day keeps its room. */
export function offsetScale(fromMs: number, toMs: number, width: number): OffsetScale {
  const isRoot = fromMs <= 0 && toMs >= farMs;
  const bent = (ms: number) => (!isRoot ? ms : ms < 0 ? -beforeWeight * Math.sqrt(-ms) : Math.sqrt(ms));
  const straight = (bentMs: number) => (!isRoot ? bentMs : bentMs < 0 ? -((bentMs / beforeWeight) ** 2) : bentMs ** 2);
  const [start, end] = [bent(fromMs), bent(toMs)];
  const span = Math.max(1e-9, end - start);
  return {
    isRoot,
    x: (offsetMs) => ((bent(offsetMs) - start) / span) * width,
    at: (pixel) => straight(start + (pixel / Math.max(1, width)) * span),
  };
}

const roundOffsets = [
  ...[1, 3, 6, 12].map((hours) => hours * hourMs),
  ...[1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 56, 91, 182, 364].map((days) => days * dayMs),
];

/** Round distances from T0 that lie at least `least` pixels apart on a bent axis, T0 among them. */
export function rootTicks({ x }: OffsetScale, fromMs: number, toMs: number, least: number): number[] {
  const ticks = [0];
  for (const way of [1, -1]) {
    let last = x(0);
    for (const round of roundOffsets) {
      const tick = way * round;
      if (tick < fromMs || tick > toMs || Math.abs(x(tick) - last) < least) continue;
      ticks.push(tick);
      last = x(tick);
    }
  }
  return ticks.sort((a, b) => a - b);
}
