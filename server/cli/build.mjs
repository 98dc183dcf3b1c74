import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
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
/** A build takes seconds, minutes on a busy machine: whoever holds the lock for longer is somebody else by now. */
const lockForgottenAfterMs = 600_000;

/** Both halves are bundled apart: a change of one leaves the other as it stands. */
const halves = {
  server: { sources: ['server', 'shared', 'package.json', 'package-lock.json'], shows: 'main.js', build: buildServer },
  client: {
    sources: ['client', 'shared', 'vite.config.ts', 'package.json', 'package-lock.json'],
    shows: 'index.html',
    build: buildClient,
  },
};

function* filesUnder(path) {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

export function sourceStamp(half) {
  const hash = createHash('sha256');
  for (const source of halves[half].sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    for (const file of filesUnder(path)) hash.update(`${file.slice(root.length)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}

/** The stamp of what stands in `dist/`, or undefined when there is nothing whole. */
function standingStamp(half) {
  if (!existsSync(join(dist, half, halves[half].shows))) return undefined;
  return readBuild()[half];
}

function readBuild() {
  try {
    return JSON.parse(readFileSync(join(dist, 'build.json'), 'utf8'));
  } catch {
    // Never built, or taken away: everything is built anew.
    return {};
  }
}

async function buildServer(outdir) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'server/main.ts',
      engineWorker: 'server/engine/engineWorker.ts',
      readerWorker: 'server/engine/readerWorker.ts',
      historyWorker: 'server/store/historyWorker.ts',
      replayWorker: 'server/engine/replayWorker.ts',
      previewWorker: 'server/engine/previewWorker.ts',
      backtestWorker: 'server/alerts/backtestWorker.ts',
      transformerWorker: 'server/transformer/transformerWorker.ts',
      packWords: 'server/cli/packWords.ts',
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
  // The chunks look for them beside themselves, as the sources do.
  cpSync(join(root, 'server/pipeline/sentiment/models'), join(outdir, 'models'), { recursive: true });
  // Reading the lists takes each thread half a second; their tables take hundredths.
  execFileSync(process.execPath, [join(outdir, 'packWords.js'), join(outdir, 'models', 'words.bin')]);
}

/** Whatever NODE_ENV says where this runs (a test runner sets it): React's half for developers is slow and twice as large. */
async function asProduction(work) {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

export async function buildClient(outDir) {
  const { build } = await import('vite');
  await asProduction(() =>
    build({
      root: join(root, 'client'),
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    }),
  );
  // Compressed once here, so that the server never compresses the same file twice.
  for (const file of filesUnder(outDir))
    if (/\.(js|css|html|svg|json)$/.test(file)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}

/** A half is built apart and then takes its place, so that a server never serves half of it. */
async function rebuild(half, stamp) {
  const fresh = join(workshop, `fresh-${half}`);
  const old = join(workshop, `old-${half}`);
  rmSync(fresh, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
  await halves[half].build(fresh);
  mkdirSync(dist, { recursive: true });
  if (existsSync(join(dist, half))) renameSync(join(dist, half), old);
  renameSync(fresh, join(dist, half));
  rmSync(old, { recursive: true, force: true });

  const build = { ...readBuild(), [half]: stamp, builtAt: Date.now() };
  build.version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  build.id = createHash('sha256').update(`${build.server} ${build.client}`).digest('hex').slice(0, 12);
  writeFileSync(join(workshop, 'build.json'), JSON.stringify(build));
  renameSync(join(workshop, 'build.json'), join(dist, 'build.json'));
}

/** Whether whoever holds the lock has ended without giving it back. */
function isLeft(lock) {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > lockForgottenAfterMs) return true;
  let pid = 0;
  try {
    pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

export async function withLock(work, lock = join(workshop, 'build.lock')) {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isLeft(lock)) rmSync(lock, { recursive: true, force: true });
      else await wait(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true });
  }
}

export const isStale = (half) => standingStamp(half) !== sourceStamp(half);

export async function buildIfStale(wanted = ['server', 'client']) {
  if (!wanted.some(isStale)) return;
  await withLock(async () => {
    for (const half of wanted) {
      const stamp = sourceStamp(half);
      if (standingStamp(half) === stamp) continue;
      const startedAt = Date.now();
      await rebuild(half, stamp);
      // On stderr: stdout belongs to the command that runs after the build.
      process.stderr.write(`built the ${half} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfStale();
