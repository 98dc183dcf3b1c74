import type { Database } from 'better-sqlite3';
import type { FunnelShape } from '../../shared/protocol.ts';
import { dayMs } from '../../shared/rollup.ts';
import { type Outcome, outcomeOf } from './codes.ts';
import { funnelShape, outcomeFor } from './funnelCount.ts';
import { mentionsList, setAsideList, severalList } from './lists.ts';
import type { Meta } from './meta.ts';
import { everyId, type Names } from './names.ts';
import { type CountRow, sortedRow } from './rows.ts';
import type { History } from './store.ts';
import type { PostReader } from './tail.ts';
import { cutRange } from './tierPlan.ts';
import { type FunnelTier, funnelTierMs } from './tiers.ts';

type Asked = Parameters<History['funnel']>[0];

/** Answers `funnel` from its tiers, the ends of the range and everything not yet counted from the posts. */
export function createFunnelQuery(db: Database, posts: PostReader) {
  const extent = db.prepare<[], { first: number | null; last: number | null }>(
    'SELECT min(at) AS first, max(at) AS last FROM funnel_day WHERE brand = 0',
  );

  return function answer(asked: Asked, names: Names, meta: Meta): FunnelShape {
    const counts = new Map<Outcome, number>();
    let collected = 0;
    const brands = asked.brands?.length ? asked.brands : null;
    const sources = asked.sources?.length ? new Set(asked.sources.flatMap((name) => names.find(name) ?? [])) : null;
    const add = (outcome: Outcome, sum: number) => counts.set(outcome, (counts.get(outcome) ?? 0) + sum);

    function addPosts(rows: Iterable<CountRow>): void {
      for (const row of rows) {
        if (sources && !sources.has(row.source)) continue;
        collected += 1;
        const outcome = brands ? outcomeFor(sortedRow(row), brands) : outcomeOf(row.outcome);
        if (outcome) add(outcome, 1);
      }
    }

    function addTier(tier: FunnelTier, from: number, to: number): void {
      const ids = brands?.flatMap((name) => names.find(name) ?? []) ?? [];
      const where = `at >= ${from} AND at < ${to} ${sources ? `AND source IN (${[...sources]})` : ''}`;
      const rows = db.prepare<[], { brand: number; outcome: number; posts: number }>(
        `SELECT brand, outcome, sum(posts) AS posts FROM ${tier} WHERE brand IN (${[everyId, ...ids]}) AND ${where}
         GROUP BY brand, outcome`,
      );
      for (const row of rows.iterate()) {
        if (row.brand === everyId) collected += row.posts;
        if (row.brand !== everyId || !brands) add(outcomeOf(row.outcome), row.posts);
      }
      if (brands && brands.length > 1) correct(brands, from, to);
    }

    /** A post that names two of the brands stands in two rows: it is one post. */
    function correct(several: readonly string[], from: number, to: number): void {
      for (const row of posts.inList(severalList, from, to)) {
        if (sources && !sources.has(row.source)) continue;
        const post = sortedRow(row);
        const outcome = outcomeFor(post, several);
        if (!outcome) continue;
        for (const brand of post.brands) if (several.includes(brand.id)) add(outcomeOf(row.outcome), -1);
        for (const brand of post.excludedFrom) if (several.includes(brand)) add('excluded', -1);
        add(outcome, 1);
      }
    }

    const { first, last } = extent.get()!;
    if (first !== null && last !== null) {
      const from = Math.max(asked.from ?? first, first);
      const to = Math.min(asked.to ?? Number.POSITIVE_INFINITY, last + dayMs);
      const plan = {
        tiers: [...tiers],
        minute: 'funnel_minute',
        quarter: 'funnel_quarter',
        minutesFrom: meta.minutesFrom,
        postsFrom: Math.max(meta.setAsideFrom, meta.textFrom),
      } as const;
      for (const piece of cutRange<FunnelTier>(from, to, plan)) {
        if (piece.tier !== 'posts') addTier(piece.tier, piece.from, piece.to);
        else for (const list of [mentionsList, setAsideList]) addPosts(posts.inList(list, piece.from, piece.to));
      }
    }
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = asked;
    addPosts(within(posts.behind(meta.counted), from, to));
    return funnelShape(counts, collected);
  };
}

const tiers = (['funnel_day', 'funnel_quarter', 'funnel_minute'] as const).map(
  (tier) => [tier, funnelTierMs[tier]] as const,
);

function* within(rows: Iterable<CountRow>, from: number, to: number): Generator<CountRow> {
  for (const row of rows) if (row.at >= from && row.at < to) yield row;
}
