import type {
  BandPoint,
  ComparedLaunch,
  CompareMetric,
  ComparePoint,
  CompareScale,
  LaunchComparison,
  Placing,
  Standing,
} from '../../shared/launchComparison.ts';
import { dayMs } from '../../shared/rollup.ts';
import { measuredError, netSentiment, probabilityMore } from '../../shared/uncertainty.ts';
import { bandPoint, fewestForBands, fewestForRange, medianOf, percentileOf, placeOf } from './pastLaunches.ts';
import { shapeDistance } from './shapeDistance.ts';

/** [fromMs, toMs) in ms from T0, in buckets of `stepMs`; all three are multiples of the step. */
export type Axis = { fromMs: number; toMs: number; stepMs: number };

/** A launch as history tells it: what was counted in whole buckets that were heard. */
export type CountedLaunch = Omit<ComparedLaunch, 'points'> & { points: Omit<ComparePoint, 'value'>[] };

/** A beginning is compared in shape from this many buckets and mentions on: below, it is noise. */
const fewestBuckets = 3;
const fewestMentions = 30;
const fewestThemed = 5;

/** What one bucket says in the asked metric; null where it says nothing. */
export function figureOf(
  point: Omit<ComparePoint, 'value'>,
  metric: CompareMetric,
  scale: CompareScale,
  size: ComparedLaunch['size'],
  stepMs: number,
): number | null {
  // The figure itself does not depend on the scorer's error, only its interval does.
  if (metric === 'net') return netSentiment(point, measuredError)?.net ?? null;
  if (metric === 'theme') return point.mentions < fewestThemed ? null : (100 * (point.theme ?? 0)) / point.mentions;
  const count = point[metric];
  if (count === undefined) return null;
  if (scale === 'raw') return count;
  return size === null ? null : count / (size.perDay * (stepMs / dayMs));
}

const withValues = (launch: CountedLaunch, metric: CompareMetric, scale: CompareScale, stepMs: number) => ({
  ...launch,
  points: launch.points.map((point) => ({ ...point, value: figureOf(point, metric, scale, launch.size, stepMs) })),
});

/** At each bucket the launches that were heard then and say something. */
function bandOf(past: readonly ComparedLaunch[], { fromMs, toMs, stepMs }: Axis): BandPoint[] {
  const values = new Map<number, number[]>();
  for (const { points } of past)
    for (const { offsetMs, value } of points) {
      if (value === null) continue;
      const known = values.get(offsetMs);
      if (known) known.push(value);
      else values.set(offsetMs, [value]);
    }
  const band: BandPoint[] = [];
  for (let offsetMs = fromMs; offsetMs < toMs; offsetMs += stepMs)
    band.push(bandPoint(offsetMs, values.get(offsetMs) ?? []));
  return band;
}

type Stretch = { fromMs: number; toMs: number };

/** The buckets of a stretch; null where it was not heard from end to end. */
function pointsIn({ points, heard }: CountedLaunch, { fromMs, toMs }: Stretch): CountedLaunch['points'] | null {
  if (!heard || heard.fromMs > fromMs || heard.toMs < toMs) return null;
  return points.filter(({ offsetMs }) => offsetMs >= fromMs && offsetMs < toMs);
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** From T0, or while it has not come from the axis' beginning, to the end of the last whole bucket; null where that is nothing. */
function stretchSoFar({ points }: CountedLaunch, { fromMs, stepMs }: Axis): Stretch | null {
  const last = points.at(-1);
  if (!last) return null;
  const toMs = last.offsetMs + stepMs;
  return toMs > 0 ? { fromMs: Math.max(0, fromMs), toMs } : { fromMs, toMs };
}

/**
 * As far as the launch has come; where fewer than three past launches were heard that far, as far as three of them were: a launch
 * of which more is known than of those before it is still one of several.
 */
function stretchTold(stretch: Stretch, past: readonly CountedLaunch[], stepMs: number): Stretch {
  const ends = past
    .flatMap(({ heard }) => (heard && heard.fromMs <= stretch.fromMs ? [heard.toMs] : []))
    .sort((a, b) => b - a);
  const end = ends[fewestForRange - 1];
  if (end === undefined || end >= stretch.toMs) return stretch;
  const toMs = Math.floor(end / stepMs) * stepMs;
  return toMs > Math.max(0, stretch.fromMs) ? { fromMs: stretch.fromMs, toMs } : stretch;
}

/** What was counted, and how much of it is one in the asked scale; null where the brand's size is not known. */
type Measured = { count: number; unit: number | null };

const scaled = ({ count, unit }: Measured) => (unit === null ? null : count / unit);

function placingOf(own: Measured, past: readonly Measured[]): Placing {
  const value = scaled(own);
  const others = past.flatMap((other) => scaled(other) ?? []);
  if (value === null || others.length < fewestForRange) return { value };
  const median = medianOf(others);
  const placing: Placing = { value, median };
  if (median > 0) placing.times = value / median;
  // In counts again: chance is in them.
  placing.probabilityMore = probabilityMore(own.count, median * (own.unit ?? 1));
  if (others.length < fewestForBands) placing.rank = { place: placeOf(value, others), of: others.length + 1 };
  else placing.percentile = percentileOf(value, others);
  return placing;
}

function standingOf(
  launch: CountedLaunch,
  past: readonly CountedLaunch[],
  stretch: Stretch,
  scale: CompareScale,
): Standing | null {
  const days = (stretch.toMs - stretch.fromMs) / dayMs;
  const measure = (of: CountedLaunch, count: 'mentions' | 'distinct'): Measured | null => {
    const points = pointsIn(of, stretch);
    const unit = scale === 'raw' ? 1 : of.size && of.size.perDay * days;
    return points && { count: sumOf(points.map((point) => point[count])), unit };
  };
  const mentions = measure(launch, 'mentions');
  const texts = measure(launch, 'distinct');
  if (!mentions || !texts) return null;
  const others = (count: 'mentions' | 'distinct') => past.flatMap((other) => measure(other, count) ?? []);
  return {
    ...stretch,
    mentions: mentions.count,
    launches: others('mentions').filter(({ unit }) => unit !== null).length,
    ...placingOf(mentions, others('mentions')),
    texts: { count: texts.count, ...placingOf(texts, others('distinct')) },
  };
}

function closestOf(
  launch: CountedLaunch,
  past: readonly CountedLaunch[],
  stretch: Stretch,
): LaunchComparison['closest'] {
  const countsIn = (of: CountedLaunch) => pointsIn(of, stretch)?.map(({ mentions }) => mentions) ?? null;
  const isTold = (counts: number[] | null): counts is number[] =>
    counts !== null && counts.length >= fewestBuckets && sumOf(counts) >= fewestMentions;
  const own = countsIn(launch);
  if (!isTold(own)) return null;
  const told = past.flatMap((other) => {
    const counts = countsIn(other);
    return isTold(counts) ? { id: other.id, distance: shapeDistance(own, counts) } : [];
  });
  if (told.length < fewestForRange) return null;
  return told.reduce((best, one) => (one.distance < best.distance ? one : best));
}

/**
 * A launch among past ones, all aligned by their own T0. Pure: a launch that is shifted together with its posts gives the same
 * answer, and a copy of it the same curve.
 */
export function compareLaunches(
  launch: CountedLaunch,
  past: readonly CountedLaunch[],
  asked: Axis & { metric: CompareMetric; scale: CompareScale },
): Pick<LaunchComparison, 'launch' | 'past' | 'shows' | 'band' | 'standing' | 'closest'> {
  const { metric, scale, stepMs } = asked;
  const others = past.map((one) => withValues(one, metric, scale, stepMs));
  const told = others.filter(({ points }) => points.some(({ value }) => value !== null)).length;
  const soFar = stretchSoFar(launch, asked);
  const stretch = soFar && stretchTold(soFar, past, stepMs);
  return {
    launch: withValues(launch, metric, scale, stepMs),
    past: others,
    shows: told < fewestForRange ? 'lines' : told < fewestForBands ? 'range' : 'bands',
    band: bandOf(others, asked),
    standing: stretch && standingOf(launch, past, stretch, scale),
    closest: stretch && closestOf(launch, past, stretch),
  };
}
