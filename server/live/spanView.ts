import { firstSortReasons } from '../../shared/domain.ts';
import { diffPatch } from '../../shared/mergePatch.ts';
import type { Cell, FiguresState, FunnelShape, MergePatch } from '../../shared/protocol.ts';
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
  /** What changed since it was last drawn, as a merge patch; undefined when nothing did. */
  draw(): MergePatch | undefined;
  /** A copy of the whole state as last drawn. */
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

type Leaves = Record<string, Record<string, Cell>>;
type LeafPatch = Record<string, Record<string, Cell | null> | null>;

function isSameCell(a: Cell, b: Cell): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

function hasAny(record: object): boolean {
  for (const _ in record) return true;
  return false;
}

export function createSpanView(shape: SpanShape, tiers: Tiers, names: CellNames): SpanView {
  let edges: Edges | null = null;
  let sums = { now: createCellTable(), before: createCellTable() };
  let series = new Map<number, Map<number, Cell>>();
  const dirty = { now: new Set<number>(), before: new Set<number>(), series: new Map<number, Set<number>>() };
  /** As last drawn, changed in place: copying a state of thousands of cells four times a second is what would cost. */
  const shown: FiguresState = {
    from: 0,
    to: 0,
    stepMs: 0,
    knownFrom: 0,
    now: {},
    before: {},
    series: {},
    channels: {},
    unscored: {},
    funnel: { collected: 0, important: 0, significant: 0, setAside: {} },
  };
  let knownFrom = 0;

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

  /** Sets or removes one leaf of what is shown, and says so in the patch; nothing happens when it is as shown. */
  function showLeaf(tree: Leaves, patch: LeafPatch, outer: string, inner: string, value: Cell | undefined): void {
    const leaves = tree[outer];
    const before = leaves?.[inner];
    if (value && before ? isSameCell(before, value) : value === before) return;
    const said = patch[outer];
    if (said) said[inner] = value ?? null;
    else patch[outer] = { [inner]: value ?? null };
    if (!value) delete leaves![inner];
    else if (leaves) leaves[inner] = value;
    else tree[outer] = { [inner]: value };
  }

  /** Members that lost their last leaf go as one: only now is it known that none came back. */
  function finish(tree: Leaves, patch: LeafPatch): LeafPatch | undefined {
    for (const outer of Object.keys(patch)) {
      const leaves = tree[outer];
      if (!leaves || hasAny(leaves)) continue;
      delete tree[outer];
      patch[outer] = null;
    }
    return hasAny(patch) ? patch : undefined;
  }

  function showCells(period: 'now' | 'before'): LeafPatch | undefined {
    const patch: LeafPatch = {};
    for (const cell of dirty[period]) {
      const name = names.name(cell);
      if (name.kind === 'theme') showLeaf(shown[period], patch, name.brand, name.theme, sums[period].read(cell));
    }
    return finish(shown[period], patch);
  }

  function showSeries(): LeafPatch | undefined {
    const patch: LeafPatch = {};
    for (const [cell, buckets] of dirty.series) {
      const name = names.name(cell);
      if (name.kind !== 'theme') continue;
      for (const bucket of buckets) {
        const sum = series.get(cell)?.get(bucket);
        const isCounted = sum?.some((value) => value !== 0);
        showLeaf(shown.series, patch, name.brand, String(bucket), isCounted ? ([...sum!] as Cell) : undefined);
      }
    }
    return finish(shown.series, patch);
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
    moveTo(now, known) {
      knownFrom = known;
      const next = edgesOf(shape, now);
      const last = edges;
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
    },
    draw() {
      if (!edges) throw new Error('a view shows nothing before its first moveTo');
      const hasOthers = [...dirty.now].some((cell) => names.name(cell).kind !== 'theme');
      const { from, to, stepMs } = edges;
      const flat: Partial<FiguresState> = { from, to, stepMs, knownFrom };
      if (hasOthers) {
        flat.channels = readOthers('channel', (cell) => cell);
        flat.unscored = readOthers('unscored', (cell) => cell[0]);
        flat.funnel = readFunnel();
      }
      const patch: { [member: string]: unknown } = {};
      for (const [member, value] of Object.entries(flat)) {
        const change = diffPatch(shown[member as keyof FiguresState], value);
        if (change !== undefined) patch[member] = change;
      }
      Object.assign(shown, flat);
      for (const period of ['now', 'before'] as const) {
        const change = showCells(period);
        if (change) patch[period] = change;
        dirty[period].clear();
      }
      const change = showSeries();
      if (change) patch.series = change;
      dirty.series.clear();
      return hasAny(patch) ? patch : undefined;
    },
    state: () => structuredClone(shown),
    count: (cell, field) => sums.now.read(cell)?.[cellFields.indexOf(field)] ?? 0,
  };
}
