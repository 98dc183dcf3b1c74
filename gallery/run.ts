import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../server/cli/build.mjs';
import { openBrowser } from '../test/support/browser.ts';
import { type Camera, createCamera } from './createCamera.ts';
import { createTurns } from './createTurns.ts';
import { demo } from './parts/demo.ts';
import { empty } from './parts/empty.ts';
import { few } from './parts/few.ts';
import { own } from './parts/own.ts';
import type { Part } from './parts/part.ts';
import { token } from './parts/token.ts';
import { writeIndex } from './writeIndex.ts';

/**
 * `npm run gallery [-- --only WORD,WORD] [--to DIR] [--png DIR] [--part demo,own,few,empty,token]`: pictures of every screen and state.
 * `--to` writes them elsewhere, `--png` besides in full size.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, to: { type: 'string' }, png: { type: 'string' }, part: { type: 'string' } },
});
const gallery = fileURLToPath(new URL('../docs/gallery', import.meta.url));
const folder = values.to ?? gallery;
const parts: Record<string, Part> = { demo, own, few, empty, token };
const words = values.only?.split(',');
const isWholeRun = values.only === undefined && values.part === undefined;
const asked = values.part?.split(',') ?? Object.keys(parts);
const unknown = asked.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`no part "${unknown}": ${Object.keys(parts).join(', ')}`);

if (isWholeRun && folder === gallery) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
if (values.png !== undefined) mkdirSync(values.png, { recursive: true });
await buildIfStale(['server', 'client']);
const browser = await openBrowser();
const cameras: Record<string, Camera[]> = {};
/** Most of a picture's time is waiting. */
const inTurn = createTurns(3);
const startedAt = performance.now();

async function take(name: string): Promise<void> {
  const own: Camera[] = [];
  cameras[name] = own;
  await parts[name]!(async (server) => {
    const camera = await createCamera(browser, server, {
      folder,
      pngs: values.png,
      isAsked: (file) => words === undefined || words.some((word) => file.includes(word)),
      inTurn,
    });
    own.push(camera);
    return camera;
  });
  console.info(`${name}: done at ${Math.round((performance.now() - startedAt) / 1_000)} s`);
}

async function takeOneByOne(names: readonly string[]): Promise<void> {
  for (const name of names) await take(name);
}

// The demo tells its story for two minutes, at its own pace: the other parts are taken meanwhile.
await Promise.all([
  takeOneByOne(asked.filter((name) => name === 'demo')),
  takeOneByOne(asked.filter((name) => name !== 'demo')),
]);
await browser.close();
const all = Object.keys(parts).flatMap((name) => cameras[name] ?? []);
const pictures = all.flatMap(({ taken }) => taken);
const troubles = all.flatMap((camera) => camera.troubles);
if (isWholeRun) writeFileSync(join(folder, 'index.md'), writeIndex(pictures));
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.info(`${pictures.length} pictures, ${(bytes / 1e6).toFixed(1)} MB`);
for (const trouble of troubles) console.info(trouble);
process.exitCode = troubles.length > 0 ? 1 : 0;
