import type { SeriesPoint } from '../../shared/protocol.ts';
import { bucketOf, dayMs } from '../../shared/rollup.ts';
import { type ClassifierError, type NetSentiment, netSentiment, type OpinionCounts } from '../../shared/uncertainty.ts';
import type { Cut, Window } from './exploreRange.ts';
import { isUnheard, type Unheard } from './unheard.ts';

export type Counts = OpinionCounts & { mentions: number };

export function addCounts(into: Counts, more: Counts): Counts {
  into.mentions += more.mentions;
  into.positive += more.positive;
  into.neutral += more.neutral;
  into.negative += more.negative;
  return into;
}

export const noCounts = (): Counts => ({ mentions: 0, positive: 0, neutral: 0, negative: 0 });

/** Sums points per key; without a key (one series) under `*`. */
export function totalsByKey(points: Iterable<SeriesPoint>): Map<string, Counts> {
  const totals = new Map<string, Counts>();
  for (const point of points) {
    const key = point.key ?? '*';
    const counts = totals.get(key);
    if (counts) addCounts(counts, point);
    else totals.set(key, addCounts(noCounts(), point));
  }
  return totals;
}

/** The key with `limit` most mentions first, `rest` last whatever its mentions; ties by name so that two fetches agree. */
export function strongestKeys(totals: ReadonlyMap<string, Counts>, limit: number, rest?: string): string[] {
  const isRest = (key: string) => Number(key === rest);
  return [...totals]
    .sort(([a, x], [b, y]) => isRest(a) - isRest(b) || y.mentions - x.mentions || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([key]) => key);
}

/** One moment of a chart: a value per key; `null` where a line has a gap. */
export type ChartRow = { at: number; [key: string]: number | null | [number, number] };

/** Bucket starts of a window. Days and weeks begin at local midnight, which the server knows: `starts` brings them. */
function bucketsOf(window: Window, cut: Cut, starts: Iterable<number>): number[] {
  if (cut.stepMs >= dayMs) {
    const sorted = [...new Set(starts)].sort((a, b) => a - b);
    const first = sorted[0];
    if (first === undefined) return [];
    const filled: number[] = [];
    // Days without a mention are not sent. A day after a clock change is an hour off: anything nearer than half a step is it.
    let at = first;
    for (const start of sorted) {
      while (start - at > cut.stepMs / 2) {
        filled.push(at);
        at += cut.stepMs;
      }
      at = start;
      filled.push(at);
      at += cut.stepMs;
    }
    while (at < window.to) {
      filled.push(at);
      at += cut.stepMs;
    }
    let earlier = first - cut.stepMs;
    while (earlier + cut.stepMs > window.from) {
      filled.unshift(earlier);
      earlier -= cut.stepMs;
    }
    return filled;
  }
  const buckets: number[] = [];
  for (let at = bucketOf(window.from, cut.stepMs); at < window.to; at += cut.stepMs) buckets.push(at);
  return buckets;
}

function cells(points: readonly SeriesPoint[], cut: Cut): Map<number, Map<string, Counts>> {
  const byBucket = new Map<number, Map<string, Counts>>();
  for (const point of points) {
    const at = cut.stepMs >= dayMs ? point.at : bucketOf(point.at, cut.stepMs);
    let keys = byBucket.get(at);
    if (!keys) {
      keys = new Map();
      byBucket.set(at, keys);
    }
    const key = point.key ?? '*';
    addCounts(keys.get(key) ?? keys.set(key, noCounts()).get(key)!, point);
  }
  return byBucket;
}

/** The suffix of what a last bucket holds that is not over. */
export const openEnd = '~open';

/** The suffix of what a first bucket holds in whose midst listening began. */
export const openStart = '~start';

/** From so much of a bucket that nobody heard on, what is counted in it is no value of a whole one. */
const heardTooLate = 0.25;
const beganWithin = (heardFrom: number | null, at: number, { stepMs }: Pick<Cut, 'stepMs'>): boolean =>
  heardFrom !== null && heardFrom < at + stepMs && heardFrom - at >= heardTooLate * stepMs;

/**
 * Mentions per bucket and key; a bucket without any is a true zero, one that nobody heard is a gap. In a live window the last bucket is not over: its
 * value stands under `key~open`, so that it can be told and no chart draws a fall that never was. So does that of the
 * bucket in which listening began (`heardFrom`), and under `key~start` for a chart that draws it hollow.
 */
export function volumeRows(
  points: readonly SeriesPoint[],
  keys: readonly string[],
  window: Window,
  cut: Cut,
  unheard: readonly Unheard[] = [],
  heardFrom: number | null = null,
): ChartRow[] {
  const byBucket = cells(points, cut);
  const buckets = bucketsOf(window, cut, byBucket.keys());
  // A first bucket that the window cuts would draw a rise that never happened.
  const cutFirst = buckets.length > 2 && buckets[0]! < window.from;
  const rows: ChartRow[] = [];
  buckets.forEach((at, index) => {
    if (cutFirst && index === 0) return;
    const isLast = buckets.length > 1 && index === buckets.length - 1;
    // A live window ends with the minute that runs: a bucket that ends there is not over either.
    const isBegun = beganWithin(heardFrom, at, cut);
    const isOpen = isBegun || (window.live && isLast && at + cut.stepMs >= window.to);
    const row: ChartRow = { at };
    const isGap = isUnheard(unheard, at, at + cut.stepMs);
    for (const key of keys) {
      const mentions = byBucket.get(at)?.get(key)?.mentions ?? 0;
      row[key] = isOpen || isGap ? null : mentions;
      if (isOpen) row[key + openEnd] = mentions;
      if (isBegun) row[key + openStart] = mentions;
    }
    rows.push(row);
  });
  return rows;
}

/** The suffix of the band: [low, high] of the 90 % interval. */
export const band = '~band';

/**
 * Net sentiment per bucket, -100..100, `null` where opinions are too few; the interval only for `bandKeys`. Joins as many
 * buckets as it takes to keep at most `points` points: sentiment needs more mentions than volume to say anything. Where listening began
 * within a bucket (`heardFrom`) its value stands under `key~start` too.
 */
export function sentimentRows(
  points: readonly SeriesPoint[],
  keys: readonly string[],
  bandKeys: readonly string[],
  window: Window,
  cut: Cut,
  error: ClassifierError,
  unheard: readonly Unheard[] = [],
  heardFrom: number | null = null,
): ChartRow[] {
  const byBucket = cells(points, cut);
  const banded = new Set(bandKeys);
  const rows: ChartRow[] = [];
  for (const at of bucketsOf(window, cut, byBucket.keys())) {
    const row: ChartRow = { at };
    const isGap = isUnheard(unheard, at, at + cut.stepMs);
    for (const key of keys) {
      const figure = isGap ? null : netSentiment(byBucket.get(at)?.get(key) ?? noCounts(), error);
      row[key] = figure?.net ?? null;
      if (figure && beganWithin(heardFrom, at, cut)) row[key + openStart] = figure.net;
      if (banded.has(key)) row[key + band] = figure ? [figure.low, figure.high] : null;
    }
    rows.push(row);
  }
  return rows;
}

/** Whether two values stand beside each other anywhere: one alone makes no line. */
export function hasLine(rows: readonly ChartRow[], keys: readonly string[]): boolean {
  const isValue = (row: ChartRow | undefined, key: string) => typeof row?.[key] === 'number';
  return keys.some((key) => rows.some((row, index) => isValue(row, key) && isValue(rows[index + 1], key)));
}

/** The last value of a line with its interval, which stands beside the line's end: the last that is no gap. */
export function endFigure(rows: readonly ChartRow[], key: string): { net: number; low: number; high: number } | null {
  const last = rows.findLast((row) => typeof row[key] === 'number');
  const net = last?.[key];
  const interval = last?.[key + band];
  return typeof net === 'number' && Array.isArray(interval) ? { net, low: interval[0], high: interval[1] } : null;
}

/** The suffix of what the period before held at the same place. */
export const beforeKey = '~before';

/**
 * Rows with what the period before held at the same place, as far as the lines go: of a bucket that is not over it would be as little of
 * one as is drawn of the line, and slope to a fall that never was.
 */
export function besideBefore(
  rows: readonly ChartRow[],
  before: readonly ChartRow[],
  keys: readonly string[],
): ChartRow[] {
  const rowAt = new Map(before.map((row) => [row.at, row]));
  const end = rows.findLastIndex((row) => keys.some((key) => typeof row[key] === 'number'));
  return rows.map((row, index) => {
    const was = index <= end ? rowAt.get(row.at) : undefined;
    return { ...row, ...Object.fromEntries(keys.map((key) => [key + beforeKey, was?.[key] ?? null])) };
  });
}

/** Twice to four times coarser than the volume's cut, still aligned with it. */
export function sentimentCut(cut: Cut): Cut {
  return cut.stepMs >= dayMs / 4 ? cut : { step: cut.step, join: cut.join * 2, stepMs: cut.stepMs * 2 };
}

export type LabelledTotal = { key: string; counts: Counts; net: NetSentiment | null };

/** Totals in the order of `keys`, with their net sentiment: what stands beside the lines. */
export function labelledTotals(
  totals: ReadonlyMap<string, Counts>,
  keys: readonly string[],
  error: ClassifierError,
): LabelledTotal[] {
  return keys.map((key) => {
    const counts = totals.get(key) ?? noCounts();
    return { key, counts, net: netSentiment(counts, error) };
  });
}

/** A round top (1, 2, 2.5 or 5 times a power of ten) at or above the highest value; volume always begins at zero. */
export function roundTop(highest: number): number {
  if (highest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(highest));
  for (const factor of [1, 2, 3, 4, 5, 6, 8, 10]) if (factor * power >= highest) return factor * power;
  return 10 * power;
}

/** The lowest point of all that is drawn of these rows, the band's lower end too; 0 when nothing lies below. */
export function lowestOf(rows: readonly ChartRow[], keys: readonly string[], bandKey: string | undefined): number {
  let lowest = 0;
  for (const row of rows) {
    for (const key of keys) lowest = Math.min(lowest, Number(row[key] ?? 0));
    const interval = bandKey === undefined ? null : row[bandKey + band];
    if (Array.isArray(interval)) lowest = Math.min(lowest, Number(interval[0]));
  }
  return lowest;
}
