import type { Database } from 'better-sqlite3';
import { keepPrivate } from './keepPrivate.ts';
import { Sqlite } from './sqliteBinding.ts';
import { StoreUnavailable } from './store.ts';

/** How long a statement waits for another program's lock before the sender is told to try again. */
const busyTimeoutMs = 250;
/**
 * Each connection's own; the system's page cache stands behind it. Nothing is mapped: mapped pages count as the program's
 * memory, and a store of a million mentions has more of them than the whole server may take.
 */
const writerCacheKib = 32 * 1024;
const readerCacheKib = 24 * 1024;
/** Pages (4 KiB) after which a commit moves the log into the file, and the size to which the log file is cut back. */
const checkpointPages = 8192;
const logLimitBytes = 64 * 1024 * 1024;

/** The one connection that writes: a commit that returned is on the disk (FULL). */
export function openWriter(path: string, maxPages?: number): Database {
  keepPrivate(path);
  const db = new Sqlite(path, { timeout: busyTimeoutMs });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma(`cache_size = -${writerCacheKib}`);
  db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  db.pragma(`journal_size_limit = ${logLimitBytes}`);
  if (maxPages !== undefined) db.pragma(`max_page_count = ${maxPages}`);
  return db;
}

/** Reads never wait for the writer and never change the file. */
export function openReader(path: string): Database {
  const db = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
  db.pragma(`cache_size = -${readerCacheKib}`);
  db.pragma('query_only = true');
  return db;
}

/** Turns trouble that heals by itself into StoreUnavailable; everything else stays what it is. */
export function asTrouble(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED'))
    return new StoreUnavailable('busy', { cause: error });
  // A full disk shows as FULL, or as a write that the system refused.
  if (error.code === 'SQLITE_FULL' || error.code === 'SQLITE_IOERR_WRITE' || error.code === 'SQLITE_IOERR_SHMSIZE')
    return new StoreUnavailable('full', { cause: error });
  return error;
}
