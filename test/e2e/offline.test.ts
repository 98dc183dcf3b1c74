import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measuredErrors } from '../../shared/uncertainty.ts';
import { openBrowser } from '../support/browser.ts';
import { setUpLaunchDay } from '../support/launchDay.ts';
import { main, type RunningServer, startServer } from '../support/startServer.ts';

const token = 'a key of the tests that is longer than thirty-two characters';
const laptop = { width: 1440, height: 900 };

let server: RunningServer;
let browser: Browser;
let port: string;

beforeAll(async () => {
  server = await startServer({ withClient: true });
  port = new URL(server.url).port;
  browser = await openBrowser();
  await setUpLaunchDay(server.url, Date.now());
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

/** The next server on the same address and over the same data, as an operator starts it. */
async function startAgain(options: { program?: string; env?: Record<string, string> } = {}): Promise<void> {
  server = await startServer({ dir: server.dir, args: ['--empty', '--port', port], ...options });
}

/** Until the program and the figures are on the shelf of this browser. */
async function untilKept(page: Page): Promise<void> {
  const isKept = () =>
    page.evaluate(
      async () => navigator.serviceWorker.controller !== null && (await caches.match('/last-shown')) !== undefined,
    );
  await expect.poll(isKept, { timeout: 20_000, interval: 200 }).toBe(true);
}

/** A copy of the program with another name for its first script, as another build has. */
function makeNextVersion(): string {
  const dist = join(main, '..', '..');
  const root = mkdtempSync(join(tmpdir(), 'launchroom-next-'));
  const next = join(root, 'dist');
  cpSync(dist, next, { recursive: true });
  symlinkSync(join(dist, '..', 'node_modules'), join(root, 'node_modules'));
  cpSync(join(dist, '..', 'package.json'), join(root, 'package.json'));
  const entry = /\/assets\/(index-[\w-]+)\.js/.exec(readFileSync(join(next, 'client/index.html'), 'utf8'))![1]!;
  const renamed = entry.replace('index-', 'index-next-');
  const client = join(next, 'client');
  for (const name of readdirSync(client, { recursive: true, encoding: 'utf8' })) {
    const path = join(client, name);
    // Made of the files as they were before.
    if (name.endsWith('.gz')) rmSync(path);
    else if (/\.(js|html)$/.test(name)) {
      const text = readFileSync(path, 'utf8').replaceAll(entry, renamed);
      writeFileSync(path, name === 'service-worker.js' ? text.replace(/version:"\w+"/, 'version:"next"') : text);
    }
  }
  renameSync(join(client, `assets/${entry}.js`), join(client, `assets/${renamed}.js`));
  const build = JSON.parse(readFileSync(join(next, 'build.json'), 'utf8'));
  writeFileSync(join(next, 'build.json'), JSON.stringify({ ...build, id: 'next' }));
  return join(next, 'server', 'main.js');
}

describe('without a server', () => {
  it('is a program that a browser can install', async () => {
    const page = await browser.newPage();
    await page.goto(server.url);
    const href = await page.getAttribute('link[rel="manifest"]', 'href');
    const answer = await page.request.get(server.url + href);
    expect(answer.headers()['content-type']).toContain('application/manifest+json');
    const manifest = (await answer.json()) as { icons: { src: string; sizes: string; type: string }[] };
    for (const icon of manifest.icons) {
      const image = await page.request.get(server.url + icon.src);
      expect(image.headers()['content-type'], icon.src).toBe(icon.type);
    }
    const session = await page.context().newCDPSession(page);
    const { errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A browser without a window of its own for programs says so; nothing else may be missing.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
    const worker = await page.request.get(`${server.url}/service-worker.js`);
    expect(worker.headers()['cache-control']).toBe('no-cache');
    await page.close();
  });

  it('opens with the last figures, greyed and with their age, and is live within five seconds of the server', {
    timeout: 90_000,
  }, async () => {
    const context = await browser.newContext({ viewport: laptop, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForSelector('[data-figure="1"]');
    await untilKept(page);
    // With what the labels say of the machine: offline nothing gets colour or loses it.
    const keptErrors = () =>
      page.evaluate(async () => (await (await caches.match('/last-shown'))?.json())?.board?.errors);
    await expect.poll(keptErrors, { timeout: 20_000, interval: 500 }).toMatchObject(measuredErrors);
    const before = await page.textContent('[data-figure="1"]');
    const text = await page.textContent('blockquote');
    const kept = await page.evaluate(async () => {
      const texts: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const { pathname } = new URL(request.url);
          texts.push(pathname, pathname === '/last-shown' ? await (await cache.match(request))!.text() : '');
        }
      }
      return texts.join('\n');
    });
    // Figures are kept; what people wrote, and answers of doors, are not.
    expect(kept).not.toContain(text!.slice(0, 20));
    expect(kept).not.toMatch(/^\/(api|socket\.io)/m);

    await server.end('SIGKILL');
    await page.reload();
    await page.waitForSelector('article[data-stale] [data-figure="1"]', { timeout: 15_000 });
    expect(await page.textContent('[data-figure="1"]')).toBe(before);
    expect(await page.textContent('article header')).toMatch(/Not live: as of .*\d\d:\d\d, \d+\s(s|min) old/);
    expect(await page.textContent('article')).toContain('Messages are shown when the server answers again');
    expect(await page.locator('[data-live="live"]').count()).toBe(0);

    await startAgain();
    await page.waitForSelector('article:not([data-stale]) blockquote', { timeout: 5_000 });
    expect(await page.getAttribute('[data-live]', 'data-live')).toBe('live');
    await context.close();
  });

  it('takes a new version at its first reload, and forgets the old one', { timeout: 90_000 }, async () => {
    const context = await browser.newContext({ viewport: laptop });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForSelector('[data-figure="1"]');
    await untilKept(page);
    const script = () => page.getAttribute('script[type="module"]', 'src');
    const names = () =>
      page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('shell')).join());
    const [old, oldNames] = [await script(), await names()];

    const next = makeNextVersion();
    await server.end();
    await startAgain({ program: next });
    await page.waitForSelector('[data-live="live"]');
    await page.reload();
    await page.waitForSelector('[data-figure="1"]');
    expect(await script()).toContain('index-next-');
    expect(await script()).not.toBe(old);
    expect(oldNames).toMatch(/^launchroom-shell-\w{12}$/);
    await expect.poll(names, { timeout: 15_000, interval: 200 }).toBe('launchroom-shell-next');
    await server.end();
    await page.reload();
    await page.waitForSelector('article[data-stale] [data-figure="1"]', { timeout: 15_000 });
    expect(await script()).toContain('index-next-');
    await startAgain();
    await context.close();
  });

  it('stands behind no wall', { timeout: 60_000 }, async () => {
    const context = await browser.newContext({ viewport: laptop });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForSelector('[data-figure="1"]');
    await untilKept(page);
    await server.end();
    const failure = await page.goto(`${server.url}/wall`).catch((error: unknown) => String(error));
    expect(failure).toContain('ERR_CONNECTION_REFUSED');
    await startAgain();
    await context.close();
  });

  it('forgets what it kept as soon as the server lets this browser in no more', { timeout: 60_000 }, async () => {
    const context = await browser.newContext({ viewport: laptop });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.waitForSelector('[data-figure="1"]');
    await untilKept(page);
    await server.end();
    await page.reload();
    await page.waitForSelector('article[data-stale] [data-figure="1"]', { timeout: 15_000 });
    await startAgain({ env: { LAUNCHROOM_TOKEN: token } });
    await page.waitForSelector('text=This server asks for a key', { timeout: 15_000 });
    expect(await page.locator('article').count()).toBe(0);
    const isForgotten = () => page.evaluate(async () => (await caches.match('/last-shown')) === undefined);
    await expect.poll(isForgotten).toBe(true);
    await server.end();
    await page.reload();
    await page.waitForSelector('main');
    await page.waitForTimeout(3_500);
    expect(await page.locator('[data-figure]').count()).toBe(0);
    await startAgain();
    await context.close();
  });
});
