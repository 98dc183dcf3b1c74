import type { ComparedLaunch, LaunchComparison } from '../../shared/launchComparison.ts';
import { compareSteps } from '../../shared/launchComparison.ts';
import { netDomain, niceTop } from './niceTop.ts';
import { timeTicks } from './timeTicks.ts';

/** `offsetMs` is the middle of a bucket, where its figure is drawn. */
export type CurvePoint = { offsetMs: number; value: number };
export type RangePoint = { offsetMs: number; low: number; high: number };

/** What a comparison draws; null breaks a line or a band. */
export type ComparisonPicture = {
  fromMs: number;
  toMs: number;
  domain: { low: number; high: number };
  launch: (CurvePoint | null)[];
  /** By name, only where single launches may be drawn. */
  lines: { id: string; name: string; points: (CurvePoint | null)[] }[];
  median: (CurvePoint | null)[];
  outer: (RangePoint | null)[];
  inner: (RangePoint | null)[];
  /** Most past launches that any bucket of the range was made of. */
  launches: number;
  /** Stretches of the axis, until now, in which nobody listened. */
  unheard: { fromMs: number; toMs: number }[];
  ticks: number[];
};

/** Round distances from T0 within the axis, before it and after. */
export function offsetTicks(fromMs: number, toMs: number, most: number): number[] {
  const { stepMs } = timeTicks(0, toMs - fromMs, 'UTC', most);
  const ticks: number[] = [];
  // Added to zero, because -0 is not 0 to everyone.
  for (let tick = Math.ceil(fromMs / stepMs) * stepMs + 0; tick <= toMs; tick += stepMs) ticks.push(tick);
  return ticks;
}

/** A figure that is missing, or a bucket that is, breaks the curve: nothing is drawn across what nobody knows. */
function curveOf(
  points: readonly { offsetMs: number; value?: number | null }[],
  stepMs: number,
): (CurvePoint | null)[] {
  const curve: (CurvePoint | null)[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const { offsetMs, value } of points) {
    if (value === undefined || value === null) {
      curve.push(null);
      before = offsetMs;
      continue;
    }
    if (curve.length > 0 && offsetMs - before > stepMs) curve.push(null);
    curve.push({ offsetMs: offsetMs + stepMs / 2, value });
    before = offsetMs;
  }
  return curve;
}

function unheardOf({ heard }: ComparedLaunch, { fromMs, toMs }: { fromMs: number; toMs: number }) {
  if (toMs <= fromMs) return [];
  if (!heard) return [{ fromMs, toMs }];
  const gaps = [
    { fromMs, toMs: heard.fromMs },
    { fromMs: heard.toMs, toMs },
  ];
  return gaps.filter((gap) => gap.toMs > gap.fromMs);
}

/** Of the axis, kept free behind the last point. */
const room = 0.05;

/**
 * Where a drawing ends: a little after the last thing that is known, and not before T0. Hours of
 * which neither this launch nor a past one says anything are no half of a picture.
 */
function knownUntil({
  fromMs,
  toMs,
  curves,
  outer,
}: {
  fromMs: number;
  toMs: number;
  curves: readonly (readonly (CurvePoint | null)[])[];
  outer: readonly (RangePoint | null)[];
}): number {
  const known = [...curves.flat(), ...outer].flatMap((point) => point?.offsetMs ?? []);
  if (known.length === 0) return toMs;
  const last = Math.max(0, ...known);
  return Math.min(toMs, last + room * (last - fromMs));
}

/** A comparison as it is drawn: by the rule of past launches, which the server has counted by already. */
export function comparisonPicture(comparison: LaunchComparison, mostTicks = 9): ComparisonPicture {
  const { launch, past, band, shows, metric, fromMs, toMs, step, now } = comparison;
  const stepMs = compareSteps[step];
  const rangeOf = (pick: 'outer' | 'inner') =>
    band.map((point) => {
      const range = point[pick];
      return range ? { offsetMs: point.offsetMs + stepMs / 2, low: range[0], high: range[1] } : null;
    });
  const outer = rangeOf('outer');
  const inner = rangeOf('inner');
  const median = curveOf(
    band.map(({ offsetMs, median: value }) => ({ offsetMs, value })),
    stepMs,
  );
  const own = curveOf(launch.points, stepMs);
  const untilNow = Math.min(toMs, Math.floor((now - launch.at) / stepMs) * stepMs);
  const lines =
    shows === 'lines'
      ? past
          .map(({ id, name, points }) => ({ id, name, points: curveOf(points, stepMs) }))
          .filter(({ points }) => points.some((point) => point !== null))
      : [];
  const axisEnd = knownUntil({ fromMs, toMs, curves: [own, median, ...lines.map(({ points }) => points)], outer });
  const values = [own, median, ...lines.map(({ points }) => points)].flat().flatMap((point) => point?.value ?? []);
  for (const range of outer) if (range) values.push(range.low, range.high);
  const domain = metric === 'net' ? netDomain(values) : { low: 0, high: niceTop(Math.max(0, ...values)) };
  if (metric === 'theme') domain.high = Math.min(100, domain.high);
  return {
    fromMs,
    toMs: axisEnd,
    domain,
    launch: own,
    lines,
    median,
    outer,
    inner,
    launches: Math.max(0, ...band.map((point) => (point.outer ? point.launches : 0))),
    unheard: unheardOf(launch, { fromMs, toMs: Math.min(untilNow, axisEnd) }),
    ticks: offsetTicks(fromMs, axisEnd, mostTicks),
  };
}

/** Whether there is anything to draw at all. */
export const isBlank = ({ launch, lines, median }: ComparisonPicture): boolean =>
  [launch, median, ...lines.map(({ points }) => points)].every((points) => points.every((point) => point === null));
