import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../server/cli/build.mjs';
import { type Bench, median } from './bench.ts';

const main = fileURLToPath(new URL('../dist/server/main.js', import.meta.url));
const batchPosts = 500;
const rounds = 5;
const batchesPerRound = 40;
const inFlight = 4;

const workspace = {
  version: 1,
  brands: Array.from({ length: 10 }, (_, index) => ({
    id: `brand-${index}`,
    name: `Brand ${index}`,
    query: `brand${index}, "new brand${index}", brand${index}phone* NOT (giveaway OR "brand${index} tower")`,
  })),
  themes: ['price', 'battery', 'design', 'service', 'camera'].map((theme) => ({
    id: theme,
    name: theme,
    query: `${theme}*, "${theme} is", bad NEAR/4 ${theme}`,
  })),
};

const words =
  'the new one is really good but price of battery feels bad love hate it when camera design service my today phone'.split(
    ' ',
  );

/** Tweet-like posts, every one naming a brand, so that each goes through the whole pipeline and into the rollups. */
function makeLines(from: number, posts: number): string[] {
  let state = from + 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const startAt = Date.now() - 3_600_000;
  return Array.from({ length: posts }, (_, index) => {
    const said = Array.from({ length: 14 }, () => words[Math.floor(random() * words.length)]);
    said[Math.floor(random() * 14)] = `brand${Math.floor(random() * 10)}`;
    return JSON.stringify({
      id: `post-${from + index}`,
      source: 'bench',
      channel: 'social',
      at: startAt + Math.floor(random() * 3_000_000),
      author: `author${Math.floor(random() * 20_000)}`,
      lang: 'en',
      text: `${said.join(' ')} ${(from + index).toString(36)}`,
      metrics: { likes: Math.floor(random() * 20), followers: Math.floor(random() * 5_000) },
    });
  });
}

/** Seconds that JSON.parse alone takes for all lines. */
function parseAll(lines: readonly string[]): number {
  const start = performance.now();
  let read = 0;
  for (const one of lines) read += (JSON.parse(one) as { text: string }).text.length;
  if (read === 0) throw new Error('nothing was read');
  return (performance.now() - start) / 1_000;
}

function post(agent: Agent, url: URL, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', 'content-length': body.length },
    });
    sent.on('response', (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => {
        const { accepted } = answer.statusCode === 200 ? JSON.parse(text) : { accepted: 0 };
        if (accepted === batchPosts) resolve();
        else reject(new Error(`${answer.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The web thread's event-loop delay since it was last asked, as the server itself measures it: p99 in ms. */
async function loopDelayP99(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = /^launchroom_event_loop_delay_seconds\{quantile="0.99"\} (\S+)/m.exec(text);
  if (!line) throw new Error('the server does not tell its event-loop delay');
  return Math.round(Number(line[1]) * 10_000) / 10;
}

/**
 * Counting and indexing what was saved goes on while the server rests: the reference is measured on a machine that does
 * nothing else, and no round pays for the one before.
 */
async function untilIdle(url: string): Promise<void> {
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    if (/^launchroom_index_behind_posts\{data="own"\} 0$/m.test(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Durable ingest through HTTP beside JSON.parse of the same lines, in turn. */
export async function bench(): Promise<Bench> {
  await buildIfStale(['server']);
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-bench-'));
  const server = spawn(process.execPath, [main, 'serve', '--port', '0', '--empty', '--data', dir], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    const url = /https?:\S+/.exec(line)![0];
    await fetch(`${url}/api/workspace`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(workspace),
    });
    const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
    const door = new URL('/api/ingest', url);
    const ingestPerS: number[] = [];
    const parsePerS: number[] = [];
    const shares: number[] = [];
    const posts = batchPosts * batchesPerRound;
    for (let round = -1; round < rounds; round++) {
      const lines = makeLines((round + 1) * posts, posts);
      const bodies = Array.from({ length: batchesPerRound }, (_, index) =>
        Buffer.from(lines.slice(index * batchPosts, (index + 1) * batchPosts).join('\n')),
      );
      await untilIdle(url);
      const parseS = parseAll(lines);

      const ingestStart = performance.now();
      let next = 0;
      await Promise.all(
        Array.from({ length: inFlight }, async () => {
          while (next < bodies.length) await post(agent, door, bodies[next++]!);
        }),
      );
      const ingestS = (performance.now() - ingestStart) / 1_000;
      // The first round warms both up.
      if (round < 0) {
        await loopDelayP99(url);
        continue;
      }
      ingestPerS.push(posts / ingestS);
      parsePerS.push(posts / parseS);
      shares.push(parseS / ingestS);
    }
    const p99Ms = await loopDelayP99(url);
    agent.destroy();
    console.table(
      ingestPerS.map((perS, index) => ({
        'posts/s durable': Math.round(perS),
        'lines/s JSON.parse': Math.round(parsePerS[index]!),
        'share %': Math.round(shares[index]! * 1_000) / 10,
      })),
    );
    return {
      name: 'ingest',
      figures: {
        postsPerS: Math.round(median(ingestPerS)),
        parsePerS: Math.round(median(parsePerS)),
        webThreadP99Ms: p99Ms,
      },
      ratios: { durableToParse: Math.round(median(shares) * 1_000) / 1_000 },
      gates: {
        durableToParse: { least: 0.08, goal: 0.15 },
        webThreadP99Ms: { most: 50, goal: 20 },
      },
    };
  } finally {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
    rmSync(dir, { recursive: true, force: true });
  }
}
