import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { CDPSession } from 'playwright-core';
import { demoWorkspace } from '../server/demo/demoWorkspace.ts';
import { writePosts } from '../server/demo/writePosts.ts';
import { createRandom, type Random } from '../server/random.ts';
import type { Post } from '../shared/domain.ts';
import { dayMs, hourMs, minuteMs } from '../shared/rollup.ts';
import { openBrowser, openPage } from '../test/support/browser.ts';
import { getFunnel, ingest } from '../test/support/ingest.ts';
import { type Bench, median } from './bench.ts';

/**
 * What a server holds that has a million mentions behind it and takes 500 posts a second, and what a wall holds that shows
 * them: an hour of it (`--minutes 60`, `--mentions 1000000`). Far longer than the other benches, so only run by name.
 */
const postsPerSecond = 500;
const everyMs = 100;
const batch = 1_000;
const pastMs = 30 * dayMs;
const sampleMs = 10_000;
const heapSampleMs = 60_000;
/**
 * What is compiled and cached at the beginning is no drift. V8 compiles a wall for half an hour, since a scene's code runs seldom
 * (of 0.7 MB that a page gained from minute 8 to 20 nearly all was code, of 0.6 from 20 to 34 half). A page that shows an alert holds more
 * than one that does not: the readings of the first and of the last part of the time after that are compared by their medians.
 */
const warmShare = 0.5;
const comparedShare = 0.25;

const root = fileURLToPath(new URL('..', import.meta.url));
/** As `npm start` starts it, but in this process's own Node. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
const startArguments = scripts.start.split(' ').slice(1);
const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
const megabytes = (bytes: number) => Math.round((bytes / 1_048_576) * 100) / 100;

async function startServer(dir: string): Promise<{ url: string; process: ChildProcess }> {
  const server = spawn(process.execPath, [...startArguments, '--empty', '--port', '0', '--data', dir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout! })) {
    const url = /https?:\/\/[^\s/]+/.exec(line)?.[0];
    if (url) return { url, process: server };
  }
  throw new Error('the server ended before it named its address');
}

/** The process that listens: `launchroom.mjs` may stand before it. */
function residentBytes(pid: number): number {
  const childrenOf = (parent: number) =>
    readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
  const own = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  return Number(own) * 1_024 + childrenOf(pid).reduce((sum, child) => sum + residentBytes(child), 0);
}

const syllables = ['ba', 'cor', 'del', 'fi', 'gan', 'ho', 'jun', 'ka', 'lu', 'mer', 'nos', 'pil', 'que', 'ras', 'tiv'];
const inventWord = (random: Random) =>
  Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join('');

/** Mentions of the demo's brands, each with words of its own, so that they are no copies of each other. */
function createWriter(launchAt: number) {
  const pool: Post[] = [];
  for (let minute = launchAt; pool.length < 20_000; minute += minuteMs)
    pool.push(
      ...writePosts(11, launchAt, minute).filter(({ text }) => /solenne|aur[ée]e|kaoline|nordvale/i.test(text)),
    );
  const random = createRandom(5);
  let written = 0;
  return (at: number): Post => {
    written += 1;
    const { text, ...post } = pool[Math.floor(random() * pool.length)]!;
    const own = Array.from({ length: 4 }, () => inventWord(random)).join(' ');
    return { ...post, id: `memory-${written}`, at, author: `a${written % 200_000}`, text: `${text} ${own}` };
  };
}

async function heapBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return ((await session.send('Runtime.getHeapUsage')) as { usedSize: number }).usedSize;
}

/** Compiled code in a page's heap, its metadata included: of a heap snapshot's nodes those of type "code". */
async function codeBytes(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await session.send('HeapProfiler.takeHeapSnapshot');
  session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as {
    snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
    nodes: number[];
  };
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size, code] = [fields.indexOf('type'), fields.indexOf('self_size'), types[0].indexOf('code')];
  let sum = 0;
  for (let node = 0; node < nodes.length; node += fields.length)
    if (nodes[node + type] === code) sum += nodes[node + size]!;
  return sum;
}

/** By how much the medians of the first and of the last readings differ, and over which time. */
function driftOf(heap: readonly { at: number; bytes: number }[]) {
  const some = Math.max(1, Math.floor(heap.length * comparedShare));
  const [early, late] = [heap.slice(0, some), heap.slice(-some)];
  const of = (part: typeof heap, field: 'at' | 'bytes') => median(part.map((one) => one[field]));
  const [first, last] = [of(early, 'bytes'), of(late, 'bytes')];
  return { first, last, perHour: ((last - first) * hourMs) / Math.max(1, of(late, 'at') - of(early, 'at')) };
}

export async function bench(): Promise<Bench> {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { minutes: { type: 'string', default: '60' }, mentions: { type: 'string', default: '1000000' } },
    allowPositionals: true,
    strict: false,
  });
  const minutes = Number(values.minutes);
  const wanted = Number(values.mentions);
  if (!(minutes > 0) || !(wanted >= 0)) throw new Error('--minutes and --mentions are numbers');
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-memory-'));
  const { url, process: server } = await startServer(dir);
  const browser = await openBrowser();
  try {
    const launchAt = Date.now() - 10 * dayMs;
    const saved = await fetch(`${url}/api/workspace`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(demoWorkspace(launchAt)),
    });
    if (!saved.ok) throw new Error(`${saved.status}: ${await saved.text()}`);
    const write = createWriter(launchAt);
    const startedAt = Date.now();
    const begun = startedAt - pastMs;
    for (let sent = 0; sent < wanted; sent += batch) {
      const posts = Array.from({ length: Math.min(batch, wanted - sent) }, (_, index) =>
        write(begun + Math.floor(((sent + index) / wanted) * pastMs)),
      );
      await ingest(url, posts);
    }
    const loadedMegabytes = megabytes(residentBytes(server.pid!));
    console.info(
      `${wanted} mentions behind it after ${Math.round((Date.now() - startedAt) / 1000)} s: ${loadedMegabytes} MB`,
    );

    const { page, errors } = await openPage(browser, `${url}/wall`, { width: 1920, height: 1080 });
    await page.waitForSelector('[data-scene]');
    const session = await page.context().newCDPSession(page);
    const resident: number[] = [];
    const hourStart = Date.now();
    const lengthMs = minutes * minuteMs;
    const heap: { at: number; bytes: number }[] = [];
    const code: number[] = [];
    let sampledAt = 0;
    let heapAt = hourStart + lengthMs * warmShare;
    let refused = 0;
    const waiting = new Set<Promise<unknown>>();
    for (let number = 0; number * everyMs < lengthMs; number++) {
      await sleep(Math.max(0, hourStart + number * everyMs - Date.now()));
      const now = Date.now();
      const posts = Array.from({ length: (postsPerSecond * everyMs) / 1_000 }, () => write(now));
      const answer = ingest(url, posts)
        .catch(() => {
          refused += 1;
        })
        .finally(() => waiting.delete(answer));
      waiting.add(answer);
      if (waiting.size > 50) await Promise.race(waiting);
      if (now - sampledAt < sampleMs) continue;
      sampledAt = now;
      resident.push(residentBytes(server.pid!));
      if (now < heapAt) continue;
      if (code.length === 0) code.push(await codeBytes(session));
      heapAt = now + Math.min(heapSampleMs, lengthMs / 60);
      heap.push({ at: now, bytes: await heapBytes(session) });
    }
    await Promise.all(waiting);
    heap.push({ at: Date.now(), bytes: await heapBytes(session) });
    code.push(await codeBytes(session));
    const drift = driftOf(heap);
    const { collected, important } = await getFunnel(url, `?from=${begun - dayMs}&to=${Date.now() + minuteMs}`);
    if (errors.length > 0) throw new Error(`the wall said ${errors[0]}`);
    const tail = resident.slice(-6);
    const figures = {
      minutes,
      collected,
      important,
      refused,
      loadedMegabytes,
      serverMegabytes: megabytes(median(tail)),
      serverMostMegabytes: megabytes(Math.max(...resident)),
      heapFirstMegabytes: megabytes(drift.first),
      heapLastMegabytes: megabytes(drift.last),
      heapPerHourMegabytes: megabytes(drift.perHour),
      codeFirstMegabytes: megabytes(code[0]!),
      codeLastMegabytes: megabytes(code.at(-1)!),
    };
    console.table(figures);
    return {
      name: 'memory',
      figures,
      ratios: {},
      gates: {
        serverMegabytes: { most: 512, goal: 300 },
        heapPerHourMegabytes: { most: 1, goal: 0.2 },
        refused: { most: 0 },
      },
    };
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(dir, { recursive: true, force: true });
  }
}
