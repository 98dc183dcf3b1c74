import type { Database } from 'better-sqlite3';
import { type CountedMention, mergeRollups, negate, type RollupRow, rollUp } from '../../shared/rollup.ts';
import { searchableText } from '../pipeline/searchableText.ts';
import { firstSort } from './codes.ts';
import { createFunnelSum, funnelRowsOf } from './counted.ts';
import { listsOf } from './lists.ts';
import { type Meta, metaWriter } from './meta.ts';
import type { Names, WritableNames } from './names.ts';
import { type CountRow, countColumns, countedRow, sortedRow } from './rows.ts';
import type { FunnelRow } from './store.ts';
import { createTierWriter } from './tiers.ts';

/** Counting many posts at once merges more of their cells, and costs a fraction of indexing their words. */
const countedPerSearched = 10;

/**
 * Fills what is derived from the log (tiers, funnel, listing, full text), behind the hot path, each up to a cursor that
 * moves in the same transaction; readers count what lies behind the cursor from the log itself. So every figure is exact
 * at any moment, and a crash leaves nothing half counted.
 */
export function createIndexer(db: Database, names: WritableNames) {
  const tiers = createTierWriter(db, names);
  const setMeta = metaWriter(db);
  const nextRows = db.prepare<[number, number], CountRow>(
    `SELECT ${countColumns} FROM posts WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const nextTexts = db.prepare<[number, number, number], { seq: number; title: string | null; text: string }>(
    'SELECT seq, title, text FROM posts WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
  );
  const list = db.prepare<number[]>('INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const unlist = db.prepare<number[]>('DELETE FROM listing WHERE list = ? AND at = ? AND seq = ?');
  const addCopy = db.prepare<[number, number]>('INSERT INTO copies (original, seq) VALUES (?, ?)');
  const deleteCopy = db.prepare<[number, number]>('DELETE FROM copies WHERE original = ? AND seq = ?');
  const addWords = db.prepare<[number, string, string]>('INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)');
  const deleteWords = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?');

  function enlist(row: CountRow): void {
    for (const { list: number, opinion } of listsOf(row, names.idOf))
      list.run(number, row.at, row.seq, row.outcome, row.source, row.channel, row.lang, row.country, opinion);
    if (row.copy_of !== null) addCopy.run(row.copy_of, row.seq);
  }

  function delist(row: CountRow): void {
    for (const entry of listsOf(row, names.idOf)) unlist.run(entry.list, row.at, row.seq);
    if (row.copy_of !== null) deleteCopy.run(row.copy_of, row.seq);
  }

  const funnelOf = (row: CountRow): FunnelRow[] =>
    funnelRowsOf({ at: row.at, source: names.nameOf(row.source) }, sortedRow(row));

  return {
    /** Posts that were counted only: they never reach the log. */
    countAway: (funnel: readonly FunnelRow[], meta: Meta) => tiers.addFunnel(funnel, meta.minutesFrom),

    /** Counts and lists up to `limit` posts; returns the new cursor. */
    count(limit: number, meta: Meta): number {
      if (limit <= 0 || meta.counted >= meta.seq) return meta.counted;
      const rows = nextRows.all(meta.counted, limit * countedPerSearched);
      const mentions: CountedMention[] = [];
      const funnel = createFunnelSum();
      for (const row of rows) {
        enlist(row);
        if (row.outcome < firstSort) mentions.push(countedRow(row, names));
        funnel.add({ at: row.at, source: names.nameOf(row.source) }, sortedRow(row), 1);
      }
      tiers.addRollups(rollUp(mentions), meta.minutesFrom);
      tiers.addFunnel(funnel.rows(), meta.minutesFrom);
      // Posts without a row (removed, or counted away) leave gaps: the end of the log is `seq`.
      const counted = rows.length < limit * countedPerSearched ? meta.seq : rows.at(-1)!.seq;
      setMeta('counted', counted);
      return counted;
    },

    /** Puts the words of up to `limit` counted posts into the full text; returns the new cursor. */
    search(limit: number, meta: Meta): number {
      if (limit <= 0 || meta.searched >= meta.counted) return meta.searched;
      const rows = nextTexts.all(meta.searched, meta.counted, limit);
      for (const { seq, title, text } of rows) addWords.run(seq, searchableText(title ?? ''), searchableText(text));
      const searched = rows.length < limit ? meta.counted : rows.at(-1)!.seq;
      setMeta('searched', searched);
      return searched;
    },

    /** A counted post that now stands otherwise; its words stay what they are. */
    replace(old: CountRow, next: CountRow, meta: Meta): void {
      if (old.seq > meta.counted) return;
      delist(old);
      enlist(next);
      tiers.addRollups(difference(countedRows([old], names), countedRows([next], names)), meta.minutesFrom);
      const funnel = createFunnelSum();
      const place = { at: old.at, source: names.nameOf(old.source) };
      funnel.add(place, sortedRow(old), -1);
      funnel.add(place, sortedRow(next), 1);
      tiers.addFunnel(funnel.rows(), meta.minutesFrom);
    },

    /** Takes a post out of listing and full text: its text is about to go. */
    unlist(row: CountRow, meta: Meta): void {
      if (row.seq <= meta.counted) delist(row);
      if (row.seq <= meta.searched) deleteWords.run(row.seq);
    },

    /** Takes back what a counted post added to the tiers. */
    uncount(row: CountRow, meta: Meta): void {
      if (row.seq > meta.counted) return;
      if (row.outcome < firstSort) tiers.addRollups(negate(rollUp([countedRow(row, names)])), meta.minutesFrom);
      tiers.addFunnel(
        funnelOf(row).map((one) => ({ ...one, posts: -one.posts })),
        meta.minutesFrom,
      );
    },

    /** At most: posts that were removed or counted away are among them. Counting rows costs more than a slice. */
    left: (meta: Meta): number => meta.seq - meta.searched,
  };
}

/** The mentions among rows, as rollups count them. */
export function* countedRows(rows: Iterable<CountRow>, names: Names): Generator<CountedMention> {
  for (const row of rows) if (row.outcome < firstSort) yield countedRow(row, names);
}

/** What takes rollups from one set of mentions to another. */
export function difference(old: Iterable<CountedMention>, next: Iterable<CountedMention>): RollupRow[] {
  return mergeRollups([...negate(rollUp(old)), ...rollUp(next)]);
}

export type Indexer = ReturnType<typeof createIndexer>;
