import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { createPublisher } from '../server/live/createPublisher.ts';
import { encodeFrame } from '../server/live/encodeFrame.ts';
import { attachSockets } from '../server/live/socket.ts';
import { createWindow } from '../server/live/window.ts';
import { type Frame, tickMs } from '../shared/protocol.ts';
import { hourMs, minuteMs, type RollupRow, rollUp } from '../shared/rollup.ts';
import { makeRowsCommit, makeStatus } from '../test/support/makeLive.ts';
import { type Bench, median } from './bench.ts';

/**
 * What a broadcast to 1,000 screens costs the server, beside `ws` sending the same bytes to as many; and how many bytes
 * patches save. 30 brands, 10 themes, the last hour, 60 posts a second (the busiest of the real streams).
 */
const screens = 1_000;
const topic = 'figures/1h';
const ticksPerBlock = 10;
const blocks = 4;
const postsPerSecond = 60;

function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const random = createRandom(11);
/** A few brands and themes get most of the talk. */
const skewed = (n: number) => Math.floor(n * random() ** 2);

function inventRows(posts: number, at: () => number): RollupRow[] {
  const opinions = ['positive', 'neutral', 'negative'] as const;
  return rollUp(
    Array.from({ length: posts }, () => {
      const opinion = opinions[skewed(3)]!;
      return {
        at: at(),
        channel: 'social' as const,
        lang: 'en',
        country: '',
        brands: [{ id: `brand-${skewed(30)}`, opinion }],
        themes: random() < 0.6 ? [`theme-${skewed(10)}`] : [],
        opinion,
        significant: random() < 0.1,
        nearCopy: random() < 0.1,
        reach: 0,
        engagement: 0,
      };
    }),
  );
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
const cpuMs = (since?: NodeJS.CpuUsage) => {
  const used = process.cpuUsage(since);
  return (used.user + used.system) / 1_000;
};

/** Bytes of patches beside bytes of whole states, for a stream of so many posts a second. */
function measureBytes(postsEachSecond: number): number {
  let now = Date.now();
  const window = createWindow(now);
  window.absorb(
    inventRows(20_000, () => now - random() * 2 * hourMs),
    [],
  );
  window.open('1h');
  const frame = {
    topic,
    epoch: '00000000-0000-0000-0000-000000000000',
    version: 12345,
    madeAt: now,
    newestReceivedAt: now,
  };
  const bytesOf = (state: unknown, base: number | null) =>
    encodeFrame({ ...frame, base, state } as Frame).options.wsPreEncodedFrame[0].length;
  let patched = 0;
  let whole = 0;
  let wholeNow = 0;
  // Two minutes, so that the minute's turn, when nearly everything moves, has its share.
  for (let tick = 0; tick < (2 * minuteMs) / tickMs; tick += 1) {
    now += tickMs;
    window.moveTo(now);
    window.absorb(
      inventRows(Math.round((postsEachSecond * tickMs) / 1_000), () => now),
      [],
    );
    const patch = window.draw('1h');
    if (patch === undefined) continue;
    patched += bytesOf(patch, 12344);
    // The whole hardly changes its size: measured now and then, it stands for the ticks in between.
    if (tick % 40 === 0) wholeNow = bytesOf(window.figures('1h'), null);
    whole += wholeNow;
  }
  return patched / whole;
}

async function measureProcessor(): Promise<{ ours: number; plain: number; answered: number; bytes: number }> {
  const window = createWindow(Date.now());
  window.absorb(
    inventRows(20_000, () => Date.now() - random() * 2 * hourMs),
    [],
  );
  const publisher = createPublisher({ epoch: 'bench', now: Date.now, window, status: () => makeStatus({}) });
  const httpServer = createServer();
  const sockets = attachSockets(httpServer, {
    publisher: () => publisher,
    onShow: () => () => {},
    build: 'bench',
    now: Date.now,
  });
  const plainServer = createServer();
  const plain = new WebSocketServer({ server: plainServer, perMessageDeflate: false });
  plain.on('connection', (socket) => socket.on('message', () => {}));
  const addresses = [await listen(httpServer), await listen(plainServer)].map((port) => `ws://127.0.0.1:${port}`);
  const child = fork(
    fileURLToPath(new URL('fanout/screens.ts', import.meta.url)),
    [String(screens), ...addresses, topic],
    {
      execArgv: ['--import', 'tsx'],
    },
  );
  try {
    await once(child, 'message');
    await sleep(1_500);

    // One frame of ours a tick, then the same bytes by `ws`, alone and with an answer from each screen.
    let frameText = '';
    let bytes = 0;
    const posts = Math.round((postsPerSecond * tickMs) / 1_000);
    const tickOurs = () => publisher.absorb(makeRowsCommit(inventRows(posts, Date.now), Date.now()));
    let version = publisher.whole(topic).version;
    publisher.onTick(() => {
      const frame = publisher.since(topic, version);
      if (!frame) return;
      version = frame.version;
      frameText = encodeFrame(frame).text;
      bytes = frameText.length;
    });
    const tickPlain = (asksAnswer: boolean) => {
      const message = Buffer.from(`${asksAnswer ? 'a' : '-'}${frameText}`);
      for (const socket of plain.clients) socket.send(message, { binary: false });
    };
    const block = async (broadcast: () => void): Promise<number> => {
      const before = process.cpuUsage();
      for (let i = 0; i < ticksPerBlock; i += 1) {
        broadcast();
        await sleep(tickMs);
      }
      return cpuMs(before) / ticksPerBlock;
    };
    await block(tickOurs);
    const figures = { ours: [] as number[], plain: [] as number[], answered: [] as number[] };
    for (let i = 0; i < blocks; i += 1) {
      figures.ours.push(await block(tickOurs));
      figures.plain.push(await block(() => tickPlain(false)));
      figures.answered.push(await block(() => tickPlain(true)));
    }
    return { ours: median(figures.ours), plain: median(figures.plain), answered: median(figures.answered), bytes };
  } finally {
    child.kill('SIGKILL');
    await sockets.close();
    publisher.close();
    plain.close();
    for (const socket of plain.clients) socket.terminate();
    httpServer.close();
    plainServer.close();
  }
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

export async function bench(): Promise<Bench> {
  const { ours, plain, answered, bytes } = await measureProcessor();
  const bytesBusy = measureBytes(postsPerSecond);
  const bytesStorm = measureBytes(500);
  console.table([
    { what: 'Launchroom: figures, patch, 1,000 screens, acknowledged', 'CPU ms per broadcast': round(ours) },
    { what: 'ws: the same bytes, 1,000 screens, nobody answers', 'CPU ms per broadcast': round(plain) },
    { what: 'ws: the same bytes, every screen answers', 'CPU ms per broadcast': round(answered) },
  ]);
  console.table([
    { stream: `${postsPerSecond} posts/s`, 'patches / whole frames': round(bytesBusy, 3) },
    { stream: '500 posts/s', 'patches / whole frames': round(bytesStorm, 3) },
  ]);
  return {
    name: 'fanout',
    figures: { oursMs: round(ours), wsMs: round(plain), wsAnsweredMs: round(answered), patchBytes: bytes },
    ratios: {
      cpu: round(ours / answered, 3),
      cpuUnanswered: round(ours / plain, 3),
      bytes: round(bytesBusy, 3),
      bytesAt500: round(bytesStorm, 3),
    },
    gates: { cpu: { most: 1.7, goal: 1.2 }, bytes: { most: 0.5, goal: 0.3 }, bytesAt500: { most: 0.5, goal: 0.3 } },
  };
}
