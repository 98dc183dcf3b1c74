import type { Seam } from './protocol.ts';
import { dayMs, hourMs, minuteMs } from './rollup.ts';

/** What `GET /api/launches/:id/compare` answers: launches on one axis, each aligned by its own T0. Offsets are ms from T0. */

/** Steps of the axis. */
export const compareSteps = {
  '5m': 5 * minuteMs,
  '15m': 15 * minuteMs,
  '1h': hourMs,
  '6h': 6 * hourMs,
  '1d': dayMs,
} as const;
export type CompareStep = keyof typeof compareSteps;

/** `theme`: the share of a theme among the launch's mentions. */
export const compareMetrics = ['mentions', 'distinct', 'authors', 'net', 'theme'] as const;
export type CompareMetric = (typeof compareMetrics)[number];

/** `size`: mentions, distinct texts and authors divided by the brand's usual mentions in as much time. */
export const compareScales = ['raw', 'size'] as const;
export type CompareScale = (typeof compareScales)[number];

/** One bucket [offsetMs, offsetMs + stepMs). `authors` is absent where it cannot be told, `theme` where none is asked for. */
export type ComparePoint = {
  offsetMs: number;
  mentions: number;
  distinct: number;
  positive: number;
  neutral: number;
  negative: number;
  theme?: number;
  authors?: number;
  authorsError?: number;
  /** In the asked metric and scale; null where it cannot be said (few opinions, no mentions, authors not told). */
  value: number | null;
};

/** A brand's usual size: the median of its mentions a day, over `days` days of [fromMs, toMs) in which anything was heard. */
export type BrandSize = { perDay: number; days: number; fromMs: number; toMs: number };

export type ComparedLaunch = {
  id: string;
  name: string;
  brand: string;
  at: number;
  /** What was counted: the product's query, or all of the brand. */
  counts: 'product' | 'brand';
  /**
   * The part of the axis in which this server listened; null: none of it. Nothing is compared outside of it, since silence
   * there is no silence of people.
   */
  heard: { fromMs: number; toMs: number } | null;
  /** Why none of it: nobody listened (or the axis has not come), history is not counted under its query yet, or the demo has not told it yet. */
  missing?: 'not-heard' | 'not-counted' | 'not-told';
  /** Null where the brand's size before the launch is not known. */
  size: BrandSize | null;
  /** Whole buckets that were heard, empty ones too. */
  points: ComparePoint[];
};

/**
 * Past launches at one offset. Ten and more: `outer` holds 80 % of them, `inner` half; three to nine: `outer` is the range of
 * all; below three no figure is made of them.
 */
export type BandPoint = {
  offsetMs: number;
  launches: number;
  median?: number;
  outer?: [low: number, high: number];
  inner?: [low: number, high: number];
};

/** One count of the launch among the same count of past launches. */
export type Placing = {
  /** In the asked scale: the count, or as many times the brand's usual mentions; null where its size is not known. */
  value: number | null;
  /** Of three launches and more. */
  median?: number;
  times?: number;
  /** That the rate behind its count is above the median's, from the counts (see `probabilityMore`). */
  probabilityMore?: number;
  /** 1 is the most; among `of` launches, itself one of them. Of three to nine past launches. */
  rank?: { place: number; of: number };
  /** Share of past launches with less, 0 to 100. Of ten and more. */
  percentile?: number;
};

/** Where the launch stands by its mentions so far, among those past launches that were heard over the whole stretch. */
export type Standing = Placing & {
  /**
   * [fromMs, toMs): from T0, or before it from the beginning of the axis, to the end of the last whole bucket; where fewer than
   * three past launches were heard that far, to the end of what three of them were heard for.
   */
  fromMs: number;
  toMs: number;
  mentions: number;
  launches: number;
  /** The same by distinct texts, of the launch and of past ones alike: what is copied moves the mentions alone. */
  texts: Placing & { count: number };
};

export type LaunchComparison = {
  step: CompareStep;
  fromMs: number;
  toMs: number;
  metric: CompareMetric;
  scale: CompareScale;
  theme?: string;
  /** When this was counted, epoch ms: whole buckets until then are told. */
  now: number;
  launch: ComparedLaunch;
  /** In the order asked for, or of their T0, newest first. */
  past: ComparedLaunch[];
  /** What the number of past launches allows: single lines (below 3), one range (3 to 9), bands (10 and more). */
  shows: 'lines' | 'range' | 'bands';
  band: BandPoint[];
  standing: Standing | null;
  /** The past launch whose cumulative curve has the most similar shape so far; null below three, or of few mentions. */
  closest: { id: string; distance: number } | null;
  seam: Seam | null;
};

/** `GET /api/launches/:id/export` asked for lines: the file is made, and fetched by the same question without them. */
export type ExportReady = { ready: true };
