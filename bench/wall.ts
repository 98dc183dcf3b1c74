import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { CDPSession, Page, Route } from 'playwright-core';
import { workspaceSchema } from '../shared/domain.ts';
import { dayMs, hourMs } from '../shared/rollup.ts';
import { openBrowser } from '../test/support/browser.ts';
import { launchDayWorkspace } from '../test/support/launchDay.ts';
import { countedLaunch, makeComparison, steadyPast } from '../test/support/makeComparison.ts';
import { type Bench, median } from './bench.ts';

/**
 * A wall hangs for weeks. Here a week of it passes in a minute: the real client with a clock that leaps from scene to scene, and
 * frames that change every figure at each leap. What it holds at the end beside what it held after its first hours.
 */
const start = Date.UTC(2026, 10, 12, 9);
/** At least so far in one leap; a slow machine leaps farther, so that the week fits into its time. */
const leastLeapMs = 310_000;
const turnMs = 20_000;
const weekMs = 7 * dayMs;
const warmLeaps = 60;
/** Readings of one end of the week; each is taken on Pulse, which has the most to hold. */
const readings = 5;
/** About what the week takes, after the first hours. */
const wantedMs = 60_000;

async function bundle(): Promise<{ script: string; style: string }> {
  const entry = fileURLToPath(new URL('wall/page.tsx', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    outdir: '.',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env': '{}' },
    loader: { '.svg': 'dataurl', '.woff2': 'dataurl' },
    logLevel: 'error',
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

/** What the page asks of a server: the workspace, and past launches beside this one. */
async function serve(page: Page, { script, style }: { script: string; style: string }): Promise<void> {
  const workspace = workspaceSchema.parse(launchDayWorkspace(start));
  const comparison = makeComparison(
    countedLaunch(
      'balm',
      Array.from({ length: 12 }, (_, hour) => 20 + hour),
    ),
    steadyPast(6),
  );
  const json = (route: Route, body: unknown) =>
    route.fulfill({ contentType: 'application/json', headers: { etag: '"1"' }, body: JSON.stringify(body) });
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (pathname === '/page.css') return route.fulfill({ contentType: 'text/css', body: style });
    if (pathname === '/api/workspace') return json(route, workspace);
    if (pathname.endsWith('/compare')) return json(route, comparison);
    if (pathname.startsWith('/api/'))
      return route.fulfill({ status: 404, contentType: 'application/json', body: '{}' });
    return route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><link rel="stylesheet" href="/page.css"><div id="root"></div><script src="/page.js"></script>',
    });
  });
}

type Held = { nodes: number; listeners: number; bytes: number };

/** After the garbage was collected: DOM nodes (those that hang nowhere too), listeners, heap. */
async function readHeld(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners'), bytes: value('JSHeapUsedSize') };
}

const middle = (held: readonly Held[], of: keyof Held) => median(held.map((one) => one[of]));
const round = (value: number, digits = 3) => Number(value.toFixed(digits));

export async function bench(): Promise<Bench> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.clock.install({ time: start });
    await serve(page, await bundle());
    await page.goto('http://wall.invalid/wall/balm');
    await page.clock.runFor(2_000);
    await page.waitForSelector('[data-scene]');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');

    const scenes = new Set<string>();
    let leaps = 0;
    let passedMs = 0;
    let leapMs = leastLeapMs;
    const leap = async () => {
      leaps += 1;
      passedMs += leapMs;
      await page.clock.fastForward(leapMs);
      const scene = await page.evaluate(() => {
        (globalThis as unknown as { feed(): void }).feed();
        return document.querySelector('[data-scene]')?.getAttribute('data-scene') ?? '';
      });
      scenes.add(scene);
      return scene;
    };
    const read = async (): Promise<Held[]> => {
      const held: Held[] = [];
      while (held.length < readings) {
        if ((await leap()) !== 'pulse') continue;
        // Lets what was fed be drawn, and what is over be let go.
        await page.clock.runFor(2_000);
        held.push(await readHeld(session));
      }
      return held;
    };
    const startedAt = performance.now();
    while (leaps < warmLeaps) await leap();
    const perLeapMs = (performance.now() - startedAt) / warmLeaps;
    const first = await read();
    // Half a turn more than whole turns, so that all scenes come round.
    const turns = Math.ceil(Math.max(leastLeapMs, (weekMs * perLeapMs) / wantedMs) / turnMs);
    leapMs = turns * turnMs + turnMs / 2;
    const leapTo = async (ms: number) => {
      while (passedMs < ms) await leap();
    };
    await leapTo(weekMs / 2);
    const half = await read();
    await leapTo(weekMs);
    const last = await read();
    if (errors.length > 0) throw new Error(`the wall threw: ${errors[0]}`);
    if (scenes.size < 5) throw new Error(`only ${[...scenes].join(', ')} came round`);
    const megabytes = (bytes: number) => round(bytes / 1_048_576, 2);
    const figures = {
      hours: Math.round(passedMs / hourMs),
      leaps,
      scenes: scenes.size,
      nodesFirst: middle(first, 'nodes'),
      nodesLast: middle(last, 'nodes'),
      listenersLast: middle(last, 'listeners'),
      heapFirstMegabytes: megabytes(middle(first, 'bytes')),
      heapHalfMegabytes: megabytes(middle(half, 'bytes')),
      heapLastMegabytes: megabytes(middle(last, 'bytes')),
    };
    const ratios = {
      nodes: round(middle(last, 'nodes') / middle(first, 'nodes')),
      listeners: round(middle(last, 'listeners') / middle(first, 'listeners')),
      // From half the week on, as `memory` does: for hours V8 compiles what runs often, and keeps the code.
      heap: round(middle(last, 'bytes') / middle(half, 'bytes')),
    };
    console.table({ ...figures, ...ratios });
    return {
      name: 'wall',
      figures,
      ratios,
      gates: {
        hours: { least: 168 },
        nodes: { most: 1.1, goal: 1.02 },
        listeners: { most: 1.1, goal: 1.02 },
        heap: { most: 1.15, goal: 1.05 },
      },
    };
  } finally {
    await browser.close();
  }
}
