import type { Launch } from '../../shared/domain.ts';
import type { BrandSize } from '../../shared/launchComparison.ts';
import { launchTheme, launchThemeWith } from '../../shared/launchThemes.ts';
import { type SeriesPoint, type Step, steps } from '../../shared/protocol.ts';
import { bucketOf, dayMs, hourMs, minuteMs, quarterMs } from '../../shared/rollup.ts';
import type { History, SeriesFilter } from '../store/store.ts';
import type { Axis, CountedLaunch } from './compare.ts';
import { medianOf } from './pastLaunches.ts';
import { longestSilenceMs, type Stretch, stretchesHeard } from './stretchesHeard.ts';

/** Usual days of a brand: before people could know of the launch; where that is not known, until a week before it. */
const sizeSpans = [
  { fromMs: -56 * dayMs, toMs: -28 * dayMs },
  { fromMs: -28 * dayMs, toMs: -7 * dayMs },
];
const fewestSizeDays = 7;
/** Beyond this no axis goes where none is asked for. */
const farthestMs = 28 * dayMs;

/** Steps whose buckets begin at the same moments everywhere, coarsest first. */
const utcSteps = (['1d', '6h', '1h', '30m', '15m', '5m', '1m'] as const satisfies readonly Step[]).map((step) => ({
  step,
  ms: steps[step],
}));

/** The coarsest step of history whose buckets fall on those of an axis that begins at `at`. */
const stepFor = (at: number, stepMs: number): Step =>
  utcSteps.find(({ ms }) => stepMs % ms === 0 && at % ms === 0)?.step ?? '1m';

const asked = (brands: readonly string[], themes: readonly string[]) =>
  ({ brands, themes, stage: 'important', zone: 'UTC' }) as const satisfies Partial<SeriesFilter>;

type Counts = Pick<SeriesPoint, 'mentions' | 'distinct' | 'significant' | 'positive' | 'neutral' | 'negative'>;
const nothing = (): Counts => ({ mentions: 0, distinct: 0, significant: 0, positive: 0, neutral: 0, negative: 0 });

function add(into: Counts, more: Counts, sign: 1 | -1): void {
  into.mentions += sign * more.mentions;
  into.distinct += sign * more.distinct;
  into.significant += sign * more.significant;
  into.positive += sign * more.positive;
  into.neutral += sign * more.neutral;
  into.negative += sign * more.negative;
}

/** What one launch is, among the cells of history. */
export function cellsOf({ id, brand, query }: Launch, theme: string | undefined) {
  const whole = query === undefined ? [] : [launchTheme(id)];
  const part = query === undefined ? theme : theme && launchThemeWith(id, theme);
  return { whole: asked([brand], whole), part: part === undefined ? null : asked([brand], [part]) };
}

/** A T0 within a minute is that minute's: history knows none finer. */
export const startOf = (at: number) => bucketOf(at, minuteMs);

/** One of the clocks by which a launch's mentions stand at offsets: those of which countries, added or taken away. */
type Clock = { t0: number; countries?: readonly string[]; sign: 1 | -1 };

/**
 * Where a country starts on its own, its mentions stand at its own T0, those of all others at the launch's: all, without the
 * country where it does not belong, with it where it does.
 */
const clocksOf = ({ at, starts = [] }: Pick<Launch, 'at' | 'starts'>): Clock[] => [
  { t0: startOf(at), sign: 1 },
  ...starts.flatMap((start): Clock[] => [
    { t0: startOf(at), countries: [start.country], sign: -1 },
    { t0: startOf(start.at), countries: [start.country], sign: 1 },
  ]),
];

/** Counts by offset, each country's from its own T0. */
export async function countAligned(history: History, launch: Launch, cells: ReturnType<typeof asked>, axis: Axis) {
  const { fromMs, toMs, stepMs } = axis;
  const buckets = new Map<number, Counts>();
  for (const { t0, countries, sign } of clocksOf(launch)) {
    const step = stepFor(t0, stepMs);
    const range = { from: t0 + fromMs, to: t0 + toMs };
    const points = await history.series({ ...cells, ...range, step, ...(countries ? { countries } : {}) });
    for (const point of points) {
      const offsetMs = bucketOf(point.at - t0, stepMs);
      let sum = buckets.get(offsetMs);
      if (!sum) {
        sum = nothing();
        buckets.set(offsetMs, sum);
      }
      add(sum, point, sign);
    }
  }
  return buckets;
}

/** The same over one stretch of offsets as a whole, by theme: cells of history, each a theme of the brand. */
export async function themesAligned(
  history: History,
  launch: Launch,
  themes: readonly string[],
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Promise<Map<string, Counts>> {
  const sums = new Map(themes.map((theme) => [theme, nothing()]));
  if (themes.length === 0 || fromMs >= toMs) return sums;
  for (const { t0, countries, sign } of clocksOf(launch)) {
    const range = { from: t0 + fromMs, to: t0 + toMs, step: '1w', by: 'theme' } as const;
    const cells = { ...asked([launch.brand], themes), ...range, ...(countries ? { countries } : {}) };
    for (const point of await history.series(cells)) {
      const sum = sums.get(point.key ?? '');
      if (sum) add(sum, point, sign);
    }
  }
  return sums;
}

/** Ranges of time that hold a stretch of offsets, and whose messages of each belong to it. */
export function rangesOf(launch: Pick<Launch, 'at' | 'starts'>, { fromMs, toMs }: { fromMs: number; toMs: number }) {
  const own = new Set(launch.starts?.map(({ country }) => country));
  return clocksOf(launch)
    .filter(({ sign }) => sign > 0)
    .map(({ t0, countries }) => ({
      range: { from: t0 + fromMs, to: t0 + toMs, ...(countries ? { countries } : {}) },
      holds: ({ country }: { country?: string }) => countries !== undefined || !own.has(country ?? ''),
    }));
}

/** Distinct authors never add up: they are told where a bucket of history is a bucket of the axis. */
async function authorsAligned(history: History, launch: Launch, cells: ReturnType<typeof asked>, axis: Axis) {
  const t0 = startOf(launch.at);
  const step = stepFor(t0, axis.stepMs);
  if (steps[step] !== axis.stepMs || launch.starts?.length) return new Map<number, never>();
  const range = { from: t0 + axis.fromMs, to: t0 + axis.toMs };
  const counted = await history.authors({ ...cells, ...range, step, fromPosts: false });
  return new Map(counted?.points.map((point) => [point.at - t0, point]));
}

/** An end within [from, to) to the quarter of an hour: in finer steps the rest of its hour would be drawn as silence. */
async function toTheQuarter(history: History, stretch: Stretch, { from, to }: Stretch, now: number): Promise<Stretch> {
  if (stretch.to <= from || stretch.from >= to) return stretch;
  const hourAt = (at: number) => history.series({ ...asked([], []), from: at, to: at + hourMs, step: '15m' });
  const first = stretch.from > from ? (await hourAt(stretch.from))[0] : undefined;
  const last = stretch.to < to && stretch.to !== now ? (await hourAt(stretch.to - hourMs)).at(-1) : undefined;
  return { from: first?.at ?? stretch.from, to: last ? last.at + quarterMs : stretch.to };
}

export type ReadOptions = {
  now: number;
  theme?: string | undefined;
  /** Before this moment its cells are empty because nobody asked for its query, not because nobody spoke; Infinity: all of them. */
  countedFrom?: number;
};

/** The brand's usual mentions a day, of whole days counted back from T0; null where fewer than a week are known. */
async function readSize(history: History, launch: Launch, heard: readonly Stretch[]) {
  const t0 = bucketOf(launch.at, hourMs);
  for (const { fromMs, toMs } of sizeSpans) {
    const range = { from: t0 + fromMs, to: t0 + toMs };
    const points = await history.series({ ...asked([launch.brand], []), ...range, step: '1h' });
    const days: number[] = [];
    for (let at = range.from; at < range.to; at += dayMs) {
      if (!heard.some(({ from, to }) => from <= at && at + dayMs <= to)) continue;
      const ofDay = points.filter((point) => point.at >= at && point.at < at + dayMs);
      days.push(ofDay.reduce((sum, { mentions }) => sum + mentions, 0));
    }
    const perDay = medianOf(days);
    if (days.length >= fewestSizeDays && perDay > 0)
      return { perDay, days: days.length, fromMs, toMs } satisfies BrandSize;
  }
  return null;
}

/** When somebody listened around a launch: all stretches, and the part of the axis that counts. */
async function listening(
  history: History,
  { at }: Launch,
  axis: Axis,
  { now, countedFrom = Number.NEGATIVE_INFINITY }: ReadOptions,
) {
  const t0 = startOf(at);
  const margin = longestSilenceMs + hourMs;
  const listened = await history.series({
    ...asked([], []),
    from: t0 + Math.min(axis.fromMs, sizeSpans[0]!.fromMs) - margin,
    to: Math.min(now, t0 + Math.max(axis.toMs, 0) + margin),
    step: '1h',
  });
  const drawn = { from: t0 + axis.fromMs, to: t0 + axis.toMs };
  const hourly = stretchesHeard(listened, now);
  // An hour that was heard in part is told whole in steps of hours: a capture that lies within one would vanish.
  const stretches =
    axis.stepMs < hourMs
      ? await Promise.all(hourly.map((stretch) => toTheQuarter(history, stretch, drawn, now)))
      : hourly;
  return { stretches, heard: heardOn(axis, stretches, t0, countedFrom, now) };
}

/** How old a launch was when it was last listened to: a capture that ended after a day is not drawn over a month. */
export async function heardAge(history: History, launch: Launch, now: number): Promise<number> {
  const age = now - launch.at;
  if (age <= 0) return age;
  const { heard } = await listening(history, launch, { fromMs: 0, toMs: farthestMs, stepMs: hourMs }, { now });
  return heard && heard.toMs > 0 ? Math.min(age, heard.toMs) : age;
}

/** Reads one launch from history: its counts on the axis, how much of it was heard, and the size of its brand. */
export async function readLaunch(
  history: History,
  launch: Launch,
  axis: Axis,
  options: ReadOptions,
): Promise<CountedLaunch> {
  const { id, name, brand, at, query } = launch;
  const { now, theme, countedFrom = Number.NEGATIVE_INFINITY } = options;
  const cells = cellsOf(launch, theme);
  const { stretches, heard } = await listening(history, launch, axis, options);
  const size = await readSize(history, launch, stretches);
  const known = { id, name, brand, at, counts: query === undefined ? 'brand' : 'product', size } as const;
  if (!heard) {
    const missing = countedFrom > now ? 'not-counted' : 'not-heard';
    return { ...known, heard, missing, points: [] };
  }

  const counts = await countAligned(history, launch, cells.whole, axis);
  const themed = cells.part && (await countAligned(history, launch, cells.part, axis));
  const authors = await authorsAligned(history, launch, cells.whole, axis);
  const points: CountedLaunch['points'] = [];
  for (let offsetMs = axis.fromMs; offsetMs < axis.toMs; offsetMs += axis.stepMs) {
    if (offsetMs < heard.fromMs || offsetMs + axis.stepMs > heard.toMs) continue;
    const found = authors.get(offsetMs);
    const { significant: _, ...told } = counts.get(offsetMs) ?? nothing();
    points.push({
      offsetMs,
      ...told,
      ...(themed ? { theme: themed.get(offsetMs)?.mentions ?? 0 } : {}),
      ...(found ? { authors: found.authors, authorsError: found.authorsError } : {}),
    });
  }
  return { ...known, heard, points };
}

/** The stretch around T0 that was heard, or the one nearest to it on the axis. Ends are moments, not buckets. */
function heardOn(
  { fromMs, toMs }: Axis,
  stretches: readonly Stretch[],
  t0: number,
  countedFrom: number,
  now: number,
): CountedLaunch['heard'] {
  let best: CountedLaunch['heard'] = null;
  let bestAway = Number.POSITIVE_INFINITY;
  for (const { from, to } of stretches) {
    const start = Math.max(fromMs, from - t0, countedFrom - t0);
    const end = Math.min(toMs, to - t0, now - t0);
    if (start >= end) continue;
    const away = start > 0 ? start : end < 0 ? -end : 0;
    if (away >= bestAway) continue;
    best = { fromMs: start, toMs: end };
    bestAway = away;
  }
  return best;
}
