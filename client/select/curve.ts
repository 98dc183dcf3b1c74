import type { Cell, FiguresState } from '../../shared/protocol.ts';
import { bucketOf, hourMs } from '../../shared/rollup.ts';
import { type ClassifierError, netSentiment } from '../../shared/uncertainty.ts';
import { addCells, mentionsOf, opinionsOf } from './cells.ts';

export type VolumePoint = { at: number; mentions: number };
/** Net sentiment with its 90 % interval, of the stretch that ends at `at`; nulls where opinions were too few. */
export type SentimentPoint = { at: number; net: number | null; low: number | null; high: number | null };

type Bucket = { at: number; cell: Cell };
const zero: Cell = [0, 0, 0, 0, 0, 0, 0, 0, 0];

/** The buckets of a brand in time order, empty ones too. Whole ones only: one that still fills would look like a fall. */
function bucketsOf(state: FiguresState, brand: string): Bucket[] {
  const series = state.series[brand] ?? {};
  const buckets: Bucket[] = [];
  const knownFrom = Math.max(state.from, state.knownFrom);
  if (state.knownFrom === 0) return buckets;
  for (let at = bucketOf(state.from, state.stepMs); at + state.stepMs <= state.to; at += state.stepMs)
    if (at + state.stepMs > knownFrom) buckets.push({ at, cell: series[String(at)] ?? zero });
  return buckets;
}

/** Mentions per bucket, each point at the bucket's end: that is when the number was whole. */
export function volumePoints(state: FiguresState, brand: string): VolumePoint[] {
  return bucketsOf(state, brand).map(({ at, cell }) => ({ at: at + state.stepMs, mentions: mentionsOf(cell) }));
}

function sentimentAt(at: number, cell: Cell, error: ClassifierError): SentimentPoint {
  const net = netSentiment(opinionsOf(cell), error);
  return { at, net: net?.net ?? null, low: net?.low ?? null, high: net?.high ?? null };
}

/** Net sentiment over trailing stretches of `width` buckets: single buckets hold too few opinions to say anything. */
export function sentimentPoints(
  state: FiguresState,
  brand: string,
  error: ClassifierError,
  width: number,
): SentimentPoint[] {
  const buckets = bucketsOf(state, brand);
  return buckets.map(({ at }, index) => {
    let sum: Cell = zero;
    for (const bucket of buckets.slice(Math.max(0, index - width + 1), index + 1)) sum = addCells(sum, bucket.cell);
    return sentimentAt(at + state.stepMs, sum, error);
  });
}

/**
 * The wall's curves: at every point what its large figure would have said then, namely the hour that ended there. The last
 * point is the figure itself, from the one-hour window. Starts an hour after anything was known.
 */
export function hourlyPoints(
  sixHours: FiguresState,
  lastHour: FiguresState,
  brand: string,
  error: ClassifierError,
): { volume: VolumePoint[]; sentiment: SentimentPoint[] } {
  const buckets = bucketsOf(sixHours, brand);
  const width = Math.round(hourMs / sixHours.stepMs);
  const startsAt = Math.max(sixHours.from, sixHours.knownFrom) + hourMs;
  const volume: VolumePoint[] = [];
  const sentiment: SentimentPoint[] = [];
  const put = (at: number, cell: Cell) => {
    volume.push({ at, mentions: mentionsOf(cell) });
    sentiment.push(sentimentAt(at, cell, error));
  };
  for (const [index, { at }] of buckets.entries()) {
    const end = at + sixHours.stepMs;
    if (end < startsAt || index < width - 1 || end >= lastHour.to) continue;
    let sum: Cell = zero;
    for (const bucket of buckets.slice(index - width + 1, index + 1)) sum = addCells(sum, bucket.cell);
    put(end, sum);
  }
  put(lastHour.to, lastHour.now[brand]?.['*'] ?? zero);
  return { volume, sentiment };
}
