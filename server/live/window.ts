import { isPartOfLaunch } from '../../shared/launchThemes.ts';
import { type Cell, type FiguresState, type MergePatch, type Span, spanMs, spans } from '../../shared/protocol.ts';
import { bucketOf, hourMs, minuteMs, quarterMs, type RollupRow } from '../../shared/rollup.ts';
import type { FunnelRow } from '../store/store.ts';
import { createCellNames } from './cellNames.ts';
import { createSpanView, type SpanShape, type SpanView } from './spanView.ts';
import { createTiers, quartersFrom } from './tiers.ts';

const stepMs: Record<Span, number> = { '1h': minuteMs, '6h': 5 * minuteMs, '24h': quarterMs, '7d': 2 * hourMs };

/**
 * The recent past, in memory: what live figures are made of. Pure but for its own sums: the clock is an argument.
 * Rows may be late, out of order, dated a little ahead, or negative (a post taken back).
 */
export type LiveWindow = {
  /** Rows of a store: quarter-hours before `minutesFrom`, minutes from there on. */
  load(rows: Iterable<RollupRow>, funnel: Iterable<FunnelRow>, minutesFrom: number): void;
  absorb(rows: Iterable<RollupRow>, funnel: Iterable<FunnelRow>): void;
  moveTo(now: number): void;
  /** Starts to keep a span's sums; `span` as in topics: `1h`, `since/<epoch ms>`. */
  open(span: string): void;
  close(span: string): void;
  /** What changed in an open span since it was last drawn: the last moveTo and all that was absorbed. */
  draw(span: string): MergePatch | undefined;
  /** An open span as last drawn: a copy. */
  figures(span: string): FiguresState;
  /** Mentions of one kind within an open span. */
  count(span: string, brand: string, theme: string, field: 'mentions' | 'positive' | 'neutral' | 'negative'): number;
  /** What was counted in a quarter-hour (its start), as far as it is remembered; undefined when nothing was. */
  quarter(at: number, of: CellOf): Cell | undefined;
  /** The same for the minutes within [from, to): at most the last day, in whole minutes. */
  minutes(from: number, to: number, of: CellOf): Cell;
  /** When the first mention was said that it remembers; 0 for none. */
  knownFrom(): number;
  bytes(): number;
};

/** A theme of a brand ('*': all), or a channel of all brands together. */
export type CellOf = { brand: string; theme: string } | { channel: string };

/** What a span's name means; null when it is none. */
export function readSpan(span: string): SpanShape | null {
  const known = spans.find((one) => one === span);
  if (known) return { lengthMs: spanMs[known], stepMs: stepMs[known] };
  const since = /^since\/(0|[1-9]\d{0,15})$/.exec(span)?.[1];
  return since === undefined ? null : { since: Number(since) };
}

export function createWindow(startAt: number): LiveWindow {
  const names = createCellNames();
  const tiers = createTiers();
  const views = new Map<string, SpanView>();
  let now = startAt;
  let firstAt = Number.POSITIVE_INFINITY;
  const values = new Float64Array(9);
  const cellOf = (of: CellOf) =>
    'channel' in of ? names.other('channel', of.channel) : names.theme(of.brand, of.theme);

  const knownFrom = () => (firstAt === Number.POSITIVE_INFINITY ? 0 : Math.max(firstAt, quartersFrom(now)));

  function count(at: number, cell: number, isQuarter: boolean): void {
    tiers.add(at, cell, values, isQuarter);
    for (const view of views.values()) view.absorb(at, cell, values);
  }
  function countAlone(at: number, cell: number, mentions: number, isQuarter: boolean): void {
    values.fill(0);
    values[0] = mentions;
    count(at, cell, isQuarter);
  }

  function add(rows: Iterable<RollupRow>, funnel: Iterable<FunnelRow>, minutesStart: number): void {
    const oldest = quartersFrom(now);
    for (const row of rows) {
      if (row.at < oldest || isPartOfLaunch(row.theme)) continue;
      if (row.at < firstAt) firstAt = row.at;
      const isQuarter = row.at < minutesStart;
      values[0] = row.mentions;
      values[1] = row.distinct;
      values[2] = row.positive;
      values[3] = row.neutral;
      values[4] = row.negative;
      values[5] = row.significant;
      values[6] = row.significantPositive;
      values[7] = row.significantNeutral;
      values[8] = row.significantNegative;
      count(row.at, names.theme(row.brand, row.theme), isQuarter);
      if (row.brand !== '*' || row.theme !== '*') continue;
      count(row.at, names.other('channel', row.channel), isQuarter);
      const unscored = row.mentions - row.positive - row.neutral - row.negative;
      if (unscored !== 0) countAlone(row.at, names.other('unscored', row.lang), unscored, isQuarter);
    }
    for (const row of funnel) {
      if (row.at < oldest || row.brand !== '*') continue;
      countAlone(row.at, names.other('outcome', row.outcome), row.posts, row.at < minutesStart);
    }
    for (const view of views.values()) view.moveTo(now, knownFrom());
  }

  const viewOf = (span: string): SpanView => {
    const view = views.get(span);
    if (!view) throw new Error(`the span ${span} is not open`);
    return view;
  };

  return {
    load: add,
    absorb: (rows, funnel) => add(rows, funnel, Number.NEGATIVE_INFINITY),
    moveTo(at) {
      const isSameMinute = bucketOf(at, minuteMs) === bucketOf(now, minuteMs);
      now = at;
      if (isSameMinute) return;
      for (const view of views.values()) view.moveTo(now, knownFrom());
      tiers.forget(now);
    },
    open(span) {
      const shape = readSpan(span);
      if (!shape) throw new Error(`no such span: ${span}`);
      if (views.has(span)) return;
      const view = createSpanView(shape, tiers, names);
      view.moveTo(now, knownFrom());
      view.draw();
      views.set(span, view);
    },
    close: (span) => void views.delete(span),
    draw: (span) => viewOf(span).draw(),
    figures: (span) => viewOf(span).state(),
    count: (span, brand, theme, field) => viewOf(span).count(names.theme(brand, theme), field),
    quarter: (at, of) => tiers.quarter(at, cellOf(of)),
    minutes(from, to, of) {
      const sum: Cell = [0, 0, 0, 0, 0, 0, 0, 0, 0];
      for (let at = bucketOf(from, minuteMs); at < to; at += minuteMs)
        tiers.minute(at, cellOf(of))?.forEach((value, field) => {
          sum[field]! += value;
        });
      return sum;
    },
    knownFrom,
    bytes: () => tiers.bytes(),
  };
}
