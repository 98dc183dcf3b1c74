import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sqlite } from './sqliteBinding.ts';

export class FolderInUse extends Error {
  override name = 'FolderInUse';
  /** Process id of the owner, where it could be read. */
  readonly pid: number | undefined;
  constructor(dir: string, pid: number | undefined, options?: ErrorOptions) {
    super(`the data folder ${dir} is in use by ${pid === undefined ? 'another process' : `process ${pid}`}`, options);
    this.pid = pid;
  }
}

/**
 * Makes this process the one owner of a data folder, by an exclusive transaction on `lock.db`: the system lets go of it
 * when the process ends, however it ends. The owner's number stands in `lock.pid`, because a locked file cannot be read.
 */
export function lockDataFolder(dir: string): { release(): void } {
  mkdirSync(dir, { recursive: true });
  const pidFile = join(dir, 'lock.pid');
  const db = new Sqlite(join(dir, 'lock.db'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_BUSY'))
      throw new FolderInUse(dir, readPid(pidFile), { cause });
    throw cause;
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release() {
      if (!db.open) return;
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isSafeInteger(pid) ? pid : undefined;
  } catch {
    // The owner has locked but not yet written: the refusal stands without a number.
    return undefined;
  }
}
