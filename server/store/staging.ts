import type { Database } from 'better-sqlite3';
import { type CountedMention, minuteMs, quarterMs, type RollupRow, tallyFields } from '../../shared/rollup.ts';
import { applyCorrections, type Known } from '../pipeline/applyCorrections.ts';
import type { AuthorCells } from './authorCells.ts';
import { outcomeOf } from './codes.ts';
import type { Corrections } from './corrections.ts';
import { createFunnelSum, type FunnelSum } from './counted.ts';
import { countedRows, difference } from './indexer.ts';
import { insertOf } from './insertOf.ts';
import { type ListEntry, listsOf } from './lists.ts';
import type { Meta } from './meta.ts';
import { everyId, type WritableNames } from './names.ts';
import { packRows } from './packRows.ts';
import {
  analysisOf,
  isSameVerdict,
  type PostRow,
  sortedRow,
  type VerdictRow,
  verdictColumns,
  verdictOf,
} from './rows.ts';
import type { FunnelRow, Republished, Verdict } from './store.ts';
import { createTierWriter, funnelTierMs, keyColumns, tallyColumns, tallyFrom, tierMs } from './tiers.ts';

type Tier = keyof typeof tierMs;
const tierNames = Object.keys(tierMs) as Tier[];
const funnelNames = Object.keys(funnelTierMs) as (keyof typeof funnelTierMs)[];
const listingColumns = ['list', 'at', 'seq', 'outcome', 'source', 'channel', 'lang', 'country', 'opinion'] as const;
/** As long as the live window keeps minutes, and a little more. */
const minutesToldMs = 26 * 3_600_000;

/**
 * Verdicts that wait to be published, kept as what they would change: temporary tables of this connection, which cost no
 * wait for the disk, nobody else sees and an end of the program takes away. Posts on which the verdict is the same take no
 * room. Meanwhile the store goes on counting; differences add to whatever it has counted by then.
 */
export function createStaging(
  db: Database,
  names: WritableNames,
  corrections: Corrections,
  authors: Pick<AuthorCells, 'cellsOf'>,
) {
  const shapeOf = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck();
  const like = (table: string) =>
    shapeOf.get(table)!.replace(/^CREATE TABLE "?\w+"?/, `CREATE TABLE temp.next_${table}`);
  const verdictTable = (name: string) =>
    shapeOf.get('machine')!.replace(/^CREATE TABLE "?\w+"?/, `CREATE TABLE temp.next_${name}`);
  const tables = [...tierNames, ...funnelNames];
  db.exec(`${tables.map(like).join(';')};
    ${verdictTable('posts')}; ${verdictTable('machine')};
    ${like('authors_stale')};
    CREATE TABLE temp.next_delisting (
      seq INTEGER NOT NULL, list INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (seq, list)) WITHOUT ROWID;
    CREATE TABLE temp.next_listing (
      seq INTEGER NOT NULL, list INTEGER NOT NULL, at INTEGER NOT NULL, outcome INTEGER NOT NULL, source INTEGER NOT NULL,
      channel INTEGER NOT NULL, lang INTEGER NOT NULL, country INTEGER NOT NULL, opinion INTEGER NOT NULL,
      PRIMARY KEY (seq, list)) WITHOUT ROWID;`);
  const all = [...tables, 'posts', 'machine', 'listing', 'delisting', 'authors_stale'];

  const postBySeq = db.prepare<[number], PostRow>('SELECT * FROM main.posts WHERE seq = ?');
  const stagedPost = db.prepare<[number], VerdictRow>('SELECT * FROM temp.next_posts WHERE seq = ?');
  const stagedMachine = db.prepare<[number], VerdictRow>('SELECT * FROM temp.next_machine WHERE seq = ?');
  const verdictInsert = (table: string) =>
    db.prepare<[VerdictRow & { seq: number }]>(
      insertOf(`temp.next_${table}`, ['seq', ...verdictColumns], 'OR REPLACE'),
    );
  const putPost = verdictInsert('posts');
  const putMachine = verdictInsert('machine');
  const dropPost = db.prepare<[number]>('DELETE FROM temp.next_posts WHERE seq = ?');
  const dropMachine = db.prepare<[number]>('DELETE FROM temp.next_machine WHERE seq = ?');
  const putListing = db.prepare<(number | null)[]>(
    `INSERT INTO temp.next_listing (${listingColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putStale = db.prepare<[number, number, number]>(
    'INSERT OR IGNORE INTO temp.next_authors_stale (brand, theme, at) VALUES (?, ?, ?)',
  );
  const putDelisting = db.prepare<[number, number, number]>(
    'INSERT INTO temp.next_delisting (seq, list, at) VALUES (?, ?, ?)',
  );
  const dropListing = db.prepare<[number]>('DELETE FROM temp.next_listing WHERE seq = ?');
  const dropDelisting = db.prepare<[number]>('DELETE FROM temp.next_delisting WHERE seq = ?');
  const tiers = createTierWriter(db, names, 'temp.next_');
  /** Highest commit number that was staged. */
  let staged = 0;

  type Sums = { old: PostRow[]; next: PostRow[]; funnel: FunnelSum };
  const newSums = (): Sums => ({ old: [], next: [], funnel: createFunnelSum() });

  function note(old: PostRow, next: PostRow, sums: Sums): void {
    sums.old.push(old);
    sums.next.push(next);
    const place = { at: old.at, source: names.nameOf(old.source) };
    sums.funnel.add(place, sortedRow(old), -1);
    sums.funnel.add(place, sortedRow(next), 1);
  }

  /** Rows of nothing but zeros are what most posts that change no count would add. */
  function addUp({ old, next, funnel }: Sums, meta: Meta): void {
    const mentions = (rows: PostRow[]): Iterable<CountedMention> => countedRows(rows, names);
    const rows = difference(mentions(old), mentions(next)).filter((row) =>
      tallyFields.some((field) => row[field] !== 0),
    );
    tiers.addRollups(rows, meta.minutesFrom);
    tiers.addFunnel(
      funnel.rows().filter((row) => row.posts !== 0),
      meta.minutesFrom,
    );
  }

  function put(row: PostRow, machine: VerdictRow, known: Known, sums: Sums): void {
    const standing = corrections.standing(row.seq);
    const isCorrected = standing.length > 0;
    const next = isCorrected
      ? verdictOf(applyCorrections(analysisOf(machine, names), standing, known), names.idOf)
      : machine;
    if (isCorrected) putMachine.run({ seq: row.seq, ...machine });
    if (isSameVerdict(row, next)) return;
    putPost.run({ seq: row.seq, ...next });
    const after = { ...row, ...next };
    note(row, after, sums);
    const isElsewhere = row.brands !== after.brands || row.themes !== after.themes || row.outcome !== after.outcome;
    if (isElsewhere)
      for (const of of [row, after])
        for (const { brand, theme, at } of authors.cellsOf(of)) putStale.run(brand, theme, at);
    const entriesBefore = listsOf(row, names.idOf);
    const entries = listsOf(after, names.idOf);
    const isAlike = row.outcome === after.outcome && row.lang === after.lang;
    const isIn = (among: readonly ListEntry[], one: ListEntry) =>
      isAlike && among.some(({ list, opinion }) => list === one.list && opinion === one.opinion);
    for (const one of entriesBefore) if (!isIn(entries, one)) putDelisting.run(row.seq, one.list, row.at);
    for (const one of entries)
      if (!isIn(entriesBefore, one)) {
        const { outcome, lang } = after;
        putListing.run(one.list, row.at, row.seq, outcome, row.source, row.channel, lang, row.country, one.opinion);
      }
  }

  return {
    stage(verdicts: readonly Verdict[], known: Known, meta: Meta): void {
      const sums = newSums();
      for (const { seq, analysis } of verdicts) {
        const row = postBySeq.get(seq);
        staged = Math.max(staged, seq);
        if (row) put(row, verdictOf(analysis, names.idOf), known, sums);
      }
      addUp(sums, meta);
    },

    /**
     * Call it before a post changes in the store itself: what would have become of it is taken back, and told as the
     * verdict to put back afterwards. Undefined: the post has not been staged.
     */
    takeOut(row: PostRow, meta: Meta): VerdictRow | undefined {
      if (row.seq > staged) return undefined;
      const next = stagedPost.get(row.seq);
      const machine = stagedMachine.get(row.seq) ?? next ?? corrections.machine(row.seq) ?? row;
      if (next) {
        const sums = newSums();
        note({ ...row, ...pick(next) }, row, sums);
        addUp(sums, meta);
        dropPost.run(row.seq);
        dropListing.run(row.seq);
        dropDelisting.run(row.seq);
      }
      dropMachine.run(row.seq);
      return pick(machine);
    },
    putBack(row: PostRow, machine: VerdictRow, known: Known, meta: Meta): void {
      const sums = newSums();
      put(row, machine, known, sums);
      addUp(sums, meta);
    },

    /** Within the caller's transaction; all posts are counted and staged. Returns what changes since `liveFrom`. */
    publish(now: number, liveFrom: number): Omit<Republished, 'seq'> {
      const moved = db.prepare<[], number>('SELECT count(*) FROM temp.next_posts').pluck().get()!;
      const rows = liveRows(liveFrom, now);
      const funnel = liveFunnel(liveFrom, now);
      const columns = verdictColumns.join(', ');
      db.exec(`
        DELETE FROM main.copies WHERE (original, seq) IN (SELECT posts.copy_of, posts.seq
          FROM temp.next_posts AS next JOIN main.posts AS posts ON posts.seq = next.seq WHERE posts.copy_of IS NOT NULL);
        DELETE FROM main.listing WHERE (list, at, seq) IN (SELECT list, at, seq FROM temp.next_delisting);
        INSERT INTO main.listing SELECT ${listingColumns} FROM temp.next_listing ORDER BY list, at, seq;
        INSERT INTO main.copies SELECT copy_of, seq FROM temp.next_posts WHERE copy_of IS NOT NULL;
        UPDATE main.posts SET ${verdictColumns.map((column) => `${column} = next.${column}`)}
          FROM temp.next_posts AS next WHERE next.seq = posts.seq;
        INSERT OR IGNORE INTO main.authors_stale SELECT * FROM temp.next_authors_stale;
        DELETE FROM main.machine WHERE seq IN (SELECT seq FROM temp.next_machine);
        INSERT INTO main.machine (seq, ${columns}) SELECT seq, ${columns} FROM temp.next_machine;`);
      for (const tier of tierNames) merge(tier, keyColumns[tier], tallyColumns);
      for (const tier of funnelNames) merge(tier, ['brand', 'at', 'source', 'outcome'], ['posts']);
      return { moved, rows: packRows(rows), funnel };
    },

    drop(): void {
      for (const table of all) db.exec(`DROP TABLE temp.next_${table}`);
    },
  };

  function merge(tier: string, keys: readonly string[], counts: readonly string[]): void {
    db.exec(`
      INSERT INTO main.${tier} (${[...keys, ...counts]}) SELECT ${[...keys, ...counts]} FROM temp.next_${tier}
        WHERE ${counts.map((count) => `${count} <> 0`).join(' OR ')}
        ON CONFLICT DO UPDATE SET ${counts.map((count) => `${count} = ${count} + excluded.${count}`)};
      DELETE FROM main.${tier} WHERE ${counts[0]} = 0
        AND (${keys}) IN (SELECT ${keys} FROM temp.next_${tier} WHERE ${counts[0]} < 0);`);
  }

  /** Quarters before the moment since which a live window knows minutes. */
  function* stretches(liveFrom: number, now: number): Generator<['minute' | 'quarter', number, number]> {
    const seam = Math.floor((now - minutesToldMs) / quarterMs) * quarterMs;
    yield ['quarter', Math.floor(liveFrom / quarterMs) * quarterMs, seam];
    yield ['minute', Math.max(seam, Math.floor(liveFrom / minuteMs) * minuteMs), Number.MAX_SAFE_INTEGER];
  }

  function liveRows(liveFrom: number, now: number): RollupRow[] {
    const rows: RollupRow[] = [];
    for (const [tier, from, to] of stretches(liveFrom, now)) {
      const found = db
        .prepare<[number, number], number[]>(
          `SELECT at, brand, theme, channel, lang, country, ${tallyColumns} FROM temp.next_${tier} WHERE at >= ? AND at < ?`,
        )
        .raw();
      for (const row of found.iterate(from, to)) {
        const [brand, theme, channel, lang, country] = row.slice(1, 6).map((id) => names.nameOf(id));
        rows.push({ at: row[0]!, brand, theme, channel, lang, country, ...tallyFrom(row, 6) } as RollupRow);
      }
    }
    return rows;
  }

  function liveFunnel(liveFrom: number, now: number): FunnelRow[] {
    const rows: FunnelRow[] = [];
    for (const [tier, from, to] of stretches(liveFrom, now)) {
      const found = db
        .prepare<[number, number], number[]>(
          `SELECT at, source, brand, outcome, posts FROM temp.next_funnel_${tier}
           WHERE brand = ${everyId} AND at >= ? AND at < ?`,
        )
        .raw();
      for (const [at, source, brand, outcome, posts] of found.iterate(from, to))
        rows.push({
          at: at!,
          source: names.nameOf(source!),
          brand: names.nameOf(brand!),
          outcome: outcomeOf(outcome!),
          posts: posts!,
        });
    }
    return rows;
  }
}

function pick(row: VerdictRow): VerdictRow {
  const verdict = {} as Record<string, unknown>;
  for (const column of verdictColumns) verdict[column] = row[column];
  return verdict as VerdictRow;
}

export type Staging = ReturnType<typeof createStaging>;
