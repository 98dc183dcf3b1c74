import type { Database } from 'better-sqlite3';
import { type CountRow, countColumns } from './rows.ts';

/** Reads the posts that no tier holds: the newest, not yet counted ones, and those at the ends of a range. */
export function createPostReader(db: Database) {
  const tail = db.prepare<[number], CountRow>(`SELECT ${countColumns} FROM posts WHERE seq > ? ORDER BY seq`);
  const prefixed = countColumns
    .split(', ')
    .map((column) => `posts.${column}`)
    .join(', ');
  const listed = db.prepare<[number, number, number], CountRow>(
    `SELECT ${prefixed} FROM listing JOIN posts ON posts.seq = listing.seq
     WHERE listing.list = ? AND listing.at >= ? AND listing.at < ?`,
  );
  return {
    /** Posts after the cursor, in commit order. */
    behind: (counted: number): IterableIterator<CountRow> => tail.iterate(counted),
    /** Counted posts of one list said in [from, to). */
    inList: (list: number, from: number, to: number): IterableIterator<CountRow> => listed.iterate(list, from, to),
  };
}

export type PostReader = ReturnType<typeof createPostReader>;
