import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * Bundles server and client into `dist/`. Plain JavaScript, because it runs before there is anything to run TypeScript
 * with: Node 20 reads no `.ts`.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dist = join(root, 'dist');
const workshop = join(root, '.cache');
const sources = ['client', 'server', 'shared', 'vite.config.ts', 'package.json'];
/** A build takes seconds; a lock this old was left by a build that was killed. */
const lockForgottenAfterMs = 120_000;

function* filesUnder(path) {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

export function sourceStamp() {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    for (const file of filesUnder(path)) hash.update(`${file.slice(root.length)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}

/** What stands in `dist/`, or undefined when it is not whole. */
function standing() {
  if (!existsSync(join(dist, 'server', 'main.js')) || !existsSync(join(dist, 'client', 'index.html'))) return undefined;
  try {
    return JSON.parse(readFileSync(join(dist, 'build.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Says on stderr what happens: stdout belongs to the command that runs after the build. */
function say(words) {
  process.stderr.write(`${words}\n`);
}

async function buildServer(outdir) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'server/main.ts',
      engineWorker: 'server/engine/engineWorker.ts',
      historyWorker: 'server/store/historyWorker.ts',
    },
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
  });
}

async function buildClient(outDir) {
  const { build } = await import('vite');
  await build({
    root: join(root, 'client'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
  // Compressed once here, so that the server never compresses the same file twice.
  for (const file of filesUnder(outDir))
    if (/\.(js|css|html|svg|json)$/.test(file)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}

/** Everything is built beside `dist` and then takes its place, so that a server never serves half a build. */
async function build(stamp) {
  const fresh = join(workshop, 'dist.new');
  rmSync(fresh, { recursive: true, force: true });
  await buildServer(join(fresh, 'server'));
  await buildClient(join(fresh, 'client'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const built = { id: stamp, version, builtAt: Date.now() };
  writeFileSync(join(fresh, 'build.json'), JSON.stringify(built));
  const old = join(workshop, 'dist.old');
  rmSync(old, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
  return built;
}

async function withLock(work) {
  mkdirSync(workshop, { recursive: true });
  const lock = join(workshop, 'build.lock');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > lockForgottenAfterMs) rmSync(lock, { recursive: true, force: true });
      else await wait(100);
    }
  }
  try {
    return await work();
  } finally {
    rmdirSync(lock);
  }
}

export async function buildIfStale() {
  const before = standing();
  if (before && before.id === sourceStamp()) return before;
  return withLock(async () => {
    const built = standing();
    const stamp = sourceStamp();
    if (built && built.id === stamp) return built;
    const startedAt = Date.now();
    say('building Launchroom ...');
    const fresh = await build(stamp);
    say(`built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    return fresh;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfStale();
