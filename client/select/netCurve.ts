import { greyBelow, netSentiment, noError, type OpinionCounts } from '../../shared/uncertainty.ts';
import { netDomain } from './niceTop.ts';

/** `offsetMs` is the middle of a bucket; the ends are of chance alone: what the machine errs shifts all of a curve alike. */
export type NetPoint = { offsetMs: number; net: number; low: number; high: number };
export type NetCurve = { points: (NetPoint | null)[]; domain: { low: number; high: number } };

type OpinionPoint = OpinionCounts & { offsetMs: number };
/** Counted over `spanMs` from `offsetMs` on. */
export type OpinionSpan = OpinionPoint & { spanMs: number };

export const spans = (points: readonly OpinionPoint[], spanMs: number): OpinionSpan[] =>
  points.map((point) => ({ ...point, spanMs }));

const add = <Point extends OpinionPoint>(to: Point, { positive, neutral, negative }: OpinionCounts): Point => ({
  ...to,
  positive: to.positive + positive,
  neutral: to.neutral + neutral,
  negative: to.negative + negative,
});

/**
 * Points of a longer step, from T0 on and back: counts add up. Within [fine.from, fine.to) a step is told in parts, each of `stepMs` or
 * as many of them as it takes to hold opinions enough for a figure that is not grey.
 */
export function mergeFinely(
  points: readonly OpinionPoint[],
  longMs: number,
  stepMs: number,
  fine: { from: number; to: number },
): OpinionSpan[] {
  const merged: OpinionSpan[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    const { offsetMs } = point;
    const isFine = offsetMs >= fine.from && offsetMs < fine.to;
    const long = Math.floor(offsetMs / longMs) * longMs;
    const last = merged.at(-1);
    const isEnough = last && isFine && last.positive + last.negative >= greyBelow;
    if (last && offsetMs < end && !isEnough) {
      const grown = add(last, point);
      merged[merged.length - 1] = isFine ? { ...grown, spanMs: offsetMs + stepMs - grown.offsetMs } : grown;
      continue;
    }
    const { positive, neutral, negative } = point;
    const from = isFine ? offsetMs : long;
    merged.push({ offsetMs: from, spanMs: isFine ? stepMs : longMs, positive, neutral, negative });
    end = long + longMs;
  }
  return merged;
}

/** Net sentiment span by span, broken where there are too few opinions; null where nothing can be drawn. */
export function netCurve(points: readonly OpinionSpan[]): NetCurve | null {
  const curve: (NetPoint | null)[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const figure = netSentiment(point, noError);
    if (curve.length > 0 && (!figure || point.offsetMs > end)) curve.push(null);
    if (figure)
      curve.push({ offsetMs: point.offsetMs + point.spanMs / 2, net: figure.net, low: figure.low, high: figure.high });
    end = point.offsetMs + point.spanMs;
  }
  const told = curve.filter((point) => point !== null);
  if (told.length < 2) return null;
  return { points: curve, domain: netDomain(told.flatMap(({ low, high }) => [low, high])) };
}
