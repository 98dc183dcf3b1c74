import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { settingsSections } from '../client/views/settings/sections.ts';
import { buildIfStale } from '../server/cli/build.mjs';
import { hourMs, minuteMs } from '../shared/rollup.ts';
import { wallScenes } from '../shared/wall.ts';
import { openBrowser } from '../test/support/browser.ts';
import { tellAsOwn } from './ownStory.ts';
import { type Camera, createCamera, type Picture, type Shot, type Size } from './picture.ts';
import * as screens from './screens.ts';
import { type GalleryServer, startServer } from './server.ts';
import { failing, loading, stale } from './states.ts';

import { writeIndex } from './writeIndex.ts';

/** `npm run gallery [-- --only WORD] [--png DIR] [--part demo|own|empty|token|few|stale]`: pictures of every screen and state. */
const { values } = parseArgs({
  options: { only: { type: 'string' }, png: { type: 'string' }, part: { type: 'string' } },
});
const folder = fileURLToPath(new URL('../docs/gallery', import.meta.url));
/** The demo's T0, Thursday 12 November 2026, 10:00 in Paris. */
const t0 = Date.UTC(2026, 10, 12, 9);
const opensAt = t0 + 6 * hourMs + 14 * minuteMs;
const isWholeRun = values.only === undefined && values.part === undefined;

if (isWholeRun) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
if (values.png !== undefined) mkdirSync(values.png, { recursive: true });
await buildIfStale(['server', 'client']);
const browser = await openBrowser();
const pictures: Picture[] = [];
const troubles: string[] = [];

async function photograph(server: GalleryServer, take: (camera: Camera) => Promise<void>): Promise<void> {
  const camera = createCamera(browser, server, { folder, pngs: values.png, only: values.only });
  await take(camera);
  pictures.push(...camera.taken);
  troubles.push(...camera.troubles);
}

async function everyLook(camera: Camera, shot: Shot): Promise<void> {
  for (const look of ['light', 'dark'] as const) {
    await camera.take(shot, 'laptop', look);
    await camera.take(shot, 'phone', look);
  }
  await camera.take(shot, 'laptop', 'light', 'fr');
  await camera.take(shot, 'phone', 'light', 'fr');
}

const parts: Record<string, () => Promise<void>> = {
  async demo() {
    const server = await startServer(opensAt, ['--demo']);
    await photograph(server, async (camera) => {
      await camera.take(
        {
          name: 'wall-filling',
          caption: 'Wall while the demo is still being told',
          path: '/wall',
          ready: 'main h1, main h2, main p',
        },
        'wall',
      );
      await server.untilTold();
      // The alerts of the days before have had their minute by then.
      server.moveClock(opensAt + 3 * minuteMs);
      await server.untilTold();
      for (const scene of wallScenes) {
        for (const size of ['wall', 'cinema', 'upright'] as Size[]) await camera.take(screens.wallShot(scene), size);
        await camera.take(screens.wallShot(scene), 'wall', 'dark', 'fr');
      }
      await camera.take(screens.wallShot('pulse'), '4k');
      for (const shot of [screens.brief, screens.explore, screens.trace, screens.alert]) await everyLook(camera, shot);
      for (const shot of [screens.exploreMatrix, screens.exploreThemes, screens.alerts, screens.launches]) {
        await camera.take(shot, 'laptop');
        await camera.take(shot, 'phone', 'dark');
        await camera.take(shot, 'laptop', 'light', 'fr');
      }
      for (const shot of [screens.launchNow, screens.retrospective]) {
        await camera.take(shot, 'laptop');
        await camera.take(shot, 'laptop', 'dark', 'fr');
        await camera.take(shot, 'phone');
      }
      await camera.take(screens.remote, 'laptop');
      await camera.take(screens.remote, 'phone', 'dark', 'fr');
      await camera.take(screens.scoreboard, 'laptop');

      const { id } = (await server.ask('POST', '/api/replays', { launch: 'nuit' })) as { id: string };
      await server.ask('PATCH', `/api/replays/${id}`, { at: t0 - 61 * 24 * hourMs + 5 * hourMs });
      const replayed = { name: 'replay', caption: 'A past launch played again', isWhole: true };
      await camera.take({ ...screens.brief, ...replayed, path: `/?replay=${id}` }, 'laptop');
      await camera.take({ ...screens.wallShot('pulse'), ...replayed, path: `/wall?scene=pulse&replay=${id}` }, 'wall');
      await server.ask('DELETE', `/api/replays/${id}`);

      for (const shot of screens.mainScreens) {
        await camera.take(loading(shot), 'laptop');
        await camera.take(failing(shot), 'laptop');
      }
      await camera.take(failing(screens.brief), 'phone', 'dark', 'fr');

      await server.ask('POST', '/api/demo/rehearsal', { scenario: 'crisis' });
      // Second by second, as it would be noticed.
      for (let second = 0; second < 40; second += 5) {
        server.moveClock(server.now() + 5_000);
        await new Promise((resolve) => setTimeout(resolve, 1_500));
      }
      for (const size of ['wall', 'cinema', 'upright'] as Size[]) await camera.take(screens.alertSheet, size);
      await camera.take(screens.alertSheet, 'wall', 'dark', 'fr');
      await camera.take(screens.inState(screens.brief, 'alert'), 'laptop');

      await server.ask('POST', '/api/demo/rehearsal', { scenario: 'outage' });
      server.moveClock(server.now() + 2.5 * minuteMs);
      await server.untilTold();
      await camera.take(screens.wallShot('pulse', 'partial'), 'wall');
      for (const shot of [screens.brief, screens.explore, screens.settings('sources')])
        await camera.take(screens.inState(shot, 'partial'), 'laptop');
      await camera.take(screens.inState(screens.brief, 'partial'), 'phone', 'dark');
    });
    await server.end();
  },
  async own() {
    const server = await startServer(opensAt, ['--empty']);
    await tellAsOwn(server, t0, opensAt);
    await photograph(server, async (camera) => {
      for (const section of settingsSections.filter((one) => one !== 'start'))
        await camera.take(screens.settings(section), 'laptop');
      for (const section of ['brands', 'significance', 'launches', 'receivers'] as const) {
        await camera.take(screens.settings(section), 'phone', 'dark');
        await camera.take(screens.settings(section), 'laptop', 'dark', 'fr');
      }
      const open = { name: 'brief-points', caption: 'Brief with points that wait for a decision' };
      await everyLook(camera, { ...screens.brief, ...open });
    });
    await server.end();
  },
  async stale() {
    // Each is opened first, then its server dies: one server per picture would take minutes, so all wait for the same death.
    const server = await startServer(opensAt, ['--empty']);
    await tellAsOwn(server, t0, opensAt);
    const lost: Promise<void>[] = [];
    let waiting = 0;
    let die: () => void = () => undefined;
    const dead = new Promise<void>((resolve) => {
      die = resolve;
    });
    const wanted: [Shot, Size, 'light' | 'dark', 'en' | 'fr'][] = [
      ...wallScenes.map((scene): [Shot, Size, 'dark', 'en'] => [screens.wallShot(scene), 'wall', 'dark', 'en']),
      [screens.wallShot('pulse'), 'wall', 'dark', 'fr'],
      [screens.brief, 'laptop', 'light', 'en'],
      [screens.brief, 'laptop', 'dark', 'en'],
      [screens.brief, 'phone', 'light', 'fr'],
      [screens.explore, 'laptop', 'light', 'en'],
      [screens.alerts, 'laptop', 'light', 'en'],
      [screens.settings('brands'), 'laptop', 'light', 'en'],
    ];
    await photograph(server, async (camera) => {
      const count = wanted.filter(
        ([shot, size]) => values.only === undefined || `${shot.name}-stale-${size}`.includes(values.only),
      );
      const end = () => {
        waiting += 1;
        if (waiting === count.length) die();
        return dead;
      };
      for (const [shot, size, look, language] of wanted)
        lost.push(camera.take(stale(shot, end, server.now()), size, look, language));
      const ended = dead.then(() => server.end('SIGKILL'));
      // A page that never stood must not keep the others waiting.
      const patience = setTimeout(die, 60_000);
      await Promise.all(lost);
      clearTimeout(patience);
      die();
      await ended;
    });
  },
  async empty() {
    const server = await startServer(opensAt, ['--empty']);
    await photograph(server, async (camera) => {
      await camera.take({ ...screens.wallShot('pulse', 'empty'), ready: 'main' }, 'wall');
      for (const shot of [...screens.mainScreens, screens.scoreboard])
        await camera.take(screens.inState(shot, 'empty', { ready: 'main' }), 'laptop');
      await camera.take(screens.inState(screens.brief, 'empty', { ready: 'main' }), 'phone', 'dark', 'fr');
      await everyLook(camera, screens.settings('start'));
    });
    await server.end();
  },
  async few() {
    const server = await startServer(opensAt, ['--empty']);
    await tellAsOwn(server, opensAt + 8 * hourMs, opensAt + minuteMs);
    server.moveClock(opensAt + minuteMs);
    await photograph(server, async (camera) => {
      await camera.take(screens.wallShot('pulse', 'too-few'), 'wall');
      await camera.take(screens.wallShot('themes', 'too-few'), 'wall');
      await camera.take(screens.inState(screens.brief, 'too-few'), 'laptop');
      await camera.take(screens.inState(screens.brief, 'too-few'), 'phone', 'dark', 'fr');
      await camera.take(screens.inState(screens.explore, 'too-few'), 'laptop');
    });
    await server.end();
  },
  async token() {
    const server = await startServer(opensAt, ['--empty'], {
      LAUNCHROOM_TOKEN: 'gallery '.repeat(5).trim().replaceAll(' ', '-'),
    });
    await photograph(server, async (camera) => {
      const shot: Shot = {
        name: 'sign-in',
        caption: 'A browser without a key',
        path: '/',
        ready: 'main',
        mayFail: true,
      };
      await everyLook(camera, shot);
      await camera.take({ ...shot, name: 'wall-sign-in', path: '/wall' }, 'wall');
    });
    await server.end();
  },
};

const startedAt = performance.now();
for (const [name, take] of Object.entries(parts)) {
  if (values.part !== undefined && !values.part.split(',').includes(name)) continue;
  await take();
  console.info(`${name}: done at ${Math.round((performance.now() - startedAt) / 1_000)} s`);
}
await browser.close();
if (isWholeRun) writeFileSync(join(folder, 'index.md'), writeIndex(pictures));
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.info(`${pictures.length} pictures, ${(bytes / 1e6).toFixed(1)} MB`);
for (const trouble of troubles) console.info(trouble);
process.exitCode = troubles.length > 0 ? 1 : 0;
