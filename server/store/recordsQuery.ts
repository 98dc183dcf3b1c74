import type { Database } from 'better-sqlite3';
import type { RecordChange, RecordsFilter, StoredRecord } from './store.ts';

export function createRecordsWriter(db: Database) {
  const put = db.prepare<[string, string, number, string]>(
    'INSERT OR REPLACE INTO records (kind, id, at, body) VALUES (?, ?, ?, ?)',
  );
  const drop = db.prepare<[string, string]>('DELETE FROM records WHERE kind = ? AND id = ?');
  return (changes: readonly RecordChange[]): void => {
    for (const { kind, id, at, body } of changes) {
      if (body === null) drop.run(kind, id);
      else put.run(kind, id, at, body);
    }
  };
}

export function createRecordsQuery(db: Database) {
  const find = db.prepare<[string, number, number, number], StoredRecord>(
    'SELECT kind, id, at, body FROM records WHERE kind = ? AND at >= ? AND at < ? ORDER BY at DESC, id DESC LIMIT ?',
  );
  return ({ kind, from, to, limit }: RecordsFilter): StoredRecord[] =>
    find.all(kind, from ?? Number.MIN_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER, limit);
}
