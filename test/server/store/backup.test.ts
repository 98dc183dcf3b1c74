import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backup, restore, storeFile } from '../../../server/store/backup.ts';
import { lockDataFolder } from '../../../server/store/lock.ts';
import { schemaVersion } from '../../../server/store/migrations.ts';
import { openStore } from '../../../server/store/sqlite.ts';
import { Sqlite } from '../../../server/store/sqliteBinding.ts';
import { openHistory } from '../../../server/store/sqliteHistory.ts';
import { makeAnalysis, makePost } from '../../support/makePosts.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'launchroom-backup-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const save = (store: ReturnType<typeof openStore>, ids: string[]) =>
  store.save({ posts: ids.map((id) => makePost({ id })), receivedAt: 1 }, () => makeAnalysis(), 1);
const postsIn = async (path: string) => {
  const history = openHistory(path);
  const { posts } = await history.totals();
  await history.close();
  return posts;
};

it('copies a store that is being written, and puts it back over a later one', async () => {
  const path = join(dir, storeFile);
  const target = join(dir, 'backups', 'one.db');
  const store = openStore(path);
  await save(store, ['a', 'b']);
  const { bytes } = await backup(path, target);
  expect(bytes).toBeGreaterThan(0);
  await save(store, ['c']);
  await store.close();
  expect(await postsIn(path)).toBe(3);
  const { replaced } = restore(target, dir);
  expect(await postsIn(path)).toBe(2);
  expect(replaced && (await postsIn(replaced))).toBe(3);
  const again = openStore(path);
  const saved = await save(again, ['a', 'c']);
  expect([saved.accepted, saved.duplicates]).toEqual([1, 1]);
  await again.close();
});

it('never overwrites a backup', async () => {
  const path = join(dir, storeFile);
  await openStore(path).close();
  const target = join(dir, 'one.db');
  await backup(path, target);
  await expect(backup(path, target)).rejects.toThrow('exists already');
});

it('restores nothing that is damaged, foreign or newer, and nothing into a folder in use', async () => {
  const path = join(dir, storeFile);
  const store = openStore(path);
  await save(store, ['a']);
  const good = join(dir, 'good.db');
  await backup(path, good);
  await store.close();
  const junk = join(dir, 'junk.db');
  writeFileSync(junk, 'this is no database, whatever its name says, and long enough to be looked at');
  const foreign = join(dir, 'foreign.db');
  new Sqlite(foreign).exec('CREATE TABLE other (x)').close();
  const newer = join(dir, 'newer.db');
  copyFileSync(good, newer);
  const newerDb = new Sqlite(newer);
  newerDb.pragma(`user_version = ${schemaVersion + 1}`);
  newerDb.close();
  expect(() => restore(junk, dir)).toThrow('not a backup');
  expect(() => restore(foreign, dir)).toThrow('no store of this program');
  expect(() => restore(newer, dir)).toThrow('newer than this program');
  expect(() => openStore(newer)).toThrow('newer version of this program');
  const lock = lockDataFolder(dir);
  expect(() => restore(good, dir)).toThrow('in use by process');
  lock.release();
  expect(await postsIn(path)).toBe(1);
  expect(existsSync(join(dir, `${storeFile}.incoming`))).toBe(false);
});
