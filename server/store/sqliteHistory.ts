import type { Database } from 'better-sqlite3';
import { openReader } from './connection.ts';
import { createMemoryHistory } from './memory.ts';
import { readNames } from './names.ts';
import { type PostRow, storedPost } from './rows.ts';
import { firstRuleSet } from './ruleSets.ts';
import type { History, RuleSet } from './store.ts';

/** Opens the read side of the store in one file, which the writer must have made. */
export function openHistory(path: string): History {
  const db = openReader(path);
  const now = () => createMemoryHistory(snapshot(db));
  return {
    funnel: (filter) => now().funnel(filter),
    series: (filter) => now().series(filter),
    mentions: (filter) => now().mentions(filter),
    mention: (key) => now().mention(key),
    windowRows: (from, minutesFrom) => now().windowRows(from, minutesFrom),
    ruleSet: (version) => now().ruleSet(version),
    totals: () => now().totals(),
    recount: () => now().recount(),
    async close() {
      db.close();
    },
  };
}

function snapshot(db: Database) {
  const names = readNames(db);
  names.refresh();
  const bySeq = new Map();
  for (const row of db.prepare<[], PostRow>('SELECT * FROM posts ORDER BY seq').iterate())
    bySeq.set(row.seq, { post: storedPost(row, names), hasText: true, isIndexed: true });
  const ruleSets: RuleSet[] = db
    .prepare<[], { version: number; workspace: string; etag: string; valid_from: number }>(
      'SELECT * FROM rule_sets ORDER BY version',
    )
    .all()
    .map((row) => ({
      version: row.version,
      workspace: JSON.parse(row.workspace),
      etag: row.etag,
      from: row.valid_from,
    }));
  const seq = db.prepare<[], { value: number }>("SELECT value FROM meta WHERE key = 'seq'").get()?.value ?? 0;
  return { bySeq, ruleSets: [firstRuleSet(), ...ruleSets], seq };
}
