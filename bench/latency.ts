import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openBrowser, openPage } from '../test/support/browser.ts';
import { ingest, watchBrands } from '../test/support/ingest.ts';
import { openRawReader } from '../test/support/rawReader.ts';
import type { Bench } from './bench.ts';

/**
 * From handing a post over to its figure on a wall: the real server, a real browser, 500 posts a second, and 200 other
 * screens. Every post names one brand, so the figure drawn says which posts are in it.
 */
const postsPerSecond = 500;
const everyMs = 20;
const measuredMs = 20_000;
const otherScreens = 200;
const brand = 'Vela';

const launchroom = fileURLToPath(new URL('../server/cli/launchroom.mjs', import.meta.url));

async function startServer(dir: string): Promise<{ url: string; process: ChildProcess }> {
  const server = spawn(process.execPath, [launchroom, 'serve', '--empty', '--port', '0', '--data', dir], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /https?:\/\/[^\s/]+/.exec(line)?.[0];
    if (url) return { url, process: server };
  }
  throw new Error('the server ended before it named its address');
}

/** Runs in the page (as text: the compiler's own names do not exist there): notes when the figure drawn changes. */
const watchFigure = `
  globalThis.drawn = [];
  let last = 0;
  (function look() {
    const said = document.querySelector('[data-figure="mentions"]')?.textContent ?? '';
    const count = Number(said.replace(/\\D/g, ''));
    if (count !== last) drawn.push([Date.now(), count]);
    last = count;
    requestAnimationFrame(look);
  })();
`;

const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** Sends at a steady rate whatever the answers take; says after which post each delivery was complete, and when it began. */
async function sendPosts(url: string, ms: number): Promise<{ sentAt: number; posts: number }[]> {
  const each = Math.round((postsPerSecond * everyMs) / 1_000);
  const deliveries: { sentAt: number; posts: number }[] = [];
  const answers: Promise<unknown>[] = [];
  const startedAt = Date.now();
  for (let number = 0; number * everyMs < ms; number += 1) {
    await sleep(Math.max(0, startedAt + number * everyMs - Date.now()));
    const sentAt = Date.now();
    const posts = Array.from({ length: each }, (_, index) => ({
      id: `post-${number * each + index}`,
      at: sentAt,
      text: `${brand} feels lovely, number ${number * each + index} of today`,
      lang: 'en',
    }));
    deliveries.push({ sentAt, posts: (number + 1) * each });
    answers.push(ingest(url, posts));
  }
  await Promise.all(answers);
  return deliveries;
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export async function bench(): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-latency-'));
  const server = await startServer(dir);
  const browser = await openBrowser();
  const readers = [];
  try {
    await watchBrands(server.url, brand, 'Orva', 'Tiva');
    for (let i = 0; i < otherScreens; i += 1)
      readers.push(await openRawReader(server.url, { topics: ['figures/1h', 'figures/6h', 'status'] }));
    const { page } = await openPage(browser, `${server.url}/wall?scene=pulse`, { width: 1920, height: 1080 });
    await page.waitForSelector('[data-live="live"], [data-scene]');
    await page.evaluate(watchFigure);
    const deliveries = await sendPosts(server.url, measuredMs);
    const all = deliveries.at(-1)?.posts ?? 0;
    await page.waitForFunction(
      (count) => (globalThis as unknown as { drawn: [number, number][] }).drawn.at(-1)?.[1] === count,
      all,
    );
    const drawn = await page.evaluate(() => (globalThis as unknown as { drawn: [number, number][] }).drawn);
    const waits = deliveries
      .map(({ sentAt, posts }) => drawn.find(([, count]) => count >= posts)![0] - sentAt)
      .sort((a, b) => a - b);
    const p50Ms = percentile(waits, 0.5);
    const p99Ms = percentile(waits, 0.99);
    console.table([
      {
        what: `POST to drawn figure, ${postsPerSecond} posts/s, ${otherScreens} other screens`,
        p50Ms,
        p99Ms,
        drawn: drawn.length,
      },
    ]);
    return {
      name: 'latency',
      figures: { p50Ms, p99Ms, deliveries: deliveries.length, drawings: drawn.length },
      ratios: {},
      gates: { p50Ms: { most: 500, goal: 300 }, p99Ms: { most: 1_500, goal: 1_000 } },
    };
  } finally {
    for (const reader of readers) reader.close();
    await browser.close();
    server.process.kill('SIGTERM');
    await once(server.process, 'exit');
    rmSync(dir, { recursive: true, force: true });
  }
}
