import { compareSteps, type LaunchComparison } from '../../shared/launchComparison.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { type ComparisonPicture, offsetTicks } from './comparisonPicture.ts';
import { type Unheard, within } from './unheard.ts';

/** Parts of a clock, largest first: two of them are read from five metres. */
export type ClockPart = { value: number; unit: 'd' | 'h' | 'min' };

export function clockParts(ms: number): ClockPart[] {
  const minutes = Math.floor(Math.abs(ms) / minuteMs);
  const days = Math.floor(minutes / (dayMs / minuteMs));
  const hours = Math.floor(minutes / (hourMs / minuteMs)) % 24;
  if (days > 0)
    return [
      { value: days, unit: 'd' },
      { value: hours, unit: 'h' },
    ];
  if (hours > 0)
    return [
      { value: hours, unit: 'h' },
      { value: minutes % 60, unit: 'min' },
    ];
  return [{ value: minutes, unit: 'min' }];
}

/** How the launch stands beside past ones, in one figure; null where nothing may be compared in words. */
export type StandingFigure =
  | { kind: 'times'; times: number; launches: number }
  | { kind: 'rank'; place: number; of: number }
  | null;

export function standingFigure({ standing }: Pick<LaunchComparison, 'standing'>): StandingFigure {
  if (!standing) return null;
  const { times, launches, rank } = standing;
  if (times !== undefined) return { kind: 'times', times, launches };
  return rank ? { kind: 'rank', ...rank } : null;
}

export type ClockEvent = { at: number; name: string; isDone: boolean };

/** What happened and what is planned, in the order of time; the next one is what everybody waits for, the last one what was. */
export function clockEvents(
  events: readonly { at: number; name: string }[],
  now: number,
): { all: ClockEvent[]; next: ClockEvent | null; last: ClockEvent | null } {
  const all = [...events].sort((a, b) => a.at - b.at).map(({ at, name }) => ({ at, name, isDone: at <= now }));
  return { all, next: all.find(({ isDone }) => !isDone) ?? null, last: all.findLast(({ isDone }) => isDone) ?? null };
}

/** Of the time before a comparison begins so much is shown. */
const leadMs = 2 * hourMs;
/** From now or T0 on, whichever is later, at least so much of what past launches did is shown. */
const leastAheadMs = 6 * hourMs;

/**
 * The part of a comparison's axis in which a wall has something to say: from where past launches begin (or the launch itself, where
 * there are none) until they end or the past would be pressed together, and at least from T0 until now and the last event that is planned.
 * Offsets, ms from T0.
 */
export function clockPicture(
  picture: ComparisonPicture,
  nowMs: number,
  plannedMs: readonly number[],
  mostTicks: number,
): ComparisonPicture {
  const offsets = (points: readonly ({ offsetMs: number } | null)[]) =>
    points.flatMap((point) => point?.offsetMs ?? []);
  const past = [...offsets(picture.median), ...picture.lines.flatMap(({ points }) => offsets(points))];
  const own = offsets(picture.launch);
  const compared = past.length > 0 ? past : own;
  const clamp = (offsetMs: number) => Math.min(picture.toMs, Math.max(picture.fromMs, offsetMs));
  const fromMs = clamp(hourMs * Math.floor((Math.min(0, nowMs, ...compared) - leadMs) / hourMs));
  // What is ahead takes two fifths at most, and six hours or the way to what is planned where that is more: what was counted is what is judged.
  const mostAhead = Math.max(nowMs + Math.max(leastAheadMs, (nowMs - fromMs) * (2 / 3)), ...plannedMs, leastAheadMs);
  const toMs = clamp(Math.max(0, nowMs, ...own, ...plannedMs, Math.min(mostAhead, Math.max(0, ...past))));
  const within = <Point extends { offsetMs: number }>(points: readonly (Point | null)[]) =>
    points.filter((point) => point === null || (point.offsetMs >= fromMs && point.offsetMs <= toMs));
  return {
    ...picture,
    fromMs,
    toMs,
    launch: within(picture.launch),
    lines: picture.lines.map((line) => ({ ...line, points: within(line.points) })),
    median: within(picture.median),
    outer: within(picture.outer),
    inner: within(picture.inner),
    ticks: offsetTicks(fromMs, toMs, mostTicks),
  };
}

/** An hour is looked at in quarters: what was cut out of it is then seen. */
const finestMs = 15 * minuteMs;
/** So many buckets are asked for at most. */
const mostBuckets = 1_000;

/** Until when, since when and how finely it is to be known which hours of a launch nobody heard; null before its axis begins. */
export function clockHeard({ launch, fromMs, toMs, step, now }: LaunchComparison): {
  from: number;
  to: number;
  stepMs: number;
} | null {
  const bucketMs = compareSteps[step];
  const stepMs = [Math.min(finestMs, bucketMs), Math.min(hourMs, bucketMs), bucketMs].find(
    (ms) => (toMs - fromMs) / ms <= mostBuckets,
  );
  if (stepMs === undefined) return null;
  const from = Math.ceil((launch.at + fromMs) / stepMs) * stepMs;
  const to = Math.floor(Math.min(now, launch.at + toMs) / stepMs) * stepMs;
  return from < to ? { from, to, stepMs } : null;
}

/** The launch's curve, broken where any of a bucket was heard by nobody; past launches are as the server heard them. */
export function heardCurve(
  { launch, step }: LaunchComparison,
  curve: ComparisonPicture['launch'],
  unheard: readonly Unheard[],
): ComparisonPicture['launch'] {
  const half = compareSteps[step] / 2;
  return curve.map((point) => {
    if (point === null) return null;
    const middle = launch.at + point.offsetMs;
    return within(unheard, { from: middle - half, to: middle + half }).length > 0 ? null : point;
  });
}

/** What nobody heard of the time that a launch's standing counts: it is then compared with nothing. */
export function unheardOfStanding({ launch, standing }: LaunchComparison, unheard: readonly Unheard[]): Unheard | null {
  if (!standing) return null;
  return within(unheard, { from: launch.at + standing.fromMs, to: launch.at + standing.toMs }).at(-1) ?? null;
}
