import type { Metrics, Post } from '../../shared/domain.ts';
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
    themes: analysis.themes.map((theme) => theme.id),
    opinion: analysis.sentiment.label,
    significant: analysis.stage === 'significant',
    nearCopy: analysis.copyOf !== undefined,
    reach: reachOf(post.metrics),
    engagement: engagementOf(post.metrics),
  };
}

/** What the funnel asks of an analysis. */
export type Sorted = Pick<Analysis, 'brands' | 'excludedFrom' | 'reason'>;

/** What any post adds to the funnel: once for `*`, once for each brand that it names or whose NOT excluded it. */
export function funnelRowsOf(post: Pick<Post, 'at' | 'source'>, analysis: Sorted): FunnelRow[] {
  const at = bucketOf(post.at, minuteMs);
  const outcome = analysis.reason ?? 'significant';
  const rows: FunnelRow[] = [{ at, source: post.source, brand: '*', outcome, posts: 1 }];
  for (const brand of analysis.brands) rows.push({ at, source: post.source, brand: brand.id, outcome, posts: 1 });
  for (const brand of analysis.excludedFrom)
    rows.push({ at, source: post.source, brand, outcome: 'excluded', posts: 1 });
  return rows;
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

export function countSource(sources: Saved['sources'], post: Pick<Post, 'at' | 'source'>): void {
  const known = sources[post.source];
  if (!known) sources[post.source] = { accepted: 1, newestAt: post.at };
  else {
    known.accepted += 1;
    if (post.at > known.newestAt) known.newestAt = post.at;
  }
}
