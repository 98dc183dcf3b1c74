import type { Database } from 'better-sqlite3';

/** The few numbers about the file as a whole. All start at 0. */
export type Meta = {
  /** Highest commit number. */
  seq: number;
  /** Posts up to this one are in rollups, funnel and listing; up to that one in full text. */
  counted: number;
  searched: number;
  /** And those up to this one are in the sketches of their authors. */
  sketched: number;
  /** Minute tiers hold nothing before this moment (a multiple of a day). */
  minutesFrom: number;
  /** All mentions said at or after this moment still have their text; the same for what the first sort set aside. */
  textFrom: number;
  setAsideFrom: number;
  /** No sketch knows all authors of what was said before this moment. */
  authorsFrom: number;
  /** Up to these commit numbers retention has been applied. */
  textPruned: number;
  setAsidePruned: number;
  /** All kept posts up to this commit number were judged again, under that rule set. */
  recomputedTo: number;
  recomputedUnder: number;
  /** Mentions up to this commit number had their second look, or have it when history is counted again. */
  heardTo: number;
  /** The rule set under which history shall be counted and is not yet; 0: none. */
  wanted: number;
  /** `textFrom` and `setAsideFrom` as they were then: before, numbers stand as they were counted, at the latest under that rule set. */
  seamText: number;
  seamSetAside: number;
  seamUnder: number;
};

const nothing: Meta = {
  seq: 0,
  counted: 0,
  searched: 0,
  sketched: 0,
  minutesFrom: 0,
  textFrom: 0,
  setAsideFrom: 0,
  authorsFrom: 0,
  textPruned: 0,
  setAsidePruned: 0,
  recomputedTo: 0,
  recomputedUnder: 0,
  heardTo: 0,
  wanted: 0,
  seamText: 0,
  seamSetAside: 0,
  seamUnder: 0,
};

export function metaReader(db: Database): () => Meta {
  const all = db.prepare<[], { key: string; value: number }>('SELECT key, value FROM meta');
  return () => {
    const meta: Record<string, number> = { ...nothing };
    for (const { key, value } of all.all()) meta[key] = value;
    return meta as Meta;
  };
}

export function metaWriter(db: Database): (key: keyof Meta, value: number) => void {
  const set = db.prepare<[string, number]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  return (key, value) => {
    set.run(key, value);
  };
}
