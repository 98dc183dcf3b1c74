import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connect, Wire } from '../client/live/connection.ts';
import { createLiveStore } from '../client/live/liveStore.ts';
import { createPublisher } from '../server/live/createPublisher.ts';
import { createReaders } from '../server/live/readers.ts';
import { createWindow } from '../server/live/window.ts';
import { createRandom } from '../server/random.ts';
import { beatMs, type Frame, type StatusState, type Topic, type WatchAnswer } from '../shared/protocol.ts';
import { minuteMs, type RollupRow } from '../shared/rollup.ts';
import { makeCommit, makeRow, makeRowsCommit, makeStatus } from './support/makeLive.ts';

/** The whole schedule follows from its seed. */
function createChances(seed: number) {
  const next = createRandom(seed);
  return { chance: (odds: number) => next() < odds, below: (n: number) => Math.floor(next() * n) };
}

const topics = ['figures/1h', 'figures/24h', 'status', 'voices/*'] as const;
const silentMs = 20_000;

/**
 * The real publisher, readers and client store with a line between them on which anything may get lost, come twice or
 * overtake. Time is vitest's.
 */
function createWorld(seed: number) {
  const random = createChances(seed);
  let run = 0;
  let status: StatusState = makeStatus({});
  const openPublisher = () => {
    run += 1;
    return createPublisher({
      epoch: `${seed}-${run}`,
      now: Date.now,
      window: createWindow(Date.now()),
      status: () => status,
    });
  };
  let publisher = openPublisher();
  const closed = [publisher];
  let toClient: (() => void)[] = [];
  let toServer: (() => void)[] = [];
  let connections = 0;
  let id = '';
  let wire: Wire | undefined;

  const readers = createReaders({
    publisher,
    now: Date.now,
    send(ids, frame) {
      // What travels is JSON: nobody shares objects over a wire.
      const sent = JSON.stringify(frame);
      if (ids.includes(id)) toClient.push(() => wire?.frame(JSON.parse(sent) as Frame));
    },
    soon: (later) => void setTimeout(later, 10),
  });
  const fromClient = (act: (from: string) => void) => {
    const from = id;
    if (from !== '') toServer.push(() => from === id && act(from));
  };
  function disconnect() {
    if (id === '') return;
    readers.leave(id);
    id = '';
    toClient = [];
    toServer = [];
    wire?.closed();
  }
  function reconnect() {
    if (id !== '') return;
    connections += 1;
    id = `reader-${connections}`;
    wire?.opened();
    sayBeat();
  }
  const connect: Connect = (given) => {
    wire = given;
    return {
      watch: (topic: Topic, answered: (answer: WatchAnswer) => void) =>
        fromClient((from) => {
          const answer = readers.watch(from, topic);
          toClient.push(() => answered(answer));
        }),
      unwatch: (topic) => fromClient((from) => readers.unwatch(from, topic)),
      seen: (topic, version) => fromClient((from) => readers.seen(from, topic, version)),
      restart() {
        disconnect();
        reconnect();
      },
      close: disconnect,
    };
  };
  const store = createLiveStore({ connect, afterDraw: (drawn) => drawn() });
  for (const topic of topics) store.watch(topic);
  reconnect();

  function sayBeat() {
    const beat = { at: Date.now(), epoch: publisher.epoch, build: 'b' };
    toClient.push(() => wire?.beat(beat));
  }
  function absorb() {
    const at = Date.now() - random.below(3) * 25 * minuteMs;
    const brand = ['lumen', 'orva', 'tiva'][random.below(3)]!;
    if (random.chance(0.6)) {
      publisher.absorb(makeCommit(at, 1 + random.below(3), brand));
      return;
    }
    const rows: RollupRow[] = [makeRow({ at, brand, mentions: random.below(7) - 3 })];
    publisher.absorb(makeRowsCommit(rows, Date.now()));
  }
  /** Takes one message off a queue, as faulty as lines can be. */
  function carry(queue: (() => void)[]) {
    const index = random.chance(0.15) ? random.below(queue.length) : 0;
    const message = random.chance(0.1) ? queue[index] : queue.splice(index, 1)[0];
    if (message && !random.chance(0.1)) message();
  }
  function trouble(kind: number) {
    if (kind < 2) disconnect();
    else if (kind === 2) vi.advanceTimersByTime(minuteMs);
    else if (kind === 3) {
      publisher = openPublisher();
      closed.push(publisher);
      readers.show(publisher);
      sayBeat();
    }
  }
  function step() {
    switch (random.below(14)) {
      case 0:
      case 1:
      case 2:
        return absorb();
      case 3:
      case 4:
        return void vi.advanceTimersByTime(250);
      case 5:
        return void vi.advanceTimersByTime(1 + random.below(5_000));
      case 6:
        status = makeStatus({ indexBehind: random.below(4), workspace: `w${random.below(3)}` });
        return;
      case 7:
        return trouble(random.below(5));
      case 8:
        return reconnect();
      case 9:
      case 10:
        return carry(toServer);
      default:
        return carry(toClient);
    }
  }
  /** The line works again and nothing new happens: beats, the guard and the reader's own patience do the rest. */
  function settle() {
    for (let beat = 0; beat < 20; beat += 1) {
      for (let i = 0; i < beatMs / 250; i += 1) {
        vi.advanceTimersByTime(250);
        for (let turn = 0; turn < 20 && toServer.length + toClient.length > 0; turn += 1) {
          for (const message of toServer.splice(0)) message();
          for (const message of toClient.splice(0)) message();
          vi.advanceTimersByTime(10);
        }
      }
      if (readers.silentFor(silentMs).includes(id)) disconnect();
      reconnect();
      sayBeat();
      for (const message of toClient.splice(0)) message();
      const isQuiet = toServer.length + toClient.length === 0 && readers.silentFor(-1).length === 0;
      const hasAll = topics.every((topic) => store.read(topic).times?.epoch === publisher.epoch);
      if (beat > 1 && isQuiet && hasAll && store.liveness().state === 'live') return;
    }
  }
  return {
    step,
    settle,
    shown: () => topics.map((topic) => store.read(topic).state),
    published: () => topics.map((topic) => JSON.parse(JSON.stringify(publisher.whole(topic).state))),
    liveness: () => store.liveness().state,
    close() {
      store.close();
      readers.close();
      for (const one of closed) one.close();
    },
  };
}

describe('frames over a bad line', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 2, 10, 9, 0, 40) }));
  afterEach(() => void vi.useRealTimers());

  const schedules = Number(process.env.FRAME_SCHEDULES ?? 10_000);
  const parts = 20;
  for (let part = 0; part < parts; part += 1) {
    const first = (part * schedules) / parts;
    const last = ((part + 1) * schedules) / parts - 1;
    it(`leave the screen equal to the server once quiet (seeds ${first} to ${last})`, { timeout: 120_000 }, () => {
      for (let seed = first; seed <= last; seed += 1) {
        const world = createWorld(seed);
        for (let i = 0; i < 40; i += 1) world.step();
        world.settle();
        expect(world.shown(), `seed ${seed}`).toEqual(world.published());
        expect(world.liveness(), `seed ${seed}`).toBe('live');
        world.close();
      }
    });
  }
});
