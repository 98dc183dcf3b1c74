import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection, Wire } from '../../../client/live/connection.ts';
import { createLiveStore, type LiveStoreDeps } from '../../../client/live/liveStore.ts';
import type { Frame } from '../../../shared/protocol.ts';

const start = Date.UTC(2026, 2, 10, 9, 0);
const topic = 'figures/1h';

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

function openStore(deps: Partial<LiveStoreDeps> = {}) {
  let wire!: Wire;
  const line = {
    watch: vi.fn<Connection['watch']>(),
    unwatch: vi.fn<Connection['unwatch']>(),
    seen: vi.fn<Connection['seen']>(),
    restart: vi.fn<Connection['restart']>(),
    close: vi.fn<Connection['close']>(),
  } satisfies Connection;
  const store = createLiveStore({
    connect(given) {
      wire = given;
      return line;
    },
    afterDraw: (drawn) => drawn(),
    ...deps,
  });
  const beat = (build = 'b1', epoch = 'e1') => wire.beat({ at: Date.now(), epoch, build });
  /** Time passes with a server that beats. */
  const live = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 2_000) {
      vi.advanceTimersByTime(2_000);
      beat();
    }
  };
  const open = () => {
    wire.opened();
    beat();
  };
  return { store, wire, line, beat, live, open };
}

function makeFrame(frame: Partial<Frame>): Frame {
  return {
    topic,
    epoch: 'e1',
    version: 1,
    base: null,
    state: { now: {} },
    madeAt: start,
    newestReceivedAt: 0,
    ...frame,
  };
}

describe('what was kept from an earlier visit', () => {
  const hours = 3 * 3_600_000;
  const times = { epoch: 'e0', version: 7, madeAt: start - hours, newestReceivedAt: start - hours };
  const kept = { at: start - hours, topics: { [topic]: { state: { now: { vela: {} } }, times } } };

  it('is shown as lost and as old as it is, and never as live, until the server speaks of it', () => {
    const { store, wire, beat } = openStore();
    store.watch(topic);
    store.restore(kept);
    expect(store.state(topic)).toEqual({ now: { vela: {} } });
    expect(store.liveness()).toMatchObject({ state: 'lost', isKept: true, ageMs: hours, lostSince: start - hours });
    wire.opened();
    beat();
    // Heard, but the figures are still those of before.
    expect(store.liveness()).toMatchObject({ state: 'lost', isKept: true });
    wire.frame(makeFrame({ state: { now: {} } }));
    expect(store.state(topic)).toEqual({ now: {} });
    expect(store.liveness()).toMatchObject({ state: 'live', isKept: false, lostSince: null });
  });

  it('does not come between a server that was heard and its figures', () => {
    const { store, wire, open } = openStore();
    store.watch(topic);
    open();
    wire.frame(makeFrame({}));
    store.restore(kept);
    expect(store.state(topic)).toEqual({ now: {} });
    expect(store.liveness()).toMatchObject({ state: 'live', isKept: false });
  });

  it('is gone as soon as the server refuses us', async () => {
    const { store, wire } = openStore({ isRefused: async () => true });
    store.watch(topic);
    store.restore(kept);
    wire.failed();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.connection().state).toBe('refused');
    expect(store.state(topic)).toBeUndefined();
    expect(store.liveness()).toMatchObject({ state: 'connecting', isKept: false, lostSince: null });
    store.restore(kept);
    expect(store.state(topic)).toBeUndefined();
  });

  it('is not shown in place of a topic that the server refuses', () => {
    const { store, wire, line, beat } = openStore();
    store.watch(topic);
    store.restore(kept);
    wire.opened();
    beat();
    line.watch.mock.calls.at(-1)![1]({ ok: false, reason: 'no such topic' });
    expect(store.read(topic)).toEqual({ state: undefined, times: null, refused: 'no such topic' });
  });

  it('holds figures and who is heard, never messages, and nothing that is not live', () => {
    const { store, wire, open } = openStore();
    for (const name of ['status', topic, 'voices/vela', 'alerts'] as const) store.watch(name);
    expect(store.snapshot()).toBeNull();
    open();
    for (const name of ['status', topic, 'voices/vela', 'alerts'] as const) wire.frame(makeFrame({ topic: name }));
    expect(Object.keys(store.snapshot()!.topics)).toEqual(['status', topic]);
    vi.advanceTimersByTime(10_000);
    expect(store.snapshot()).toBeNull();
  });
});

describe('liveness', () => {
  it('greys within five seconds of a server that stopped without closing', () => {
    const { store, open, live } = openStore();
    const stop = store.watch(topic);
    open();
    live(10_000);
    expect(store.liveness().state).toBe('live');
    const heardAt = Date.now();
    vi.advanceTimersByTime(3_900);
    expect(store.liveness().state).toBe('live');
    vi.advanceTimersByTime(1_000);
    expect(store.liveness()).toMatchObject({ state: 'lost', lostSince: heardAt, ageMs: 4_000 });
    stop();
    store.close();
  });

  it('is not live before the server said anything, and never "lost" before it was live', () => {
    const { store, wire, beat } = openStore();
    expect(store.liveness().state).toBe('connecting');
    vi.advanceTimersByTime(20_000);
    expect(store.liveness().state).toBe('connecting');
    wire.opened();
    expect(store.liveness().state).toBe('connecting');
    beat();
    expect(store.liveness().state).toBe('live');
    store.close();
  });

  it('stays grey after a reconnect until what is shown is right again', () => {
    const { store, wire, open } = openStore();
    store.watch(topic);
    open();
    wire.frame(makeFrame({ state: { now: { a: 1 } } }));
    expect(store.liveness().state).toBe('live');
    wire.closed();
    expect(store.liveness().state).toBe('lost');
    open();
    expect(store.liveness().state).toBe('lost');
    wire.frame(makeFrame({ version: 9, state: { now: { a: 2 } } }));
    expect(store.liveness()).toMatchObject({ state: 'live', lostSince: null });
    store.close();
  });

  it('greys at once when the server says goodbye', () => {
    const { store, wire, open } = openStore();
    open();
    wire.closing();
    expect(store.liveness().state).toBe('lost');
    store.close();
  });

  it('wakes from sleep grey, and connects anew at once', () => {
    const { store, wire, line, open } = openStore();
    store.watch(topic);
    open();
    wire.frame(makeFrame({}));
    // A machine that sleeps: the clock goes on, timers do not.
    vi.setSystemTime(Date.now() + 2 * 3_600_000);
    vi.advanceTimersByTime(500);
    expect(line.restart).toHaveBeenCalledTimes(1);
    expect(store.liveness().state).toBe('lost');
    wire.closed();
    open();
    // The server beats again, but what is shown is two hours old until its figures come.
    expect(store.liveness()).toMatchObject({ state: 'lost', ageMs: 2 * 3_600_000 });
    wire.frame(makeFrame({ version: 70, state: { now: { fresh: 1 } } }));
    expect(store.liveness()).toMatchObject({ state: 'live', ageMs: 0 });
    store.close();
  });

  it('takes slow timers of a background tab for no sleep while beats come', () => {
    const { store, line, open, beat } = openStore();
    open();
    for (let minute = 0; minute < 5; minute += 1) {
      vi.setSystemTime(Date.now() + 60_000);
      beat();
      vi.advanceTimersByTime(500);
    }
    expect(line.restart).not.toHaveBeenCalled();
    expect(store.liveness().state).toBe('live');
    store.close();
  });

  it('gives up a line that is open and silent', () => {
    const { store, line, open } = openStore();
    open();
    vi.advanceTimersByTime(7_500);
    expect(line.restart).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_500);
    expect(line.restart).toHaveBeenCalledTimes(1);
    store.close();
  });

  it('measures from arrival at the server to the drawn figure on the server clock', () => {
    const { store, wire } = openStore();
    store.watch(topic);
    wire.opened();
    // The server's clock is 100 s ahead; the quickest beat took 20 ms.
    wire.beat({ at: Date.now() + 100_000 - 20, epoch: 'e1', build: 'b1' });
    wire.beat({ at: Date.now() + 100_000 - 900, epoch: 'e1', build: 'b1' });
    wire.frame(makeFrame({ newestReceivedAt: Date.now() + 100_000 - 3_600_000 }));
    expect(store.liveness().latencyMs, 'an hour-old post in a whole frame says nothing').toBeNull();
    wire.frame(makeFrame({ version: 2, base: 1, newestReceivedAt: Date.now() + 100_000 - 3_600_000 }));
    expect(store.liveness().latencyMs, 'nor does a patch that tells of no newer post').toBeNull();
    wire.frame(makeFrame({ version: 3, base: 2, state: { to: 5 }, newestReceivedAt: Date.now() + 100_000 - 400 }));
    expect(store.liveness().latencyMs).toBe(380);
    store.close();
  });

  it('knows how long no mention has come, in whole minutes, from whole frames too', () => {
    const { store, wire, open, live } = openStore();
    store.watch(topic);
    open();
    expect(store.liveness().quietMs).toBeNull();
    wire.frame(makeFrame({ newestReceivedAt: 0 }));
    expect(store.liveness().quietMs, 'nothing has come since the server started').toBeNull();
    wire.frame(makeFrame({ version: 2, base: 1, newestReceivedAt: Date.now() - 300 }));
    expect(store.liveness()).toMatchObject({ quietMs: 0, latencyMs: 300 });
    live(58_000);
    expect(store.liveness().quietMs).toBe(0);
    live(4 * 60_000);
    expect(store.liveness().quietMs).toBe(4 * 60_000);
    wire.frame(makeFrame({ version: 3, base: 2, newestReceivedAt: Date.now() - 200 }));
    expect(store.liveness()).toMatchObject({ quietMs: 0, latencyMs: 200 });
    wire.frame(makeFrame({ epoch: 'e2', newestReceivedAt: Date.now() - 7 * 60_000 }));
    expect(store.liveness().quietMs).toBe(7 * 60_000);
    store.close();
  });

  it('does not count the time in which a hidden tab draws nothing', () => {
    const drawing: (() => void)[] = [];
    const { store, wire, open, live } = openStore({ afterDraw: (drawn) => void drawing.push(drawn) });
    store.watch(topic);
    open();
    wire.frame(makeFrame({}));
    for (let version = 2; version < 200; version += 1) {
      wire.frame(makeFrame({ version, base: version - 1, state: { to: version }, newestReceivedAt: start + version }));
    }
    expect(drawing, 'what waits for a drawing does not pile up').toHaveLength(1);
    live(3_600_000);
    drawing.pop()?.();
    expect(store.liveness().latencyMs).toBeNull();
    store.close();
  });
});

describe('topics', () => {
  it('are asked for once however many watch, and given back a moment after the last one left', () => {
    const { store, line, open } = openStore();
    open();
    const first = store.watch(topic);
    const second = store.watch(topic);
    expect(line.watch).toHaveBeenCalledTimes(1);
    first();
    first();
    vi.advanceTimersByTime(1_000);
    expect(line.unwatch).not.toHaveBeenCalled();
    second();
    vi.advanceTimersByTime(6_000);
    expect(line.unwatch).toHaveBeenCalledExactlyOnceWith(topic);
    store.close();
  });

  it('are all asked for again on a new line', () => {
    const { store, wire, line, open } = openStore();
    for (const one of [topic, 'status', 'voices/*']) store.watch(one);
    open();
    wire.closed();
    line.watch.mockClear();
    open();
    expect(line.watch.mock.calls.map(([one]) => one)).toEqual([topic, 'status', 'voices/*']);
    store.close();
  });

  it('ask for the whole state when a patch starts from something else, and use no patch until it came', () => {
    const { store, wire, line, open } = openStore();
    store.watch(topic);
    open();
    wire.frame(makeFrame({ version: 4, state: { now: { a: 1 } } }));
    line.watch.mockClear();
    wire.frame(makeFrame({ version: 7, base: 6, state: { now: { b: 1 } } }));
    wire.frame(makeFrame({ version: 8, base: 7, state: { now: { c: 1 } } }));
    expect(line.watch).toHaveBeenCalledTimes(1);
    expect(store.read(topic).state).toEqual({ now: { a: 1 } });
    wire.frame(makeFrame({ version: 8, state: { now: { a: 1, b: 1, c: 1 } } }));
    expect(store.read(topic)).toMatchObject({ state: { now: { a: 1, b: 1, c: 1 } }, times: { version: 8 } });
    store.close();
  });

  it('use no patch of another run of the server', () => {
    const { store, wire, open } = openStore();
    store.watch(topic);
    open();
    wire.frame(makeFrame({ version: 4, state: { now: { a: 1 } } }));
    wire.frame(makeFrame({ epoch: 'e2', version: 5, base: 4, state: { now: { b: 1 } } }));
    expect(store.read(topic).state).toEqual({ now: { a: 1 } });
    store.close();
  });

  it('keep the identity of what a whole frame repeats', () => {
    const { store, wire, open } = openStore();
    store.watch(topic);
    open();
    wire.frame(makeFrame({ state: { now: { a: { b: [1] } }, to: 1 } }));
    const before = store.read(topic).state as { now: unknown };
    wire.closed();
    open();
    wire.frame(makeFrame({ epoch: 'e2', state: { now: { a: { b: [1] } }, to: 2 } }));
    const after = store.read(topic).state as { now: unknown };
    expect(after).not.toBe(before);
    expect(after.now).toBe(before.now);
    store.close();
  });

  it('say why they are refused', () => {
    const { store, line, open } = openStore();
    open();
    store.watch('figures/since/1');
    line.watch.mock.calls[0]?.[1]({ ok: false, reason: 'too old' });
    expect(store.read('figures/since/1').refused).toBe('too old');
    expect(store.liveness().state).toBe('live');
    store.close();
  });

  it('are told to the server again when it sends what nobody here watches', () => {
    const { store, wire, line, open } = openStore();
    open();
    wire.frame(makeFrame({ topic: 'figures/7d' }));
    expect(line.unwatch).toHaveBeenCalledExactlyOnceWith('figures/7d');
    expect(store.read('figures/7d').state).toBeUndefined();
    store.close();
  });
});

describe('the connection', () => {
  it('notices a new version of the server', () => {
    const { store, wire, beat, open } = openStore();
    open();
    expect(store.connection()).toEqual({ state: 'open', newVersion: false, build: 'b1' });
    wire.closed();
    wire.opened();
    beat('b2');
    expect(store.connection()).toMatchObject({ state: 'open', newVersion: true });
    store.close();
  });

  it('says that it is refused when the server answers but not to us, and recovers by itself', async () => {
    const { store, wire, open } = openStore({ isRefused: async () => true });
    wire.failed();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.connection().state).toBe('refused');
    open();
    expect(store.connection().state).toBe('open');
    store.close();
  });

  it('draws nobody again for beats that change nothing', () => {
    const { store, open, beat } = openStore();
    open();
    const heard = vi.fn();
    store.subscribe(heard);
    for (let i = 0; i < 20; i += 1) beat();
    expect(heard).not.toHaveBeenCalled();
    store.close();
  });
});
