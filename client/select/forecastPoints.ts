import type { ForecastAnswer } from '../../shared/forecast.ts';
import { bucketOf, hourMs } from '../../shared/rollup.ts';

export type AheadPoint = { at: number; expected: number; low: number; high: number };

const mostAheadMs = 6 * hourMs;
const leastAheadMs = hourMs;

/** How far ahead of now a curve of this length looks at most; `cutAhead` says how much of it is drawn. */
export function aheadOf(from: number, to: number): number {
  return Math.min(mostAheadMs, Math.max(leastAheadMs, (to - from) / 2));
}

/** Hours of a forecast in counts of `stepMs`, each at its middle, from now on to `until`. */
export function forecastPoints(answer: ForecastAnswer, now: number, until: number, stepMs: number): AheadPoint[] {
  const part = stepMs / answer.stepMs;
  const scaled = answer.points.map(({ at, expected, low, high }) => ({
    at: at + answer.stepMs / 2,
    expected: expected * part,
    low: low * part,
    high: high * part,
  }));
  const running = scaled.findLast(({ at }) => at - answer.stepMs / 2 <= now);
  const ahead = scaled.filter(({ at }) => at > now && at <= until);
  return running && ahead.length > 0 ? [{ ...running, at: now }, ...ahead.filter((one) => one !== running)] : ahead;
}

/**
 * The same for a curve whose points are the hour before them: an hour's forecast stands at its end, and the band opens from the
 * newest counted value.
 */
export function rollingForecast(
  answer: ForecastAnswer,
  newest: { at: number; mentions: number },
  until: number,
): AheadPoint[] {
  const ahead = answer.points
    .map(({ at, expected, low, high }) => ({ at: at + answer.stepMs, expected, low, high }))
    .filter(({ at }) => at > newest.at && at <= until);
  const { at, mentions } = newest;
  return ahead.length === 0 ? [] : [{ at, expected: mentions, low: mentions, high: mentions }, ...ahead];
}

/** Of what was counted so much is drawn ahead, and of what is so unsure that its band is as wide as that: less. */
const aheadOfPast = { sure: 1 / 3, unsure: 1 / 5 };

/**
 * Until when what is expected is drawn beside a past of `pastMs`: a quarter of the axis at most, and a sixth where the band is wider than the
 * newest count is high; to a multiple of `wholeMs` where it is told until when. What one hardly knows may not press together what was measured.
 */
export function cutAhead(points: readonly AheadPoint[], pastMs: number, wholeMs = 1): AheadPoint[] {
  const [newest] = points;
  if (!newest) return [];
  const reach = (share: number) => {
    const until = newest.at + share * pastMs;
    const told = bucketOf(until, wholeMs);
    return untilAt(points, told > newest.at ? told : until);
  };
  const drawn = reach(aheadOfPast.sure);
  const isUnsure = drawn.some(({ low, high }) => high - low > newest.expected);
  return isUnsure ? reach(aheadOfPast.unsure) : drawn;
}

/** The points up to a moment, and one at it, between those around it. */
function untilAt(points: readonly AheadPoint[], until: number): AheadPoint[] {
  const next = points.findIndex(({ at }) => at > until);
  const [before, after] = [points[next - 1], points[next]];
  if (!before || !after) return [...points];
  const share = (until - before.at) / (after.at - before.at);
  const between = (one: number, other: number) => one + share * (other - one);
  return [
    ...points.slice(0, next),
    {
      at: until,
      expected: between(before.expected, after.expected),
      low: between(before.low, after.low),
      high: between(before.high, after.high),
    },
  ];
}

const headRoom = 1.3;
const mostTimes = 2;

/**
 * How high an axis must reach for what is expected: to the end of its band where that is `whole` times what was counted at most, for a
 * wall 1.3 times. A band that goes higher leaves the chart, which says by how much: it may not press flat what was measured.
 * Then 1.3 times what was counted is enough, or what is expected, up to twice.
 */
export function aheadTop(points: readonly AheadPoint[], counted: number, whole = headRoom): number {
  const high = Math.max(0, ...points.map((point) => point.high));
  if (counted === 0 || high <= whole * counted) return high;
  const expected = Math.max(0, ...points.map((point) => point.expected));
  return Math.max(headRoom * counted, Math.min(expected, mostTimes * counted));
}

/** The most that is expected, where the band leaves an axis that ends at `top`; null where all of it is drawn. */
export function aheadBeyond(points: readonly AheadPoint[], top: number): number | null {
  const high = Math.max(0, ...points.map((point) => point.high));
  return high > top ? high : null;
}
