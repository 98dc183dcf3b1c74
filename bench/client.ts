import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { postAll, setUpLaunchDay } from '../test/support/launchDay.ts';
import { type Bench, median } from './bench.ts';

const program = fileURLToPath(new URL('../server/cli/launchroom.mjs', import.meta.url));
const postEveryMs = 250;
const watchedMs = 8_000;
const rounds = 3;

async function startServer(dir: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [program, 'serve', '--empty', '--port', '0', '--data', dir], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url) return { url, child };
  }
  throw new Error('the server ended before it was ready');
}

/** All scripts and styles of a first visit, as they travel: gzip, fonts aside. */
async function firstLoadBytes(browser: Browser, url: string): Promise<{ scripts: number; styles: number }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const bodies: Promise<{ kind: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind === 'script' || kind === 'stylesheet')
      bodies.push(response.body().then((body) => ({ kind, bytes: gzipSync(body, { level: 9 }).length })));
  });
  await page.goto(url);
  await page.waitForSelector('article h1');
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const sizes = { scripts: 0, styles: 0 };
  for (const { kind, bytes } of await Promise.all(bodies)) sizes[kind === 'script' ? 'scripts' : 'styles'] += bytes;
  await page.close();
  return sizes;
}

/** The share of time in which the page's main thread is busy, told by the browser itself. */
async function busyShare(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  // In CPU time of the thread: on a machine with other work, time on the wall's clock is mostly waiting for a turn.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { at: value('Timestamp'), busy: value('TaskDuration') };
  };
  const before = await read();
  await page.waitForTimeout(watchedMs);
  const after = await read();
  await session.detach();
  return (after.busy - before.busy) / (after.at - before.at);
}

/** Bytes of the Brief's first load, and how much of the main thread the wall's Pulse takes while posts come in. */
export async function bench(): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-bench-'));
  const { url, child } = await startServer(dir);
  const browser = await openBrowser();
  let posted = 0;
  let feeding: ReturnType<typeof setInterval> | undefined;
  try {
    await setUpLaunchDay(url, Date.now());
    const sizes = await firstLoadBytes(browser, url);
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(`${url}/wall?scene=pulse`);
    await page.waitForSelector('.recharts-area-curve');
    const quiet: number[] = [];
    const busy: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      quiet.push(await busyShare(page));
      feeding = setInterval(() => {
        posted += 1;
        const post = { id: `b${posted}`, at: Date.now(), lang: 'en', text: `I love my Vela balm, word ${posted}` };
        postAll(url, [post]).catch((error: unknown) => console.error(error));
      }, postEveryMs);
      busy.push(await busyShare(page));
      clearInterval(feeding);
    }
    const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;
    const percent = (share: number) => Math.round(share * 1_000) / 10;
    const figures = {
      firstLoadKilobytes: kilobytes(sizes.scripts + sizes.styles),
      scriptsKilobytes: kilobytes(sizes.scripts),
      stylesKilobytes: kilobytes(sizes.styles),
    };
    const ratios = { wallBusyPercent: percent(median(busy)), wallQuietPercent: percent(median(quiet)) };
    console.table({ ...figures, ...ratios });
    return {
      name: 'client',
      figures,
      ratios,
      gates: { firstLoadKilobytes: { most: 200, goal: 150 }, wallBusyPercent: { most: 10, goal: 5 } },
    };
  } finally {
    clearInterval(feeding);
    await browser.close();
    child.kill('SIGTERM');
    rmSync(dir, { recursive: true, force: true });
  }
}
