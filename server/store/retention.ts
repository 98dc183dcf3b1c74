import type { Database } from 'better-sqlite3';
import { bucketOf, dayMs } from '../../shared/rollup.ts';
import { firstSort } from './codes.ts';
import type { Indexer } from './indexer.ts';
import { type Meta, metaWriter } from './meta.ts';
import { type CountRow, countColumns } from './rows.ts';
import type { Keeping } from './store.ts';

/** How long minutes are kept in the tiers; older ones are counted from the posts while those have text. */
const minuteDays = 8;
/** One call stays short: the rest waits for the next. */
const chunkPosts = 2_000;
const chunksPerCall = 25;
const keysPerCall = 100_000;

type LogRow = CountRow & { received_at: number };

/**
 * Lets texts and keys go when their time is over, by the day we received them (what was said in 2011 and imported today
 * is new). What was counted stays counted.
 */
export function createRetention(db: Database, indexer: Indexer) {
  const setMeta = metaWriter(db);
  const logFrom = db.prepare<[number, number, number], LogRow>(
    `SELECT ${countColumns}, received_at FROM posts WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
  );
  const isMention = db.prepare<[number], number>(`SELECT outcome < ${firstSort} FROM machine WHERE seq = ?`).pluck();
  const deletePost = db.prepare<[number]>('DELETE FROM posts WHERE seq = ?');
  const cells = db.prepare<[], { brand: number; theme: number }>('SELECT DISTINCT brand, theme FROM day');
  const brands = db.prepare<[], { brand: number }>('SELECT DISTINCT brand FROM funnel_day');
  const deleteMinutes = db.prepare<number[]>('DELETE FROM minute WHERE brand = ? AND theme = ? AND at < ?');
  const deleteFunnelMinutes = db.prepare<number[]>('DELETE FROM funnel_minute WHERE brand = ? AND at < ?');
  const firstSince = db.prepare<[number], { seq: number | null }>(
    'SELECT min(seq) AS seq FROM day_marks WHERE day >= ?',
  );
  const deleteMarks = db.prepare<[number]>('DELETE FROM day_marks WHERE seq < ?');
  const sweepPlace = db.prepare<[], { value: string }>("SELECT value FROM settings WHERE key = 'sweep'");
  const setSweepPlace = db.prepare<[string]>("INSERT OR REPLACE INTO settings (key, value) VALUES ('sweep', ?)");
  const keysAfter = db.prepare<[string, number, number], { id: string; source: number; seq: number }>(
    'SELECT id, source, seq FROM seen WHERE (id, source) > (?, ?) ORDER BY id, source LIMIT ?',
  );
  const isKept = db.prepare<[number], { seq: number }>('SELECT seq FROM posts WHERE seq = ?');
  const forget = db.prepare<[string, number]>('DELETE FROM seen WHERE id = ? AND source = ?');

  function dropMinutes(now: number, meta: Meta): void {
    const minutesFrom = bucketOf(now - minuteDays * dayMs, dayMs);
    if (minutesFrom <= meta.minutesFrom) return;
    for (const { brand, theme } of cells.all()) deleteMinutes.run(brand, theme, minutesFrom);
    for (const { brand } of brands.all()) deleteFunnelMinutes.run(brand, minutesFrom);
    meta.minutesFrom = minutesFrom;
    setMeta('minutesFrom', minutesFrom);
  }

  /** A person's word that a mention is not about the brand can be taken back as long as mentions are kept. */
  const staysAsMention = (row: LogRow) => row.outcome < firstSort || isMention.get(row.seq) === 1;

  /** Only posts that are counted, and their authors too, may go: nothing else remembers the others. */
  function dropTexts(before: number, kind: 'text' | 'setAside', meta: Meta): number {
    const [cursor, horizon] =
      kind === 'text' ? (['textPruned', 'textFrom'] as const) : (['setAsidePruned', 'setAsideFrom'] as const);
    const start = meta[cursor];
    let dropped = 0;
    for (let chunk = 0; chunk < chunksPerCall; chunk += 1) {
      const rows = logFrom.all(meta[cursor], Math.min(meta.counted, meta.sketched), chunkPosts);
      for (const row of rows) {
        if (row.received_at >= before) break;
        meta[cursor] = row.seq;
        // What stopped being a mention after the other cursor went by is found here.
        if (kind === 'setAside' && staysAsMention(row)) continue;
        indexer.unlist(row, meta);
        deletePost.run(row.seq);
        meta[horizon] = Math.max(meta[horizon], row.at + 1);
        dropped += 1;
      }
      if (rows.length < chunkPosts || meta[cursor] !== rows.at(-1)!.seq) break;
    }
    if (meta[cursor] > start) {
      setMeta(cursor, meta[cursor]);
      setMeta(horizon, meta[horizon]);
    }
    return dropped;
  }

  /** Goes round all keys, a stretch per call; a key whose text is still kept stays. */
  function dropKeys(before: number, meta: Meta): void {
    const seqFrom = firstSince.get(Math.floor(before / dayMs))?.seq ?? meta.seq + 1;
    const [id, source] = JSON.parse(sweepPlace.get()?.value ?? '["",-1]') as [string, number];
    const keys = keysAfter.all(id, source, keysPerCall);
    for (const key of keys) if (key.seq < seqFrom && !isKept.get(key.seq)) forget.run(key.id, key.source);
    const last = keys.length < keysPerCall ? undefined : keys.at(-1);
    setSweepPlace.run(JSON.stringify(last ? [last.id, last.source] : ['', -1]));
    if (!last) deleteMarks.run(seqFrom);
  }

  /** Changes `meta` along with the file; returns how many posts lost their text. */
  return function prune(now: number, keeping: Keeping, meta: Meta): number {
    dropMinutes(now, meta);
    let dropped = dropTexts(now - keeping.setAsideDays * dayMs, 'setAside', meta);
    if (keeping.textDays !== null) dropped += dropTexts(now - keeping.textDays * dayMs, 'text', meta);
    dropKeys(now - keeping.idDays * dayMs, meta);
    return dropped;
  };
}
