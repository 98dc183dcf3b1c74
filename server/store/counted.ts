import type { Metrics, Post } from '../../shared/domain.ts';
import { countedThemes } from '../../shared/launchThemes.ts';
import { bucketOf, type CountedMention, minuteMs } from '../../shared/rollup.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import type { FunnelRow, Saved } from './store.ts';

/** Declared views, else followers: one number a post, so that nobody's audience is added twice. */
export function reachOf(metrics: Metrics | undefined): number {
  return metrics?.views ?? metrics?.followers ?? 0;
}

export function engagementOf(metrics: Metrics | undefined): number {
  return (metrics?.likes ?? 0) + (metrics?.replies ?? 0) + (metrics?.shares ?? 0);
}

/** What a mention adds to the rollups. Only for posts whose stage is not `set-aside`. */
export function countedMention(
  post: Pick<Post, 'at' | 'channel' | 'country' | 'metrics'>,
  analysis: Analysis,
): CountedMention {
  return {
    at: post.at,
    channel: post.channel,
    lang: analysis.lang,
    country: post.country ?? '',
    brands: analysis.brands,
    themes: countedThemes(
      analysis.themes.map((theme) => theme.id),
      analysis.launches,
    ),
    opinion: analysis.sentiment.label,
    significant: analysis.stage === 'significant',
    nearCopy: analysis.copyOf !== undefined,
    reach: reachOf(post.metrics),
    engagement: engagementOf(post.metrics),
  };
}

/** What the funnel asks of an analysis. */
export type Sorted = Pick<Analysis, 'excludedFrom' | 'reason'> & { brands: readonly { id: string }[] };

/**
 * Adds posts up into funnel rows: each once for `*`, and, unless it is for `'all-brands'` together, once for each brand that it
 * names or whose NOT excluded it. On the hot path of every post: the cells of the last minute and source are kept at hand.
 */
export function createFunnelSum(of: 'each-brand' | 'all-brands' = 'each-brand') {
  const minutes = new Map<number, Map<string, Map<string, FunnelRow>>>();
  let at = Number.NaN;
  let source = '';
  let cells = new Map<string, FunnelRow>();

  function cellsOf(post: Pick<Post, 'at' | 'source'>): Map<string, FunnelRow> {
    const minute = bucketOf(post.at, minuteMs);
    if (minute === at && post.source === source) return cells;
    at = minute;
    source = post.source;
    let sources = minutes.get(minute);
    if (!sources) {
      sources = new Map();
      minutes.set(minute, sources);
    }
    cells = sources.get(source) ?? new Map();
    sources.set(source, cells);
    return cells;
  }

  function count(brand: string, outcome: FunnelRow['outcome'], posts: number): void {
    const key = brand === '*' ? outcome : `${outcome} ${brand}`;
    const row = cells.get(key);
    if (row) row.posts += posts;
    else cells.set(key, { at, source, brand, outcome, posts });
  }

  return {
    /** `posts` is -1 for a post that was removed. */
    add(post: Pick<Post, 'at' | 'source'>, sorted: Sorted, posts: 1 | -1): void {
      const outcome = sorted.reason ?? 'significant';
      cells = cellsOf(post);
      count('*', outcome, posts);
      if (of === 'all-brands') return;
      for (const brand of sorted.brands) count(brand.id, outcome, posts);
      for (const brand of sorted.excludedFrom) count(brand, 'excluded', posts);
    },
    rows(): FunnelRow[] {
      const rows: FunnelRow[] = [];
      for (const sources of minutes.values()) for (const found of sources.values()) rows.push(...found.values());
      return rows;
    },
  };
}

export type FunnelSum = ReturnType<typeof createFunnelSum>;

/** What one post adds to the funnel. */
export function funnelRowsOf(post: Pick<Post, 'at' | 'source'>, sorted: Sorted): FunnelRow[] {
  const sum = createFunnelSum();
  sum.add(post, sorted, 1);
  return sum.rows();
}

/** Adds up funnel rows with the same key. */
export function mergeFunnel(rows: Iterable<FunnelRow>, stepMs = minuteMs): FunnelRow[] {
  const cells = new Map<string, FunnelRow>();
  for (const row of rows) {
    const at = bucketOf(row.at, stepMs);
    const key = `${at}\n${row.source}\n${row.brand}\n${row.outcome}`;
    const cell = cells.get(key);
    if (cell) cell.posts += row.posts;
    else cells.set(key, { ...row, at });
  }
  return [...cells.values()];
}

/** Without a prototype: a source may be called `__proto__` or `constructor`, and must count nowhere but here. */
export function noSources(): Saved['sources'] {
  return Object.create(null) as Saved['sources'];
}

export function countSource(sources: Saved['sources'], post: Pick<Post, 'at' | 'source'>): void {
  const known = sources[post.source];
  if (!known) sources[post.source] = { accepted: 1, newestAt: post.at };
  else {
    known.accepted += 1;
    if (post.at > known.newestAt) known.newestAt = post.at;
  }
}
