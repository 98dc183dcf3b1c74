import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openStore } from '../../../server/store/sqlite.ts';
import { Sqlite } from '../../../server/store/sqliteBinding.ts';
import { openHistory } from '../../../server/store/sqliteHistory.ts';
import { StoreUnavailable } from '../../../server/store/store.ts';
import { makeAnalysis, makePost } from '../../support/makePosts.ts';
import { openTempStore } from '../../support/tempStore.ts';
import { inOrder } from './contract.ts';

const receivedAt = Date.UTC(2025, 5, 2, 10);
const kept = () => makeAnalysis();
const troubleOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof StoreUnavailable ? error.trouble : error;
};

it('says that the disk is full, keeps nothing of that batch, goes on answering, and recovers', async () => {
  const { path, store, history, close } = openTempStore({ maxPages: 120 });
  const large = (from: number) =>
    Array.from({ length: 20 }, (_, place) => makePost({ id: `p${from + place}`, text: 'long '.repeat(1000) }));
  let accepted = 0;
  let trouble: unknown = null;
  while (trouble === null) {
    trouble = await troubleOf(store.save({ posts: large(accepted), receivedAt }, kept, 1));
    if (trouble === null) accepted += 20;
  }
  expect(trouble).toBe('full');
  expect(accepted).toBeGreaterThan(0);
  expect((await history.totals()).posts).toBe(accepted);
  expect(['full', null]).toContain(await troubleOf(store.index(100)));
  expect((await history.funnel({})).collected).toBe(accepted);
  // The disk has room again: a second connection of the same file stands for the larger disk.
  await store.close();
  const roomy = openStore(path);
  const saved = await roomy.save({ posts: large(accepted), receivedAt }, kept, 1);
  expect([saved.accepted, saved.seq]).toEqual([20, accepted + 20]);
  while ((await roomy.index(100)) > 0);
  const { rows, stored } = await history.recount();
  expect(inOrder(stored)).toEqual(inOrder(rows));
  await roomy.close();
  await close();
});

it('says that another program holds the file, keeps nothing of that batch, and recovers by itself', async () => {
  const { path, store, history, close } = openTempStore();
  await store.save({ posts: [makePost({ id: 'a' })], receivedAt }, kept, 1);
  const other = new Sqlite(path);
  other.exec('BEGIN IMMEDIATE');
  const blocked = store.save({ posts: [makePost({ id: 'b', source: 'new' })], receivedAt }, kept, 1);
  expect(await troubleOf(blocked)).toBe('busy');
  expect((await history.totals()).posts).toBe(1);
  other.exec('ROLLBACK');
  other.close();
  const saved = await store.save({ posts: [makePost({ id: 'b', source: 'new' })], receivedAt }, kept, 1);
  expect([saved.accepted, saved.seq]).toEqual([1, 2]);
  expect((await history.mention({ id: 'b' }))[0]?.source).toBe('new');
  await close();
});

it('loses nothing it has acknowledged and counts nothing twice when the process is killed', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-kill-'));
  const path = join(dir, 'store.db');
  const writer = join(import.meta.dirname, 'killedWriter.ts');
  let acknowledged = 0;
  for (const answers of [1, 7, 20]) {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    let heard = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Math.max(acknowledged, Number(line));
      heard += 1;
      if (heard === answers) child.kill('SIGKILL');
    }
    await exited;
    const store = openStore(path);
    const history = openHistory(path);
    const { posts, seq } = await history.totals();
    expect(posts).toBeGreaterThanOrEqual(acknowledged);
    expect(seq).toBe(posts);
    const before = await history.recount();
    expect(inOrder(before.stored)).toEqual(inOrder(before.rows));
    while ((await store.index(500)) > 0);
    const after = await history.recount();
    expect(inOrder(after.stored)).toEqual(inOrder(before.rows));
    expect((await history.funnel({})).collected).toBe(posts);
    await history.close();
    await store.close();
  }
  rmSync(dir, { recursive: true });
});
