import { netSentiment, noError, type OpinionCounts } from '../../shared/uncertainty.ts';
import { netDomain } from './niceTop.ts';

/** `offsetMs` is the middle of a bucket; the ends are of chance alone: what the machine errs shifts all of a curve alike. */
export type NetPoint = { offsetMs: number; net: number; low: number; high: number };
export type NetCurve = { points: (NetPoint | null)[]; domain: { low: number; high: number } };

type OpinionPoint = OpinionCounts & { offsetMs: number };

/** Points of a longer step, from T0 on and back: counts add up. */
export function mergeSteps(points: readonly OpinionPoint[], stepMs: number): OpinionPoint[] {
  const merged = new Map<number, OpinionPoint>();
  for (const point of points) {
    const offsetMs = Math.floor(point.offsetMs / stepMs) * stepMs;
    const { positive = 0, neutral = 0, negative = 0 } = merged.get(offsetMs) ?? {};
    merged.set(offsetMs, {
      offsetMs,
      positive: positive + point.positive,
      neutral: neutral + point.neutral,
      negative: negative + point.negative,
    });
  }
  return [...merged.values()];
}

/** Net sentiment bucket by bucket, broken where there are too few opinions; null where nothing can be drawn. */
export function netCurve(points: readonly OpinionPoint[], stepMs: number): NetCurve | null {
  const curve: (NetPoint | null)[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    const figure = netSentiment(point, noError);
    if (curve.length > 0 && (!figure || point.offsetMs - before > stepMs)) curve.push(null);
    if (figure)
      curve.push({ offsetMs: point.offsetMs + stepMs / 2, net: figure.net, low: figure.low, high: figure.high });
    before = point.offsetMs;
  }
  const told = curve.filter((point) => point !== null);
  if (told.length < 2) return null;
  return { points: curve, domain: netDomain(told.flatMap(({ low, high }) => [low, high])) };
}
