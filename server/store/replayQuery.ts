import type { Database } from 'better-sqlite3';
import { firstSort, outcomeOf } from './codes.ts';
import type { Names } from './names.ts';
import { type CountRow, countColumns, countedRow } from './rows.ts';
import type { ReplayFilter, ReplayPost } from './store.ts';

type Row = CountRow & { received_at: number };

/** Reads what counts of posts, from the short fields alone, in the order of commits. */
export function createReplayQuery(db: Database) {
  const rows = db.prepare<[number, number, number, number], Row>(
    `SELECT ${countColumns}, received_at FROM posts WHERE seq > ? AND seq <= ? AND at >= ? AND at < ? ORDER BY seq`,
  );
  return function replayPosts({ from, to, after, through }: ReplayFilter, names: Names): ReplayPost[] {
    return rows.all(after, through, from, to).map((row) => {
      const { at, ...mention } = countedRow(row, names);
      return {
        ...{ seq: row.seq, at, receivedAt: row.received_at, source: names.nameOf(row.source) },
        outcome: outcomeOf(row.outcome),
        mention: row.outcome < firstSort ? mention : null,
      };
    });
  };
}
