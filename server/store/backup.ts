import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keepPrivate } from './keepPrivate.ts';
import { lockDataFolder } from './lock.ts';
import { migrate, schemaVersion } from './migrations.ts';
import { Sqlite } from './sqliteBinding.ts';

/** The store's file in a data folder. */
export const storeFile = 'launchroom.db';

/** Copies a running store, page by page, through a connection of its own: the writer goes on. */
export async function backup(dbPath: string, target: string): Promise<{ bytes: number }> {
  if (existsSync(target)) throw new Error(`${target} exists already; a backup never overwrites`);
  mkdirSync(dirname(target), { recursive: true });
  const part = `${target}.part`;
  rmSync(part, { force: true });
  const db = new Sqlite(dbPath, { readonly: true, fileMustExist: true });
  try {
    keepPrivate(part);
    await db.backup(part);
  } finally {
    db.close();
  }
  const bytes = verify(part);
  renameSync(part, target);
  return { bytes };
}

/** Puts a backup in place of the store of a folder that no server uses. The store that stood there is kept beside it. */
export function restore(file: string, dataDir: string): { replaced: string | null } {
  const lock = lockDataFolder(dataDir);
  try {
    const incoming = join(dataDir, `${storeFile}.incoming`);
    rmSync(incoming, { force: true });
    copyFileSync(file, incoming);
    keepPrivate(incoming);
    try {
      verify(incoming);
    } catch (cause) {
      rmSync(incoming, { force: true });
      throw new Error(`${file} is not a backup that can be restored: ${(cause as Error).message}`, { cause });
    }
    const standing = join(dataDir, storeFile);
    let replaced: string | null = null;
    if (existsSync(standing)) {
      // What is still in the write-ahead log belongs to the old file: it must not meet the new one.
      fold(standing);
      replaced = `${standing}.before-restore`;
      renameSync(standing, replaced);
    }
    rmSync(`${standing}-wal`, { force: true });
    rmSync(`${standing}-shm`, { force: true });
    renameSync(incoming, standing);
    return { replaced };
  } finally {
    lock.release();
  }
}

function fold(path: string): void {
  const db = new Sqlite(path);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Throws where the file is damaged, is no store, or is newer than this program. Gives its size. */
function verify(path: string): number {
  const db = new Sqlite(path, { fileMustExist: true });
  try {
    const findings = db.pragma('integrity_check(1)', { simple: true });
    if (findings !== 'ok') throw new Error(`it is damaged: ${String(findings)}`);
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version < 1) throw new Error('it is no store of this program');
    if (version > schemaVersion) throw new Error(`its schema ${version} is newer than this program's ${schemaVersion}`);
    migrate(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
    const pages = db.pragma('page_count', { simple: true }) as number;
    return pages * (db.pragma('page_size', { simple: true }) as number);
  } finally {
    db.close();
  }
}
