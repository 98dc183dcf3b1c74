import type { Database } from 'better-sqlite3';
import { type Correction, type KeptCorrection, standingCorrections } from '../../shared/correction.ts';
import { insertOf } from './insertOf.ts';
import type { Names } from './names.ts';
import { analysisOf, type VerdictRow, verdictColumns } from './rows.ts';
import type { StoredPost } from './store.ts';

type CorrectionRow = { number: number; what: string; brand: string | null; value: string | null; at: number };
type MachineRow = VerdictRow & { seq: number };

function correctionOf({ number, what, brand, value, at }: CorrectionRow): KeptCorrection {
  const said = { what, value: value === null ? null : JSON.parse(value), ...(brand === null ? {} : { brand }) };
  return { ...(said as Correction), number, at };
}

/** What people said of messages, and beside it what the machine says of the same ones. */
export function readCorrections(db: Database) {
  const ofPost = db.prepare<[number], CorrectionRow>('SELECT * FROM corrections WHERE seq = ? ORDER BY number');
  const machineOf = db.prepare<[number], MachineRow>('SELECT * FROM machine WHERE seq = ?');
  const last = db.prepare<[], number | null>("SELECT seq FROM sqlite_sequence WHERE name = 'corrections'").pluck();
  const standing = (seq: number): KeptCorrection[] => standingCorrections(ofPost.all(seq).map(correctionOf));
  return {
    standing,
    machine: (seq: number): VerdictRow | undefined => machineOf.get(seq),
    /** How many words of people there have been. */
    count: (): number => last.get() ?? 0,
    /** The post with what is known of its corrections. */
    tell<Post extends StoredPost>(post: Post, names: Names): Post {
      const machine = machineOf.get(post.seq);
      if (!machine) return post;
      return { ...post, corrected: { machine: analysisOf(machine, names), standing: standing(post.seq) } };
    },
  };
}

export function createCorrections(db: Database) {
  const add = db.prepare<[number, string, string | null, string | null, number]>(
    'INSERT INTO corrections (seq, what, brand, value, at) VALUES (?, ?, ?, ?, ?)',
  );
  const setMachine = db.prepare<[MachineRow]>(insertOf('machine', ['seq', ...verdictColumns], 'OR REPLACE'));
  const dropMachine = db.prepare<[number]>('DELETE FROM machine WHERE seq = ?');
  const drop = db.prepare<[number]>('DELETE FROM corrections WHERE seq = ?');
  const sweeps = ['machine', 'corrections'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE NOT EXISTS (SELECT 1 FROM posts WHERE posts.seq = ${table}.seq)`),
  );
  return {
    ...readCorrections(db),
    add(seq: number, { what, brand, value }: Correction, at: number): void {
      add.run(seq, what, brand ?? null, value === null ? null : JSON.stringify(value), at);
    },
    setMachine(seq: number, verdict: VerdictRow): void {
      setMachine.run({ seq, ...verdict });
    },
    dropMachine: (seq: number) => void dropMachine.run(seq),
    /** The message is gone, and with it what was said of it. */
    forget(seq: number): void {
      drop.run(seq);
      dropMachine.run(seq);
    },
    /** The same for all whose text went with time. */
    sweep(): void {
      for (const one of sweeps) one.run();
    },
  };
}

export type Corrections = ReturnType<typeof createCorrections>;
