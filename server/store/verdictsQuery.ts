import type { Database } from 'better-sqlite3';
import { dayMs } from '../../shared/rollup.ts';
import { opinionOf, outcomeOf, stageOf } from './codes.ts';
import type { Names } from './names.ts';
import { unpackOpinions, unpackThemes } from './rows.ts';
import type { MachineVerdict, VerdictsFilter } from './store.ts';

type Row = {
  seq: number;
  received_at: number;
  outcome: number;
  lang: number;
  opinion: number;
  brands: string | null;
  themes: string | null;
};

const verdict = ['outcome', 'lang', 'opinion', 'brands', 'themes'] as const;

/** Reads what the machine made of posts, from the short fields alone: a day of a large stream is read in a second. */
export function createVerdictsQuery(db: Database) {
  const own = verdict.map((column) => `iif(machine.seq IS NULL, posts.${column}, machine.${column}) AS ${column}`);
  const select = `SELECT posts.seq, posts.received_at, ${own}
    FROM posts LEFT JOIN machine ON machine.seq = posts.seq`;
  const bySeq = db.prepare<[number], Row>(`${select} WHERE posts.seq = ?`);
  const received = db.prepare<[number, number, number], Row>(
    `${select} WHERE posts.seq > ? AND posts.received_at >= ? ORDER BY posts.seq LIMIT ?`,
  );
  const firstOfDay = db.prepare<[number], number | null>('SELECT min(seq) FROM day_marks WHERE day >= ?').pluck();

  /** Commit numbers grow as posts are received, so the days before need not be read. */
  function rowsOf(filter: VerdictsFilter): Row[] {
    if ('seqs' in filter) return filter.seqs.flatMap((seq) => bySeq.get(seq) ?? []);
    const { receivedFrom, after, limit } = filter;
    const first = firstOfDay.get(Math.floor(receivedFrom / dayMs)) ?? null;
    return first === null ? [] : received.all(Math.max(after, first - 1), receivedFrom, limit);
  }

  return function verdicts(filter: VerdictsFilter, names: Names): MachineVerdict[] {
    return rowsOf(filter).map((row) => ({
      seq: row.seq,
      receivedAt: row.received_at,
      stage: stageOf(outcomeOf(row.outcome)),
      lang: names.nameOf(row.lang),
      sentiment: opinionOf(row.opinion),
      brands: unpackOpinions(row).map(({ id }) => id),
      themes: unpackThemes(row.themes).map(({ id }) => id),
    }));
  };
}
