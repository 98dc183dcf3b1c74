import type { Database } from 'better-sqlite3';
import { bucketOf, dayMs, hourMs } from '../../shared/rollup.ts';
import { createAuthorSketch, hashOfAuthor } from './authorSketch.ts';
import { firstSort } from './codes.ts';
import { brandList, mentionsList, themeList } from './lists.ts';
import type { Meta } from './meta.ts';
import { everyId, noneId, type WritableNames } from './names.ts';
import { type CountRow, unpackOpinions, unpackThemeIds } from './rows.ts';

/** A sketch is read, merged and written whole: it pays to wait until many posts go into one. Readers count the others. */
export const sketchedAtOnce = 2_000;

/** As many posts a call as are counted: one costs a fraction of indexing its words. */
export const sketchedPerSearched = 10;

export type AuthorRow = Pick<CountRow, 'seq' | 'at' | 'outcome' | 'opinion' | 'brands' | 'themes'> & {
  author: string | null;
};
export const authorColumns = 'seq, at, outcome, opinion, brands, themes, author';
type Cell = { brand: number; theme: number; at: number };

/** The cells of a row, `*` among them, as the rollups have them. */
function pairsOf(row: AuthorRow, idOf: (name: string) => number): Omit<Cell, 'at'>[] {
  const brands = [everyId, ...unpackOpinions(row).map(({ id }) => idOf(id))];
  const themeIds = unpackThemeIds(row.themes).map(idOf);
  const themes = [everyId, ...(themeIds.length > 0 ? themeIds : [noneId])];
  return brands.flatMap((brand) => themes.map((theme) => ({ brand, theme })));
}

/**
 * Keeps who wrote, per hour and day x brand x theme, behind a cursor of its own. Only there: the finer tiers touch some
 * twenty cells a post, and a sketch is thirty times as large as a tally.
 */
export function createAuthorCells(db: Database, names: WritableNames) {
  const next = db.prepare<[number, number, number], AuthorRow>(
    `SELECT ${authorColumns} FROM posts WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
  );
  const listed = db.prepare<[number, number, number, number], AuthorRow>(
    `SELECT ${authorColumns
      .split(', ')
      .map((column) => `posts.${column}`)
      .join(', ')}
     FROM listing JOIN posts ON posts.seq = listing.seq
     WHERE listing.list = ? AND listing.at >= ? AND listing.at < ? AND listing.seq <= ?`,
  );
  const tier = (table: 'authors_hour' | 'authors_day') => ({
    read: db
      .prepare<[number, number, number], Buffer>(`SELECT sketch FROM ${table} WHERE brand = ? AND theme = ? AND at = ?`)
      .pluck(),
    write: db.prepare<[number, number, number, Uint8Array]>(
      `INSERT INTO ${table} (brand, theme, at, sketch) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET sketch = excluded.sketch`,
    ),
    forget: db.prepare<[number, number, number]>(`DELETE FROM ${table} WHERE brand = ? AND theme = ? AND at = ?`),
  });
  const hours = tier('authors_hour');
  const days = tier('authors_day');
  const hoursBetween = db
    .prepare<[number, number, number, number], Buffer>(
      'SELECT sketch FROM authors_hour WHERE brand = ? AND theme = ? AND at >= ? AND at < ?',
    )
    .pluck();
  const addStale = db.prepare<[number, number, number]>('INSERT OR IGNORE INTO authors_stale VALUES (?, ?, ?)');
  const anyStale = db.prepare<[], Cell>('SELECT brand, theme, at FROM authors_stale LIMIT 1');
  const dropStale = db.prepare<[number, number, number]>(
    'DELETE FROM authors_stale WHERE brand = ? AND theme = ? AND at = ?',
  );

  function addTo(of: typeof hours, { brand, theme, at }: Cell, hashes: Iterable<number>): void {
    const sketch = createAuthorSketch();
    const before = of.read.get(brand, theme, at);
    if (before) sketch.merge(before);
    for (const hash of hashes) sketch.add(hash);
    of.write.run(brand, theme, at, sketch.write());
  }

  /** Replaces a cell by what its parts say; nobody: no row. */
  function replace(of: typeof hours, { brand, theme, at }: Cell, sketch: ReturnType<typeof createAuthorSketch>): void {
    const written = sketch.write();
    if (written.length === 0) of.forget.run(brand, theme, at);
    else of.write.run(brand, theme, at, written);
  }

  return {
    /** Puts up to `limit` counted posts into the sketches; returns the new cursor. */
    fold(limit: number, meta: Meta): number {
      const rows = next.all(meta.sketched, meta.counted, limit);
      /** By cell, then by hour. */
      const cells = new Map<number, Map<number, Set<number>>>();
      for (const row of rows) {
        if (row.author === null || row.outcome >= firstSort) continue;
        const hash = hashOfAuthor(row.author);
        const at = bucketOf(row.at, hourMs);
        for (const { brand, theme } of pairsOf(row, names.idOf)) {
          const key = brand * 2 ** 26 + theme;
          let ofCell = cells.get(key);
          if (!ofCell) {
            ofCell = new Map();
            cells.set(key, ofCell);
          }
          const ofHour = ofCell.get(at);
          if (ofHour) ofHour.add(hash);
          else ofCell.set(at, new Set([hash]));
        }
      }
      for (const [key, ofCell] of cells) {
        const brand = Math.floor(key / 2 ** 26);
        const theme = key % 2 ** 26;
        const ofDays = new Map<number, Set<number>>();
        for (const [at, hashes] of ofCell) {
          addTo(hours, { brand, theme, at }, hashes);
          const day = bucketOf(at, dayMs);
          const ofDay = ofDays.get(day);
          if (ofDay) for (const hash of hashes) ofDay.add(hash);
          else ofDays.set(day, new Set(hashes));
        }
        for (const [at, hashes] of ofDays) addTo(days, { brand, theme, at }, hashes);
      }
      return rows.length < limit ? meta.counted : rows.at(-1)!.seq;
    },

    /** A post is about to go, or to be counted elsewhere. A sketch cannot take back: its cells are to be made anew. */
    spoil(row: AuthorRow, meta: Meta): void {
      if (row.seq > meta.sketched || row.author === null || row.outcome >= firstSort) return;
      const at = bucketOf(row.at, hourMs);
      for (const { brand, theme } of pairsOf(row, names.idOf)) addStale.run(brand, theme, at);
    },

    /** Makes one spoilt hour of a cell anew, and its day; false when there is none. */
    mend(meta: Meta): boolean {
      const cell = anyStale.get();
      if (!cell) return false;
      const { brand, theme, at } = cell;
      dropStale.run(brand, theme, at);
      // Where texts are gone the posts no longer say who wrote: an author too many stays.
      if (at < meta.textFrom) return true;
      const list = brand !== everyId ? brandList(brand) : theme !== everyId ? themeList(theme) : mentionsList;
      const sketch = createAuthorSketch();
      for (const row of listed.iterate(list, at, at + hourMs, meta.sketched)) {
        if (row.author === null || row.outcome >= firstSort) continue;
        if (pairsOf(row, names.idOf).some((pair) => pair.brand === brand && pair.theme === theme))
          sketch.add(hashOfAuthor(row.author));
      }
      replace(hours, cell, sketch);
      const day = bucketOf(at, dayMs);
      const ofDay = createAuthorSketch();
      for (const part of hoursBetween.iterate(brand, theme, day, day + dayMs)) ofDay.merge(part);
      replace(days, { brand, theme, at: day }, ofDay);
      return true;
    },

    /** Posts that are worth a slice. */
    waiting: (meta: Meta): number => {
      const behind = meta.counted - meta.sketched;
      return behind >= sketchedAtOnce ? behind : 0;
    },
    hasStale: (): boolean => anyStale.get() !== undefined,
  };
}

export type AuthorCells = ReturnType<typeof createAuthorCells>;
