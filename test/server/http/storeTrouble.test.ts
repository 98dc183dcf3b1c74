import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createEngine } from '../../../server/engine/createEngine.ts';
import { keeping } from '../../../server/keeping.ts';
import { Sqlite } from '../../../server/store/sqliteBinding.ts';
import { openHistory } from '../../../server/store/sqliteHistory.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

/** The real doors over the real engine in its thread, on a real file. */
async function openOnFile(maxPages?: number) {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-trouble-'));
  const path = join(dir, 'store.db');
  const fatal: Error[] = [];
  const warnings: string[] = [];
  const engine = await createEngine({
    path,
    authorKey: new Uint8Array(32),
    keeping,
    ...(maxPages ? { maxPages } : {}),
    log: (_level, _fields, message) => warnings.push(message),
    onFatal: (error) => fatal.push(error),
  });
  const history = openHistory(path);
  const doors: OpenDoors = await openDoors();
  const inMemory = { engine: doors.own.engine, history: doors.own.history };
  Object.assign(doors.own, { engine, history });
  const put = await doors.ask('/api/workspace', {
    method: 'PUT',
    body: { version: 1, brands: [{ id: 'lumen', name: 'Lumen', query: 'lumen' }] },
  });
  expect(put.status).toBe(200);
  return {
    path,
    doors,
    warnings,
    post: (posts: readonly object[]) => doors.ask('/api/ingest', { method: 'POST', body: posts }),
    collected: async () => {
      const answer = await doors.ask('/api/funnel');
      expect(answer.status).toBe(200);
      return (answer.json() as { collected: number }).collected;
    },
    async close() {
      await history.close();
      await engine.close();
      Object.assign(doors.own, inMemory);
      await doors.close();
      rmSync(dir, { recursive: true });
      expect(fatal).toEqual([]);
    },
  };
}

const posts = (from: number, count: number, text = 'I love lumen') =>
  Array.from({ length: count }, (_, place) => ({
    id: from + place,
    at: '2026-03-02T09:00:00Z',
    text: `${text} ${place}`,
  }));

it('answers 503 with Retry-After while another program holds the file, goes on reading, and recovers by itself', async () => {
  const { path, doors, warnings, post, collected, close } = await openOnFile();
  expect((await post(posts(0, 3))).json()).toMatchObject({ accepted: 3 });
  const other = new Sqlite(path);
  other.exec('BEGIN IMMEDIATE');
  const refused = await post(posts(3, 3));
  expect(refused.status).toBe(503);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.json()).toMatchObject({ status: 503, detail: 'the store is locked by another program' });
  expect(await collected()).toBe(3);
  expect((await doors.ask('/api/mentions')).status).toBe(200);
  expect((await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1 } })).status).toBe(503);
  other.exec('ROLLBACK');
  other.close();
  // Nobody posts meanwhile: the engine finds out by itself.
  await vi.waitFor(() => expect(doors.own.engine.status().trouble).toBeUndefined(), { timeout: 20_000 });
  expect((await post(posts(0, 6))).json()).toEqual({ received: 6, accepted: 3, duplicates: 3, rejected: [] });
  expect(await collected()).toBe(6);
  expect(warnings).toContain('the store writes again');
  await close();
}, 60_000);

it('answers 503 with Retry-After when the disk is full, keeps what it acknowledged, and goes on reading', async () => {
  const { doors, post, collected, close } = await openOnFile(200);
  let accepted = 0;
  let answer = await post(posts(0, 20, 'lumen '.repeat(900)));
  while (answer.status === 200) {
    accepted += 20;
    answer = await post(posts(accepted, 20, 'lumen '.repeat(900)));
  }
  expect(accepted).toBeGreaterThan(0);
  expect(answer.status).toBe(503);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(answer.json()).toMatchObject({ status: 503, detail: 'the disk of the store is full' });
  expect(await collected()).toBe(accepted);
  expect((await doors.ask('/api/series')).status).toBe(200);
  expect((await post(posts(0, 20))).status).toBe(503);
  expect(await collected()).toBe(accepted);
  await close();
}, 60_000);
