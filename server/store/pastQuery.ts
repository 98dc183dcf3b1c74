import type { Database } from 'better-sqlite3';
import { bucketOf, quarterMs } from '../../shared/rollup.ts';
import { firstSort } from './codes.ts';
import { mentionsList } from './lists.ts';
import type { Meta } from './meta.ts';
import { everyId, type Names } from './names.ts';
import { createPackedSum } from './packedSum.ts';
import { countedRow } from './rows.ts';
import type { PastCounts } from './store.ts';
import type { PostReader } from './tail.ts';

type SourceRow = { at: number; source: number; posts: number };

/** Reads a stretch of the past for whoever hears it again: mentions from the posts, because minutes are kept for days only. */
export function createPastQuery(db: Database, posts: PostReader) {
  const arrived = db.prepare<[number, number, number], SourceRow>(
    'SELECT at, source, sum(posts) AS posts FROM funnel_quarter WHERE brand = ? AND at >= ? AND at < ? GROUP BY at, source',
  );

  return function pastCounts({ from, to }: { from: number; to: number }, names: Names, meta: Meta): PastCounts {
    const sum = createPackedSum();
    const sources = createSourceSum();
    for (const row of posts.inList(mentionsList, from, to)) sum.add(countedRow(row, names));
    for (const { at, source, posts: count } of arrived.all(everyId, from, to))
      sources.add(at, names.nameOf(source), count);
    for (const row of posts.behind(meta.counted)) {
      if (row.at < from || row.at >= to) continue;
      sources.add(row.at, names.nameOf(row.source), 1);
      if (row.outcome < firstSort) sum.add(countedRow(row, names));
    }
    return { rows: [sum.rows()], sources: sources.rows() };
  };
}

/** Adds up posts by quarter-hour and source; told by time, then by source. */
export function createSourceSum() {
  const sums = new Map<string, PastCounts['sources'][number]>();
  return {
    add(at: number, source: string, posts: number): void {
      const quarter = bucketOf(at, quarterMs);
      const key = `${quarter} ${source}`;
      const known = sums.get(key);
      if (known) known.posts += posts;
      else sums.set(key, { at: quarter, source, posts });
    },
    rows: (): PastCounts['sources'] =>
      [...sums.values()].filter(({ posts }) => posts > 0).sort((a, b) => a.at - b.at || (a.source < b.source ? -1 : 1)),
  };
}
