import type { Database } from 'better-sqlite3';
import { bucketOf, dayMs, hourMs } from '../../shared/rollup.ts';
import { addToWritten, createAuthorSketch, hashOfAuthor } from './authorSketch.ts';
import { firstSort } from './codes.ts';
import { brandList, mentionsList, themeList } from './lists.ts';
import type { Meta } from './meta.ts';
import { everyId, noneId, type WritableNames } from './names.ts';
import { type CountRow, unpackCountedThemes, unpackOpinions } from './rows.ts';

/** A sketch is read, merged and written whole: it pays to wait until many posts go into one. Readers count the others. */
export const sketchedAtOnce = 4_000;

/** As many posts a call as are counted: one costs a fraction of indexing its words. */
export const sketchedPerSearched = 10;

export type AuthorRow = Pick<CountRow, 'seq' | 'at' | 'outcome' | 'opinion' | 'brands' | 'themes'> & {
  author: string | null;
};
const nobody = new Uint8Array();
const mostRemembered = 4_000;
type WrittenRow = [at: number, opinion: number, brands: string | null, themes: string | null, author: string];
type Cell = { brand: number; theme: number; at: number };

/** A brand and a theme in one number. */
const pairOf = (brand: number, theme: number) => brand * 2 ** 26 + theme;
const brandOf = (pair: number) => Math.floor(pair / 2 ** 26);
const themeOf = (pair: number) => pair % 2 ** 26;

/** The brands and themes of a row, `*` among them, as the rollups pair them. Millions of rows spell a few hundred. */
function createPairs(idOf: (name: string) => number) {
  const known = new Map<string, number[]>();
  return (row: Pick<AuthorRow, 'opinion' | 'brands' | 'themes'>): number[] => {
    const spelled = `${row.brands} ${row.themes}`;
    const before = known.get(spelled);
    if (before) return before;
    const brands = [everyId, ...unpackOpinions(row).map(({ id }) => idOf(id))];
    const themeIds = unpackCountedThemes(row.themes).map(idOf);
    const themes = [everyId, ...(themeIds.length > 0 ? themeIds : [noneId])];
    const pairs = brands.flatMap((brand) => themes.map((theme) => pairOf(brand, theme)));
    if (known.size >= mostRemembered) known.clear();
    known.set(spelled, pairs);
    return pairs;
  };
}

/**
 * Keeps who wrote, per hour and day x brand x theme, behind a cursor of its own. Only there: the finer tiers touch some
 * twenty cells a post, and a sketch is thirty times as large as a tally.
 */
export function createAuthorCells(db: Database, names: WritableNames) {
  const pairsOf = createPairs(names.idOf);
  const written = db
    .prepare<[number, number], WrittenRow>(
      `SELECT at, opinion, brands, themes, author FROM posts
       WHERE seq > ? AND seq <= ? AND outcome < ${firstSort} AND author IS NOT NULL`,
    )
    .raw();
  const listed = db
    .prepare<[number, number, number, number], WrittenRow>(
      `SELECT posts.at, posts.opinion, brands, themes, author FROM listing JOIN posts ON posts.seq = listing.seq
       WHERE listing.list = ? AND listing.at >= ? AND listing.at < ? AND listing.seq <= ?
         AND posts.outcome < ${firstSort} AND author IS NOT NULL`,
    )
    .raw();
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

  function addTo(of: typeof hours, pair: number, at: number, hashes: readonly number[]): void {
    const brand = brandOf(pair);
    const theme = themeOf(pair);
    const before = of.read.get(brand, theme, at) ?? nobody;
    const after = addToWritten(before, hashes);
    if (after !== before) of.write.run(brand, theme, at, after);
  }

  /** Replaces a cell by what its parts say; nobody: no row. */
  function replace(of: typeof hours, { brand, theme, at }: Cell, sketch: ReturnType<typeof createAuthorSketch>): void {
    const written = sketch.write();
    if (written.length === 0) of.forget.run(brand, theme, at);
    else of.write.run(brand, theme, at, written);
  }

  /** The hours that count a row's author. */
  function cellsOf(row: AuthorRow): Cell[] {
    if (row.author === null || row.outcome >= firstSort) return [];
    const at = bucketOf(row.at, hourMs);
    return pairsOf(row).map((pair) => ({ brand: brandOf(pair), theme: themeOf(pair), at }));
  }

  return {
    /** Puts the next `limit` commit numbers, as far as they are counted, into the sketches; returns the new cursor. */
    fold(limit: number, meta: Meta): number {
      const upTo = Math.min(meta.counted, meta.sketched + limit);
      /** By pair, then by hour; whoever wrote twice is there twice. */
      const cells = new Map<number, Map<number, number[]>>();
      for (const [at, opinion, brands, themes, author] of written.all(meta.sketched, upTo)) {
        const hash = hashOfAuthor(author);
        const hour = bucketOf(at, hourMs);
        for (const pair of pairsOf({ opinion, brands, themes })) {
          let ofPair = cells.get(pair);
          if (!ofPair) {
            ofPair = new Map();
            cells.set(pair, ofPair);
          }
          const ofHour = ofPair.get(hour);
          if (ofHour) ofHour.push(hash);
          else ofPair.set(hour, [hash]);
        }
      }
      for (const [pair, ofPair] of cells) {
        const ofDays = new Map<number, number[]>();
        for (const [at, hashes] of ofPair) {
          addTo(hours, pair, at, hashes);
          const day = bucketOf(at, dayMs);
          const ofDay = ofDays.get(day);
          if (ofDay) for (const hash of hashes) ofDay.push(hash);
          else ofDays.set(day, [...hashes]);
        }
        for (const [at, hashes] of ofDays) addTo(days, pair, at, hashes);
      }
      return upTo;
    },

    /** A post is about to go, or to be counted elsewhere. A sketch cannot take back: its cells are to be made anew. */
    spoil(row: AuthorRow, meta: Meta): void {
      if (row.seq > meta.sketched) return;
      for (const { brand, theme, at } of cellsOf(row)) addStale.run(brand, theme, at);
    },
    cellsOf,

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
      for (const [, opinion, brands, themes, author] of listed.iterate(list, at, at + hourMs, meta.sketched))
        if (pairsOf({ opinion, brands, themes }).includes(pairOf(brand, theme))) sketch.add(hashOfAuthor(author));
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
