import { firstSortReasons } from '../../shared/domain.ts';
import { keepIdentity } from '../../shared/mergePatch.ts';
import type { Cell, FiguresState, FunnelShape } from '../../shared/protocol.ts';
import { bucketOf, minuteMs, quarterMs } from '../../shared/rollup.ts';
import type { CellNames } from './cellNames.ts';
import { cellFields, createCellTable } from './cellTable.ts';
import { edgeOf, type Tiers } from './tiers.ts';

/** Which period a view covers: a length that ends now, or everything since a moment. */
export type SpanShape = { lengthMs: number; stepMs: number } | { since: number };

const sinceSteps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480].map((minutes) => minutes * minuteMs);
const maxPoints = 120;

/** Running sums of one period and the one before it: a row costs a few additions, a tick only what changed. */
export type SpanView = {
  absorb(at: number, cell: number, values: ArrayLike<number>): void;
  /** Lets the period follow the clock; `knownFrom` as in FiguresState. */
  moveTo(now: number, knownFrom: number): void;
  /** The same object as before when nothing changed; unchanged parts keep their identity. */
  state(): FiguresState;
  /** How many mentions of this kind, for "speaks for". */
  count(cell: number, field: 'mentions' | 'positive' | 'neutral' | 'negative'): number;
};

type Edges = { before: number; from: number; to: number; stepMs: number };

function edgesOf(shape: SpanShape, now: number): Edges {
  const to = bucketOf(now, minuteMs) + minuteMs;
  if ('lengthMs' in shape) {
    const { lengthMs, stepMs } = shape;
    return { to, from: edgeOf(to - lengthMs, now), before: edgeOf(to - 2 * lengthMs, now), stepMs };
  }
  const from = Math.min(edgeOf(shape.since, now), to);
  const stepMs = sinceSteps.find((step) => (to - bucketOf(from, step)) / step <= maxPoints) ?? sinceSteps.at(-1)!;
  return { to, from, before: edgeOf(from - (to - from), now), stepMs };
}

const noFunnel: FunnelShape = { collected: 0, important: 0, significant: 0, setAside: {} };

export function createSpanView(shape: SpanShape, tiers: Tiers, names: CellNames): SpanView {
  let edges: Edges | null = null;
  let sums = { now: createCellTable(), before: createCellTable() };
  let series = new Map<number, Map<number, Cell>>();
  const dirty = { now: new Set<number>(), before: new Set<number>(), series: new Map<number, Set<number>>() };
  let shown: FiguresState = {
    from: 0,
    to: 0,
    stepMs: 0,
    knownFrom: 0,
    now: {},
    before: {},
    series: {},
    channels: {},
    unscored: {},
    funnel: noFunnel,
  };
  let isStale = false;

  /** Sliding periods show only buckets that lie wholly within them; "since" begins with its moment. */
  const firstBucket = (of: Edges) =>
    'since' in shape ? bucketOf(of.from, of.stepMs) : bucketOf(of.from + of.stepMs - 1, of.stepMs);

  function addToSeries(of: Edges, at: number, cell: number, values: ArrayLike<number>, start: number): void {
    const name = names.name(cell);
    if (name.kind !== 'theme' || name.theme !== '*') return;
    const bucket = bucketOf(at, of.stepMs);
    if (bucket < firstBucket(of)) return;
    let ofCell = series.get(cell);
    if (!ofCell) {
      ofCell = new Map();
      series.set(cell, ofCell);
    }
    let sum = ofCell.get(bucket);
    if (!sum) {
      sum = [0, 0, 0, 0, 0, 0, 0, 0, 0];
      ofCell.set(bucket, sum);
    }
    for (let i = 0; i < sum.length; i += 1) sum[i]! += values[start + i]!;
    touch(cell, bucket);
  }
  function touch(cell: number, bucket: number): void {
    const touched = dirty.series.get(cell);
    if (touched) touched.add(bucket);
    else dirty.series.set(cell, new Set([bucket]));
  }
  function shift(period: 'now' | 'before', from: number, to: number, sign: 1 | -1): void {
    tiers.each(from, to, false, (_at, cell, values, start) => {
      sums[period].add(cell, values, start, sign);
      dirty[period].add(cell);
    });
  }

  /** Counts everything anew: at the start, and when an edge did not simply move forward. */
  function recount(next: Edges): void {
    for (const period of ['now', 'before'] as const) sums[period].each((cell) => void dirty[period].add(cell));
    for (const [cell, buckets] of series) for (const bucket of buckets.keys()) touch(cell, bucket);
    sums = { now: createCellTable(), before: createCellTable() };
    series = new Map();
    edges = next;
    shift('before', next.before, next.from, 1);
    shift('now', next.from, next.to, 1);
    tiers.each(next.from, next.to, next.stepMs < quarterMs, (at, cell, values, start) =>
      addToSeries(next, at, cell, values, start),
    );
  }

  function moveForward(last: Edges, next: Edges): void {
    // "Since" grows: the equal period before it begins ever earlier.
    if (next.before < last.before) shift('before', next.before, last.before, 1);
    else shift('before', last.before, next.before, -1);
    shift('before', last.from, next.from, 1);
    shift('now', last.from, next.from, -1);
    shift('now', last.to, next.to, 1);
    edges = next;
    const first = firstBucket(next);
    for (const [cell, buckets] of series)
      for (const bucket of buckets.keys())
        if (bucket < first) {
          buckets.delete(bucket);
          touch(cell, bucket);
        }
    // Posts may be dated a few minutes ahead: they wait in the tiers until the clock reaches them.
    tiers.each(last.to, next.to, true, (at, cell, values, start) => addToSeries(next, at, cell, values, start));
  }

  function redrawCells(period: 'now' | 'before'): Record<string, Record<string, Cell>> {
    if (dirty[period].size === 0) return shown[period];
    const brands = { ...shown[period] };
    const opened = new Set<string>();
    for (const cell of dirty[period]) {
      const name = names.name(cell);
      if (name.kind !== 'theme') continue;
      if (!opened.has(name.brand)) {
        opened.add(name.brand);
        brands[name.brand] = { ...brands[name.brand] };
      }
      const themes = brands[name.brand]!;
      const value = sums[period].read(cell);
      if (value) themes[name.theme] = value;
      else delete themes[name.theme];
    }
    for (const brand of opened) if (Object.keys(brands[brand]!).length === 0) delete brands[brand];
    return brands;
  }

  function redrawSeries(): FiguresState['series'] {
    if (dirty.series.size === 0) return shown.series;
    const brands = { ...shown.series };
    for (const [cell, buckets] of dirty.series) {
      const name = names.name(cell);
      if (name.kind !== 'theme') continue;
      const points = { ...brands[name.brand] };
      for (const bucket of buckets) {
        const sum = series.get(cell)?.get(bucket);
        if (sum?.some((value) => value !== 0)) points[bucket] = [...sum];
        else delete points[bucket];
      }
      if (Object.keys(points).length > 0) brands[name.brand] = points;
      else delete brands[name.brand];
    }
    return brands;
  }

  function readOthers<V>(kind: 'channel' | 'unscored', value: (cell: Cell) => V): Record<string, V> {
    const read: Record<string, V> = {};
    for (const cell of names.all(kind)) {
      const name = names.name(cell);
      const sum = sums.now.read(cell);
      if (sum && name.kind === kind) read[name.name] = value(sum);
    }
    return read;
  }

  function readFunnel(): FunnelShape {
    const funnel: FunnelShape = { collected: 0, important: 0, significant: 0, setAside: {} };
    for (const cell of names.all('outcome')) {
      const name = names.name(cell);
      const posts = sums.now.read(cell)?.[0] ?? 0;
      if (name.kind !== 'outcome' || posts === 0) continue;
      funnel.collected += posts;
      if (name.name === 'significant') funnel.significant += posts;
      else funnel.setAside[name.name] = posts;
      if (!(firstSortReasons as readonly string[]).includes(name.name)) funnel.important += posts;
    }
    return funnel;
  }

  return {
    absorb(at, cell, values) {
      if (!edges || at < edges.before || at >= edges.to) return;
      const period = at >= edges.from ? 'now' : 'before';
      sums[period].add(cell, values, 0, 1);
      dirty[period].add(cell);
      if (period === 'now') addToSeries(edges, at, cell, values, 0);
    },
    moveTo(now, knownFrom) {
      const next = edgesOf(shape, now);
      const last = edges;
      if (shown.knownFrom !== knownFrom) {
        shown = { ...shown, knownFrom };
        isStale = true;
      }
      if (last && last.to === next.to && last.from === next.from && last.before === next.before) return;
      const isForward =
        last !== null &&
        last.stepMs === next.stepMs &&
        last.from <= next.from &&
        last.to <= next.to &&
        next.from <= last.to &&
        next.before <= last.from &&
        next.to - last.to < quarterMs;
      if (isForward) moveForward(last, next);
      else recount(next);
      isStale = true;
    },
    state() {
      if (!edges) throw new Error('a view shows nothing before its first moveTo');
      if (!isStale && dirty.now.size === 0 && dirty.before.size === 0 && dirty.series.size === 0) return shown;
      const hasOthers = [...dirty.now].some((cell) => names.name(cell).kind !== 'theme');
      shown = {
        ...shown,
        from: edges.from,
        to: edges.to,
        stepMs: edges.stepMs,
        now: redrawCells('now'),
        before: redrawCells('before'),
        series: redrawSeries(),
      };
      if (hasOthers) {
        shown.channels = keepIdentity(
          shown.channels,
          readOthers('channel', (cell) => cell),
        ) as FiguresState['channels'];
        shown.unscored = keepIdentity(
          shown.unscored,
          readOthers('unscored', (cell) => cell[0]),
        ) as FiguresState['unscored'];
        shown.funnel = keepIdentity(shown.funnel, readFunnel()) as FunnelShape;
      }
      dirty.now.clear();
      dirty.before.clear();
      dirty.series.clear();
      isStale = false;
      return shown;
    },
    count: (cell, field) => sums.now.read(cell)?.[cellFields.indexOf(field)] ?? 0,
  };
}
