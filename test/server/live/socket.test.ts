import { io } from 'socket.io-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectTo } from '../../../client/live/connection.ts';
import { createLiveStore, type LiveStore } from '../../../client/live/liveStore.ts';
import { applyPatch } from '../../../shared/mergePatch.ts';
import type { FiguresState, Frame } from '../../../shared/protocol.ts';
import { type LiveServer, openLiveServer, openPublisher } from '../../support/liveServer.ts';
import { makeCommit } from '../../support/makeLive.ts';
import { openRawReader, type RawReader, type RawReaderOptions } from '../../support/rawReader.ts';
import { openSlowLine } from '../../support/slowLine.ts';

const opened: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function openServer(options: Parameters<typeof openLiveServer>[0] = {}): Promise<LiveServer> {
  const server = await openLiveServer(options);
  opened.push(() => server.close());
  return server;
}

function openScreen(url: string): LiveStore {
  const live = createLiveStore({ connect: connectTo(url), afterDraw: (drawn) => void setImmediate(drawn) });
  opened.push(() => live.close());
  return live;
}

async function openReader(url: string, options: RawReaderOptions = {}): Promise<RawReader> {
  const reader = await openRawReader(url, options);
  opened.push(() => reader.close());
  return reader;
}

const mentionsOn = (live: LiveStore) => live.state('figures/1h')?.now['*']?.['*']?.[0];
const patient = { timeout: 10_000, interval: 20 };

describe('the socket', () => {
  it('brings a commit to a screen: whole state first, then a patch, with latency measured', async () => {
    const { publisher, url } = await openServer();
    const live = openScreen(url);
    live.watch('figures/1h');
    await vi.waitFor(() => expect(live.state('figures/1h')?.now).toEqual({}), patient);
    publisher.absorb(makeCommit(Date.now(), 3));
    await vi.waitFor(() => expect(mentionsOn(live)).toBe(3), patient);
    await vi.waitFor(() => expect(live.state('figures/1h')).toEqual(publisher.whole('figures/1h').state), patient);
    await vi.waitFor(() => expect(live.liveness()).toMatchObject({ state: 'live' }), patient);
    await vi.waitFor(() => expect(live.liveness().latencyMs).toBeTypeOf('number'), patient);
  });

  it('sends states of every size whole: the message header has three forms', async () => {
    const { publisher, url } = await openServer();
    for (const brands of [0, 1, 40, 700]) {
      for (let i = 0; i < brands; i += 1) publisher.absorb(makeCommit(Date.now(), 1, `brand-${i}`));
      const live = openScreen(url);
      live.watch('figures/1h');
      await vi.waitFor(() => expect(live.state('figures/1h')).toEqual(publisher.whole('figures/1h').state), patient);
      expect(Object.keys(live.state('figures/1h')?.now ?? {})).toHaveLength(brands === 0 ? 0 : brands + 1);
      live.close();
    }
  });

  it('encodes one snapshot per topic and version when 200 screens come back at once', async () => {
    const { publisher, url } = await openServer();
    const topics = ['figures/1h', 'figures/24h', 'status'];
    for (let i = 0; i < 30; i += 1) publisher.absorb(makeCommit(Date.now(), 2, `brand-${i}`));
    const stringify = vi.spyOn(JSON, 'stringify');
    const readers = await Promise.all(Array.from({ length: 200 }, () => openReader(url, { topics })));
    await vi.waitFor(() => {
      for (const reader of readers)
        expect(new Set(reader.frames.filter((frame) => frame.base === null).map((frame) => frame.topic)).size).toBe(3);
    }, patient);
    const snapshots = stringify.mock.calls
      .map(([value]) => value)
      .filter(
        (value): value is [string, Frame] => Array.isArray(value) && value[0] === 'frame' && value[1].base === null,
      )
      .map(([, frame]) => `${frame.topic} ${frame.version}`);
    expect(snapshots.length).toBeGreaterThanOrEqual(3);
    expect(snapshots).toHaveLength(new Set(snapshots).size);
  });

  it('refuses a 17th topic and one that is none, with a reason', async () => {
    const { url } = await openServer();
    const live = openScreen(url);
    for (let i = 0; i < 16; i += 1) live.watch(`voices/brand-${i}`);
    live.watch('figures/24h');
    live.watch('nonsense');
    await vi.waitFor(() => expect(live.read('figures/24h').refused).toBe('at most 16 topics a socket'), patient);
    await vi.waitFor(() => expect(live.read('nonsense').refused).toMatch(/16 topics|no such topic/), patient);
  });

  it('lives through events of any shape, and closes a line that sends too much', async () => {
    const { publisher, url } = await openServer();
    const rude = await openReader(url);
    for (const packet of [
      '42["watch"]',
      '42["watch",{"a":1}]',
      '42["watch",null,5,[]]',
      '42["watch","__proto__"]',
      `42["watch","${'x'.repeat(300)}"]`,
      '421["watch","toString"]',
      '42["unwatch"]',
      '42["unwatch",7]',
      '42["seen"]',
      '42["seen","figures/1h","1"]',
      '42["seen",{"toString":1},null]',
      '42["nothing",1]',
    ])
      rude.send(packet);
    rude.send('42["watch","status"]');
    await vi.waitFor(() => expect(rude.frames.map((frame) => frame.topic)).toEqual(['status']), patient);
    for (const packet of [
      '42{',
      '42["constructor"',
      '42["disconnect"]',
      '49',
      Buffer.from([1, 2, 3]),
      `42["watch","${'x'.repeat(20_000)}"]`,
    ]) {
      const ruder = await openReader(url);
      ruder.send(packet);
      await ruder.closed;
    }
    const live = openScreen(url);
    live.watch('figures/1h');
    publisher.absorb(makeCommit(Date.now(), 1));
    await vi.waitFor(() => expect(mentionsOn(live)).toBe(1), patient);
  });

  it('lets nobody in whom the door refuses', async () => {
    const { url, sockets } = await openServer({ refuse: () => 'no token' });
    await expect(openRawReader(url)).rejects.toThrow('Unexpected server response: 400');
    expect(sockets.count()).toBe(0);
  });

  it('serves screens that can only poll', async () => {
    const { publisher, url } = await openServer();
    const socket = io(url, { transports: ['polling'], upgrade: false });
    opened.push(() => void socket.close());
    const states: unknown[] = [];
    socket.on('frame', (frame: Frame) => {
      states.push(applyPatch(states.at(-1), frame.state));
      socket.emit('seen', frame.topic, frame.version);
    });
    socket.emit('watch', 'figures/1h', () => {});
    await vi.waitFor(() => expect(states).toHaveLength(1), patient);
    publisher.absorb(makeCommit(Date.now(), 3));
    await vi.waitFor(() => expect((states.at(-1) as FiguresState).now['*']?.['*']?.[0]).toBe(3), patient);
    await vi.waitFor(() => expect(states.at(-1)).toEqual(publisher.whole('figures/1h').state), patient);
  });

  it('gives every screen the whole of other data when that is shown', async () => {
    const server = await openServer();
    const demo = server.publisher;
    const live = openScreen(server.url);
    live.watch('figures/1h');
    live.watch('status');
    demo.absorb(makeCommit(Date.now(), 7, 'invented'));
    await vi.waitFor(() => expect(mentionsOn(live)).toBe(7), patient);
    const own = openPublisher('own');
    own.absorb(makeCommit(Date.now(), 2, 'orva'));
    server.show(own);
    await vi.waitFor(() => expect(mentionsOn(live)).toBe(2), patient);
    demo.absorb(makeCommit(Date.now(), 9, 'invented'));
    own.absorb(makeCommit(Date.now(), 1, 'orva'));
    await vi.waitFor(() => expect(mentionsOn(live)).toBe(3), patient);
    expect(live.state('figures/1h')?.now.invented).toBeUndefined();
    server.show(demo);
    await vi.waitFor(() => expect(mentionsOn(live)).toBe(16), patient);
    await vi.waitFor(() => expect(live.state('figures/1h')).toEqual(demo.whole('figures/1h').state), patient);
  });

  it('brings screens back after a restart, with the new data and word of a new version', async () => {
    const before = await openLiveServer();
    const live = openScreen(before.url);
    live.watch('figures/1h');
    before.publisher.absorb(makeCommit(Date.now(), 5));
    await vi.waitFor(() => expect(mentionsOn(live)).toBe(5), patient);
    await before.close();
    await vi.waitFor(() => expect(live.liveness().state).toBe('lost'), patient);
    expect(mentionsOn(live), 'what was known stays in sight, greyed').toBe(5);
    const after = await openServer({ port: before.port, epoch: 'run-2', build: 'b2' });
    after.publisher.absorb(makeCommit(Date.now(), 1));
    await vi.waitFor(() => expect(mentionsOn(live)).toBe(1), patient);
    await vi.waitFor(() => expect(live.liveness().state).toBe('live'), patient);
    expect(live.connection().newVersion).toBe(true);
  });

  it('ends readers that stopped reading within 25 s, holds nothing back for slow ones, and serves the others on time', async () => {
    const { publisher, sockets, url, port } = await openServer();
    const topics = ['figures/1h', 'figures/6h'];
    for (let i = 0; i < 60; i += 1) publisher.absorb(makeCommit(Date.now(), 2, `brand-${i}`));
    const line = await openSlowLine(port, 20_000);
    opened.push(() => line.close());
    const good = await Promise.all(Array.from({ length: 40 }, () => openReader(url, { topics })));
    const slow = await Promise.all(
      Array.from({ length: 10 }, () => openReader(`http://127.0.0.1:${line.port}`, { topics })),
    );
    const deaf = await Promise.all(Array.from({ length: 10 }, () => openReader(url)));
    for (const reader of deaf) {
      for (const topic of topics) reader.send(`42${JSON.stringify(['watch', topic])}`);
      reader.pause();
    }
    await vi.waitFor(() => expect(sockets.count()).toBe(60), patient);
    let busiest = 0;
    const talking = setInterval(() => {
      for (let i = 0; i < 60; i += 3) publisher.absorb(makeCommit(Date.now(), 1, `brand-${i}`));
      busiest = Math.max(busiest, sockets.waitingBytes());
    }, 100);
    opened.push(() => clearInterval(talking));
    await vi.waitFor(() => expect(sockets.count()).toBe(50), { timeout: 25_000, interval: 200 });
    expect(slow.every((reader) => reader.isOpen())).toBe(true);
    expect(good.every((reader) => reader.isOpen())).toBe(true);
    // One frame per reader and topic waits at most: 20 poor readers, two topics, some 60 KB each.
    expect(busiest).toBeLessThan(20 * 2 * 100_000);
    clearInterval(talking);
    const newest = () => publisher.whole('figures/1h').version;
    await vi.waitFor(() => {
      for (const reader of [...good, ...slow])
        expect(reader.frames.findLast((frame) => frame.topic === 'figures/1h')?.version).toBe(newest());
    }, patient);
    // Slow readers were sent fewer frames, not the same ones later.
    const framesOf = (readers: RawReader[]) =>
      readers.reduce((sum, reader) => sum + reader.frames.length, 0) / readers.length;
    expect(framesOf(slow)).toBeLessThan(framesOf(good));
  }, 60_000);
});
