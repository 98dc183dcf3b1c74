import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../server/engine/createEngine.ts';
import { createHistory } from '../../server/store/createHistory.ts';
import { schemaVersion } from '../../server/store/migrations.ts';
import { Sqlite } from '../../server/store/sqliteBinding.ts';
import { StoreUnavailable } from '../../server/store/store.ts';
import { describeFailure } from '../../server/workers.ts';

describe('the failure of a thread', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'launchroom-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const open = (path: string) =>
    createEngine({
      path,
      authorKey: new Uint8Array(32),
      keeping: { textDays: null, setAsideDays: 7, idDays: 400 },
      log: () => undefined,
      onFatal: () => undefined,
    });

  it('arrives with what SQLite said of a file that is no store', async () => {
    const path = join(dir, 'store.db');
    writeFileSync(path, 'this is a letter, not a store. '.repeat(1_000));
    await expect(open(path)).rejects.toThrow('file is not a database (SQLITE_NOTADB)');
  });

  it('arrives with what SQLite said of a store without its tables', async () => {
    const path = join(dir, 'store.db');
    const file = new Sqlite(path);
    file.pragma(`user_version = ${schemaVersion}`);
    file.close();
    await expect(open(path)).rejects.toThrow('no such table: names (SQLITE_ERROR)');
  });

  it('reaches whoever asked the thread that reads', async () => {
    const path = join(dir, 'store.db');
    writeFileSync(path, 'this is a letter, not a store. '.repeat(1_000));
    const history = createHistory(path);
    await expect(history.totals()).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringContaining('file is not a database (SQLITE_NOTADB)') }),
    });
    await history.close();
  });

  it('is told in words whatever was thrown', () => {
    expect(describeFailure({ no: 'error' }).message).toBe("{ no: 'error' }");
    expect(describeFailure('alas').message).toBe('alas');
    expect(describeFailure(undefined).message).toBe('undefined');
    const outer = new StoreUnavailable('full', {
      cause: new Sqlite.SqliteError('database or disk is full', 'SQLITE_FULL'),
    });
    expect(describeFailure(outer)).toMatchObject({
      name: 'StoreUnavailable',
      message: 'the disk of the store is full, because: database or disk is full (SQLITE_FULL)',
    });
  });
});
