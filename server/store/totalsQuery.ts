import type { Database } from 'better-sqlite3';
import { firstSort } from './codes.ts';
import { mentionsList, setAsideList } from './lists.ts';
import type { Meta } from './meta.ts';
import type { History } from './store.ts';

type Totals = Awaited<ReturnType<History['totals']>>;

/** The whole store in six numbers. Where the oldest text is gone, `firstAt` is the quarter-hour of the oldest post. */
export function createTotalsQuery(db: Database) {
  const number = (sql: string) => db.prepare<number[], number | null>(sql).pluck();
  const collected = number('SELECT sum(posts) FROM funnel_day WHERE brand = 0');
  const mentions = number('SELECT sum(mentions) FROM day WHERE brand = 0 AND theme = 0');
  const behind = db.prepare<
    [number],
    { posts: number; mentions: number; first: number | null; last: number | null }
  >(`SELECT count(*) AS posts, coalesce(sum(outcome < ${firstSort}), 0) AS mentions, min(at) AS first, max(at) AS last
     FROM posts WHERE seq > ?`);
  const firstQuarter = number('SELECT min(at) FROM funnel_quarter WHERE brand = 0');
  const lastQuarter = number('SELECT max(at) FROM funnel_quarter WHERE brand = 0');
  const firstListed = number('SELECT min(at) FROM listing WHERE list = ?');
  const lastListed = number('SELECT max(at) FROM listing WHERE list = ?');
  const unsearched = number('SELECT count(*) FROM posts WHERE seq > ?');

  return function totals(meta: Meta): Totals {
    const tail = behind.get(meta.counted)!;
    const lists = [mentionsList, setAsideList];
    const firsts = [tail.first, ...lists.map((list) => firstListed.get(list) ?? null)].filter((at) => at !== null);
    const lasts = [tail.last, ...lists.map((list) => lastListed.get(list) ?? null)].filter((at) => at !== null);
    const quarter = firstQuarter.get() ?? null;
    const lastOf = lastQuarter.get() ?? null;
    const first = Math.min(...firsts);
    const last = Math.max(...lasts);
    // A quarter that begins long before the oldest kept post holds posts whose text is gone.
    const firstAt = quarter !== null && !(first - quarter < 900_000) ? quarter : first;
    const lastAt = lastOf !== null && !(last >= lastOf) ? lastOf : last;
    return {
      posts: (collected.get() ?? 0) + tail.posts,
      mentions: (mentions.get() ?? 0) + tail.mentions,
      firstAt: Number.isFinite(firstAt) ? firstAt : 0,
      lastAt: Number.isFinite(lastAt) ? lastAt : 0,
      seq: meta.seq,
      indexBehind: unsearched.get(meta.searched) ?? 0,
    };
  };
}
