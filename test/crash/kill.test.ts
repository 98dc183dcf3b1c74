import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRandom } from '../../server/random.ts';
import { storeFile } from '../../server/store/backup.ts';
import { openHistory } from '../../server/store/sqliteHistory.ts';
import type { RollupRow } from '../../shared/rollup.ts';
import { getFunnel, getSeries, ingest, watchBrands } from '../support/ingest.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const runs = Number(process.env.CRASH_RUNS ?? (process.env.CI ? 30 : 5));
const seed = Number(process.env.CRASH_SEED ?? 7);
const senders = 3;

/**
 * Sends without a pause until the server is gone. Each batch is only said to be acknowledged once its answer was read;
 * the one in flight when the server dies may or may not have been saved, and is sent again by the next life.
 */
async function sendUntilGone(
  server: RunningServer,
  sender: number,
  random: () => number,
  acknowledged: Set<string>,
  unanswered: Map<number, object[]>,
  nextId: () => number,
  onAnswer: () => void,
): Promise<void> {
  for (;;) {
    const posts = unanswered.get(sender) ?? makeBatch(random, nextId);
    unanswered.set(sender, posts);
    let answer: Awaited<ReturnType<typeof ingest>>;
    try {
      answer = await ingest(server.url, posts);
    } catch {
      // Killed: what this batch became is found out by sending it again.
      return;
    }
    expect(answer.received).toBe(answer.accepted + answer.duplicates + answer.rejected.length);
    expect(answer.rejected).toEqual([]);
    for (const post of posts) acknowledged.add((post as { id: string }).id);
    unanswered.delete(sender);
    onAnswer();
  }
}

/** Starts all senders; `underWay` resolves with the first answer, so that a slow start is no quiet kill. */
function sendAll(
  server: RunningServer,
  random: () => number,
  acknowledged: Set<string>,
  unanswered: Map<number, object[]>,
  nextId: () => number,
): { underWay: Promise<void>; gone: Promise<unknown> } {
  let gone: Promise<unknown> = Promise.resolve();
  const underWay = new Promise<void>((resolve) => {
    gone = Promise.all(
      Array.from({ length: senders }, (_, sender) =>
        sendUntilGone(server, sender, random, acknowledged, unanswered, nextId, resolve),
      ),
    );
  });
  return { underWay, gone };
}

const words = ['acme', 'zenith', 'love', 'broken', 'battery', 'the', 'price', 'again', 'never', 'queue'];
function makeBatch(random: () => number, nextId: () => number): object[] {
  return Array.from({ length: 1 + Math.floor(random() * 300) }, () => {
    const text = Array.from({ length: 8 }, () => words[Math.floor(random() * words.length)]).join(' ');
    const id = nextId();
    return { id: String(id), at: Date.UTC(2024, 0, 1) + Math.floor(random() * 48 * 3_600_000), text: `${text} ${id}` };
  });
}

/** Cells in one order, whichever way they were read. */
function inOrder(rows: readonly RollupRow[]): RollupRow[] {
  const key = ({ at, brand, theme, channel, lang, country }: RollupRow) =>
    [at, brand, theme, channel, lang, country].join('\n');
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

it(`loses and doubles nothing that was acknowledged when it is killed ${runs} times (seed ${seed})`, async () => {
  const random = createRandom(seed);
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-crash-'));
  const acknowledged = new Set<string>();
  const unanswered = new Map<number, object[]>();
  let lastId = 0;
  let slowestMs = 0;
  const nextId = () => ++lastId;

  for (let life = 0; life < runs; life++) {
    const server = await startServer({ dir });
    slowestMs = Math.max(slowestMs, server.readyMs);
    if (life === 0) await watchBrands(server.url, 'acme', 'zenith');
    const { underWay, gone } = sendAll(server, random, acknowledged, unanswered, nextId);
    await underWay;
    await pause(random() * 700);
    expect(await server.end('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    await gone;
  }

  const last = await startServer({ dir });
  for (const posts of unanswered.values()) await ingest(last.url, posts);
  for (const posts of unanswered.values()) for (const post of posts) acknowledged.add((post as { id: string }).id);
  const funnel = await getFunnel(last.url);
  expect(funnel.collected).toBe(acknowledged.size);
  expect(acknowledged.size).toBe(lastId);
  const series = await getSeries(last.url, '?step=1h');
  expect(series.points.reduce((sum, point) => sum + point.mentions, 0)).toBe(funnel.important);
  expect(await last.end()).toMatchObject({ code: 0 });

  const history = openHistory(join(dir, storeFile));
  const { rows, stored } = await history.recount();
  await history.close();
  expect(inOrder(stored)).toEqual(inOrder(rows));
  console.info(
    `${lastId} posts, ${runs} kills; slowest to be ready again: ${Math.round(slowestMs)} ms (wanted: 3,000)`,
  );
}, 600_000);

it('loses nothing when it is asked to stop under load, and stops by itself', async () => {
  const random = createRandom(seed + 1);
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-stop-'));
  const acknowledged = new Set<string>();
  const unanswered = new Map<number, object[]>();
  let lastId = 0;
  for (let life = 0; life < 5; life++) {
    const server = await startServer({ dir });
    if (life === 0) await watchBrands(server.url, 'acme', 'zenith');
    const { underWay, gone } = sendAll(server, random, acknowledged, unanswered, () => ++lastId);
    await underWay;
    await pause(random() * 500);
    // Past its own deadline of 9 s the server gives up with another code.
    const { code } = await server.end('SIGTERM');
    expect(code, server.log()).toBe(0);
    expect(server.log()).not.toContain('were cut');
    await gone;
  }
  const last = await startServer({ dir });
  const before = await getFunnel(last.url);
  expect(before.collected).toBeGreaterThanOrEqual(acknowledged.size);
  for (const posts of unanswered.values()) await ingest(last.url, posts);
  expect((await getFunnel(last.url)).collected).toBe(lastId);
  await last.end();
}, 300_000);
