import type { Database } from 'better-sqlite3';

/** Numbers of the three names that every file has from the start. */
export const everyId = 0;
export const noneId = 1;
export const emptyId = 2;

/** The dictionary as a writer uses it: a new name gets its number inside the running transaction. */
export function createNames(db: Database) {
  const add = db.prepare<[string]>('INSERT INTO names (name) VALUES (?)');
  const all = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM names');
  const ids = new Map<string, number>();
  const names: string[] = [];
  const reload = () => {
    ids.clear();
    names.length = 0;
    for (const row of all.iterate()) {
      ids.set(row.name, row.id);
      names[row.id] = row.name;
    }
  };
  reload();
  return {
    idOf(name: string): number {
      const known = ids.get(name);
      if (known !== undefined) return known;
      const id = Number(add.run(name).lastInsertRowid);
      ids.set(name, id);
      names[id] = name;
      return id;
    },
    /** Without adding it. */
    find: (name: string): number | undefined => ids.get(name),
    nameOf: (id: number): string => names[id] ?? '',
    /** After a rollback: names of the lost transaction must not be used. */
    reload,
  };
}

/** The dictionary as a reader uses it: a number it has not met was added since, by the writer. */
export function readNames(db: Database) {
  const since = db.prepare<[number], { id: number; name: string }>('SELECT id, name FROM names WHERE id > ?');
  const ids = new Map<string, number>();
  const names: string[] = [];
  let last = -1;
  const refresh = () => {
    for (const row of since.iterate(last)) {
      ids.set(row.name, row.id);
      names[row.id] = row.name;
      last = Math.max(last, row.id);
    }
  };
  return {
    refresh,
    find: (name: string): number | undefined => ids.get(name),
    nameOf(id: number): string {
      const name = names[id];
      if (name === undefined) throw new Error(`the store has no name for ${id}`);
      return name;
    },
  };
}

export type Names = { nameOf(id: number): string; find(name: string): number | undefined };
export type WritableNames = ReturnType<typeof createNames>;
