import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutbox, mostInLog, type Outbox } from '../../../server/deliver/createOutbox.ts';
import { type AlertNews, deliveriesOf } from '../../../server/deliver/delivery.ts';
import { createGuard } from '../../../server/deliver/guard.ts';
import type { QuietHours } from '../../../server/deliver/quietHours.ts';
import { isSignedBy } from '../../../server/deliver/sign.ts';
import { createRandom } from '../../../server/random.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import type { Alert } from '../../../shared/alerts.ts';
import type { Receiver } from '../../../shared/receivers.ts';
import { makeAlert } from '../../support/makeAlert.ts';
import { createPassingClock, type PassingClock } from '../../support/passingClock.ts';
import { type Heard, type ReceiverSimulator, startReceiver } from '../../support/receiverSimulator.ts';

const [secondMs, minuteMs, hourMs] = [1_000, 60_000, 3_600_000];
/** A Monday, 10:00 in UTC. */
const start = Date.UTC(2026, 2, 2, 10);
const secret = 'a secret of the team';

function makeReceiver(url: string, change: Partial<Receiver> = {}): Receiver {
  return {
    ...{ id: 'team', name: 'Team', kind: 'webhook', language: 'en', butFrom: null, isOff: false, createdAt: start },
    ...{ url, secret, ...change },
  } as Receiver;
}

type Body = {
  delivery: string;
  event: string;
  lateMs: number;
  title: string;
  alerts: { id: string; first: { value: number }; current: { value: number }; overAt?: number; url: string }[];
};
const bodyOf = ({ body }: Heard): Body => JSON.parse(body);
const idsOf = (heard: readonly Heard[]) =>
  heard.map((one) =>
    bodyOf(one)
      .alerts.map(({ id }) => id)
      .join(),
  );

describe('the outbox', () => {
  let store: ReturnType<typeof createMemoryStore>;
  let clock: PassingClock;
  let simulators: ReceiverSimulator[];
  let outboxes: Outbox[];
  let now: Map<string, Alert>;
  let logged: string[];
  beforeEach(() => {
    store = createMemoryStore();
    clock = createPassingClock(start);
    [simulators, outboxes, logged] = [[], [], []];
    now = new Map();
  });
  afterEach(async () => {
    for (const outbox of outboxes) await outbox.close();
    for (const simulator of simulators) await simulator.close();
  });

  async function simulate(manners: Parameters<typeof startReceiver>[0] = 200): Promise<ReceiverSimulator> {
    const simulator = await startReceiver(manners);
    simulators.push(simulator);
    return simulator;
  }

  function open(options: Partial<Parameters<typeof createOutbox>[0]> = {}): Outbox {
    const outbox = createOutbox({
      engine: { keepRecords: store.store.keepRecords },
      history: store.history,
      ways: { guard: createGuard([{ host: '127.0.0.1' }]), serverSmtp: null },
      telling: async () => ({
        names: () => ({ brand: () => 'Acme', theme: (id) => id }),
        workspace: 'Launchroom',
        timeZone: 'UTC',
        publicUrl: 'https://launch.example',
        alertNow: (id) => now.get(id),
      }),
      now: clock.now,
      later: clock.later,
      random: createRandom(7),
      log: (_, __, message) => void logged.push(message),
      ...options,
    });
    outboxes.push(outbox);
    return outbox;
  }

  const raised = (): AlertNews => ({ event: 'raised', at: clock.now() });
  /** Each a moment after the one before: only then do they have an order. */
  async function announce(
    outbox: Outbox,
    id: string,
    quiet: QuietHours | null = null,
    change: Partial<Alert> = {},
  ): Promise<void> {
    await clock.pass(1, async () => undefined);
    await outbox.announce(makeAlert({ id, at: clock.now(), ...change }), raised(), {}, quiet);
  }
  const statesOf = async (outbox: Outbox) => (await outbox.log({ limit: 500 })).map(({ state }) => state);

  it('tells at once, signed, with first and current value and a link', async () => {
    const simulator = await simulate();
    const outbox = open();
    await outbox.receivers.keep(makeReceiver(simulator.url));
    await announce(outbox, 'a');
    await outbox.settled();
    const [heard] = simulator.acknowledged;
    expect(bodyOf(heard!)).toMatchObject({
      event: 'raised',
      lateMs: 0,
      title: 'Mentions of Acme are 4 times as frequent as usual',
      alerts: [{ id: 'a', first: { value: 40 }, current: { value: 40 }, url: 'https://launch.example/alerts/a' }],
    });
    expect(heard!.headers['launchroom-delivery']).toBe(bodyOf(heard!).delivery);
    const signature = String(heard!.headers['launchroom-signature']);
    expect(isSignedBy(signature, { body: heard!.body, secret, now: clock.now() })).toBe(true);
    expect(isSignedBy(signature, { body: `${heard!.body} `, secret, now: clock.now() })).toBe(false);
    expect(isSignedBy(signature, { body: heard!.body, secret: 'another', now: clock.now() })).toBe(false);
    expect(isSignedBy(signature, { body: heard!.body, secret, now: clock.now() + hourMs })).toBe(false);
    expect(await statesOf(outbox)).toEqual(['delivered']);
  });

  it('loses none and doubles none for a receiver that is dead for an hour, and says how it stands by then', async () => {
    const simulator = await simulate((response) => response.destroy());
    const outbox = open();
    await outbox.receivers.keep(makeReceiver(simulator.url));
    const ids = Array.from({ length: 12 }, (_, index) => `alert-${index}`);
    for (const id of ids) {
      await announce(outbox, id);
      await clock.pass(5 * minuteMs, outbox.settled);
    }
    // Between a few tries at first and one in ten minutes: it is neither hammered nor forgotten.
    expect(simulator.heard.length).toBeGreaterThan(10);
    expect(simulator.heard.length).toBeLessThan(30);
    expect(new Set(simulator.heard.map((one) => bodyOf(one).delivery)).size).toBe(1);
    const figure = { at: clock.now(), spanMs: hourMs, value: 400, expected: 10 };
    for (const id of ids) now.set(id, makeAlert({ id, current: figure, overAt: clock.now() }));

    simulator.behave(200);
    await clock.pass(10 * minuteMs, outbox.settled);
    expect(idsOf(simulator.acknowledged)).toEqual(ids);
    const first = bodyOf(simulator.acknowledged[0]!);
    expect(first.lateMs).toBeGreaterThanOrEqual(hourMs);
    expect(first.alerts[0]).toMatchObject({ first: { value: 40 }, current: { value: 400 }, overAt: figure.at });
    await clock.pass(48 * hourMs, outbox.settled);
    expect(simulator.acknowledged).toHaveLength(ids.length);
    expect(await statesOf(outbox)).toEqual(ids.map(() => 'delivered'));
  });

  it('delays nobody for a receiver that hangs, one that is dead and one that refuses', async () => {
    const [hangs, dead, refuses, well] = [
      await simulate(() => {}),
      await simulate(503),
      await simulate(410),
      await simulate(),
    ];
    const outbox = open();
    const all = { hangs, dead, refuses, well };
    for (const [id, { url }] of Object.entries(all)) await outbox.receivers.keep(makeReceiver(url, { id }));
    for (const id of ['a', 'b', 'c']) await announce(outbox, id);
    await expect.poll(() => idsOf(well.acknowledged)).toEqual(['a', 'b', 'c']);
    await expect.poll(() => idsOf(refuses.heard)).toEqual(['a', 'b', 'c']);
    await expect.poll(() => idsOf(dead.heard)).toEqual(['a']);
    await expect.poll(() => idsOf(hangs.heard)).toEqual(['a']);
    const refused = { state: 'refused', reason: { detail: '410' }, attempts: 1 };
    await expect.poll(() => outbox.log({ receiver: 'refuses', limit: 9 })).toMatchObject([refused, refused, refused]);
    expect(await outbox.log({ receiver: 'dead', state: 'waiting', limit: 9 })).toHaveLength(3);
  });

  it('goes on after a stop in the middle of sending, with the same key', async () => {
    let reached: () => void = () => undefined;
    const isReached = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const simulator = await simulate(() => reached());
    const before = open();
    await before.receivers.keep(makeReceiver(simulator.url));
    await announce(before, 'a');
    await announce(before, 'b');
    await isReached;
    await before.close();

    simulator.behave(200);
    const after = open();
    after.wake();
    await after.settled();
    expect(idsOf(simulator.acknowledged)).toEqual(['a', 'b']);
    expect(bodyOf(simulator.heard[0]!).delivery).toBe(bodyOf(simulator.acknowledged[0]!).delivery);
  });

  it('sends nothing again that was acknowledged while the store could not write', async () => {
    const simulator = await simulate();
    let isBroken = false;
    const keepRecords: typeof store.store.keepRecords = async (changes) => {
      if (isBroken) throw new Error('the disk is full');
      await store.store.keepRecords(changes);
    };
    const outbox = open({ engine: { keepRecords } });
    await outbox.receivers.keep(makeReceiver(simulator.url));
    simulator.behave((response) => {
      isBroken = true;
      response.end();
    });
    await announce(outbox, 'a');
    await expect.poll(() => logged.length).toBe(1);
    outbox.wake();
    isBroken = false;
    await clock.pass(minuteMs, () => new Promise((resolve) => setImmediate(resolve)));
    await outbox.settled();
    await clock.pass(hourMs, outbox.settled);
    expect(simulator.heard).toHaveLength(1);
    expect(await statesOf(outbox)).toEqual(['delivered']);
  });

  it('waits as long as the receiver asks', async () => {
    const simulator = await simulate((response) => response.writeHead(429, { 'retry-after': '900' }).end());
    const outbox = open();
    await outbox.receivers.keep(makeReceiver(simulator.url));
    await announce(outbox, 'a');
    await outbox.settled();
    simulator.behave(200);
    await announce(outbox, 'b');
    await clock.pass(14 * minuteMs, outbox.settled);
    expect(simulator.heard).toHaveLength(1);
    await clock.pass(2 * minuteMs, outbox.settled);
    expect(idsOf(simulator.acknowledged)).toEqual(['a', 'b']);
  });

  it('tries again after 500s, and keeps the order', async () => {
    let left = 2;
    const simulator = await simulate();
    simulator.behave((response, heard) => {
      left -= 1;
      if (left < 0) simulator.acknowledged.push(heard);
      response.writeHead(left >= 0 ? 500 : 200).end();
    });
    const outbox = open();
    await outbox.receivers.keep(makeReceiver(simulator.url));
    for (const id of ['a', 'b']) await announce(outbox, id);
    await clock.pass(10 * secondMs, outbox.settled);
    expect(idsOf(simulator.acknowledged)).toEqual(['a', 'b']);
  });

  it('lets others pass a message that the receiver alone chokes on, but not news of the same alert', async () => {
    const simulator = await simulate();
    simulator.behave((response, heard) => {
      const isPoison = bodyOf(heard).alerts[0]?.id === 'poison';
      if (!isPoison) simulator.acknowledged.push(heard);
      response.writeHead(isPoison ? 500 : 200).end();
    });
    const outbox = open();
    await outbox.receivers.keep(makeReceiver(simulator.url));
    await announce(outbox, 'poison');
    await outbox.announce(makeAlert({ id: 'poison' }), { event: 'over', at: start + 1 }, {}, null);
    await announce(outbox, 'well');
    await clock.pass(hourMs, outbox.settled);
    expect(idsOf(simulator.acknowledged)).toEqual(['well']);
    expect(simulator.heard.filter((one) => bodyOf(one).event === 'over')).toEqual([]);
  });

  it('gives a receiver up that was dead for a day, and says so', async () => {
    const simulator = await simulate(503);
    const outbox = open();
    await outbox.receivers.keep(makeReceiver(simulator.url));
    await announce(outbox, 'a');
    await clock.pass(24 * hourMs - minuteMs, outbox.settled);
    expect(await statesOf(outbox)).toEqual(['waiting']);
    await clock.pass(15 * minuteMs, outbox.settled);
    expect(await outbox.log({ limit: 1 })).toMatchObject([
      { state: 'given-up', reason: { code: 'status', detail: '503' } },
    ]);
  });

  it('drops what waits for a receiver that is removed, and tries at once what waits for one that is mended', async () => {
    const [bad, good] = [await simulate(503), await simulate()];
    const outbox = open();
    for (const id of ['gone', 'mended']) await outbox.receivers.keep(makeReceiver(bad.url, { id }));
    await announce(outbox, 'a');
    await clock.pass(hourMs, outbox.settled);
    await outbox.receivers.remove(makeReceiver(bad.url, { id: 'gone' }));
    await outbox.receivers.keep(makeReceiver(good.url, { id: 'mended' }));
    for (const id of ['gone', 'mended']) outbox.nudge(id);
    await outbox.settled();
    expect(await outbox.log({ receiver: 'gone', limit: 9 })).toMatchObject([
      { state: 'dropped', reason: { code: 'removed' } },
    ]);
    expect(idsOf(good.acknowledged)).toEqual(['a']);
  });

  it('refuses a receiver inside, whatever was allowed when it was saved', async () => {
    const simulator = await simulate();
    const outbox = open({ ways: { guard: createGuard([]), serverSmtp: null } });
    await outbox.receivers.keep(makeReceiver(simulator.url));
    await outbox.receivers.keep(makeReceiver('http://169.254.169.254/', { id: 'metadata' }));
    await announce(outbox, 'a');
    await outbox.settled();
    expect(await statesOf(outbox)).toEqual(['refused', 'refused']);
    expect(simulator.heard).toEqual([]);
  });

  describe('in quiet hours', () => {
    const quiet: QuietHours = { from: '22:00', to: '07:00', butFrom: 8, timeZone: 'UTC' };

    it('holds what is not grave, and tells it in one summary in the morning, what is over too', async () => {
      const simulator = await simulate();
      const outbox = open();
      await outbox.receivers.keep(makeReceiver(simulator.url));
      await clock.pass(13 * hourMs, outbox.settled);
      for (const id of ['a', 'b', 'c']) await announce(outbox, id, quiet);
      await outbox.announce(makeAlert({ id: 'a' }), { event: 'over', at: clock.now() }, {}, quiet);
      now.set('a', makeAlert({ id: 'a', overAt: clock.now() }));
      await announce(outbox, 'grave', quiet, { severity: 9 });
      await outbox.settled();
      expect(idsOf(simulator.acknowledged)).toEqual(['grave']);
      expect(await outbox.log({ state: 'held', limit: 9 })).toHaveLength(4);
      // A restart in the night changes nothing.
      await outbox.close();
      const later = open();
      later.wake();
      await clock.pass(7 * hourMs + 59 * minuteMs, later.settled);
      expect(simulator.acknowledged).toHaveLength(1);
      await clock.pass(2 * minuteMs, later.settled);
      expect(simulator.acknowledged).toHaveLength(2);
      const summary = bodyOf(simulator.acknowledged[1]!);
      expect(summary).toMatchObject({ event: 'summary', title: '3 alerts in the quiet hours', lateMs: 0 });
      expect(summary.alerts.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
      expect(summary.alerts[2]).toMatchObject({ id: 'a', overAt: expect.any(Number) });
      expect(await later.log({ state: 'dropped', limit: 9 })).toHaveLength(4);
    });

    it('asks the receiver first what is grave', async () => {
      const simulator = await simulate();
      const outbox = open();
      await outbox.receivers.keep(makeReceiver(simulator.url, { butFrom: 3 }));
      await clock.pass(13 * hourMs, outbox.settled);
      await announce(outbox, 'a', quiet, { severity: 3 });
      await outbox.settled();
      expect(idsOf(simulator.acknowledged)).toEqual(['a']);
    });
  });

  it('tells those that a rule names, nobody that is off, and nobody of a rehearsal', () => {
    const receivers = [
      makeReceiver('https://a.example', { id: 'a' }),
      makeReceiver('https://b.example', { id: 'b' }),
      makeReceiver('https://c.example', { id: 'c', isOff: true }),
    ];
    const told = (change: Partial<Alert>, rule: { receivers?: string[] }) =>
      deliveriesOf({ alert: makeAlert(change), news: raised(), rule, receivers, quiet: null, now: start }).map(
        ({ body }) => (JSON.parse(body ?? '') as { receiver: string }).receiver,
      );
    expect(told({}, {})).toEqual(['a', 'b']);
    expect(told({}, { receivers: ['b', 'c'] })).toEqual(['b']);
    expect(told({ rehearsal: true }, {})).toEqual([]);
  });

  it('gives the same news the same key, and other news another', () => {
    const keyOf = (id: string, news: AlertNews, receiver: string) =>
      deliveriesOf({
        ...{ alert: makeAlert({ id }), news, rule: {}, quiet: null, now: start },
        receivers: [makeReceiver('https://a.example', { id: receiver })],
      })[0]?.id;
    const keys = [
      keyOf('a', { event: 'raised', at: 1 }, 'x'),
      keyOf('b', { event: 'raised', at: 1 }, 'x'),
      keyOf('a', { event: 'raised', at: 1 }, 'y'),
      keyOf('a', { event: 'changed', at: 1 }, 'x'),
      keyOf('a', { event: 'changed', at: 2 }, 'x'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf('a', { event: 'raised', at: 1 }, 'x')).toBe(keys[0]);
  });

  it('sends a test that says so, to a receiver that is off too, once', async () => {
    const simulator = await simulate(503);
    const outbox = open();
    const receiver = makeReceiver(simulator.url, { isOff: true });
    await outbox.receivers.keep(receiver);
    expect(await outbox.test(receiver)).toMatchObject({ as: 'later', status: 503 });
    await clock.pass(hourMs, outbox.settled);
    expect(simulator.heard).toHaveLength(1);
    expect(JSON.parse(simulator.heard[0]!.body)).toMatchObject({
      isTest: true,
      title: 'Test: this is no alert',
      alerts: [],
    });
  });

  it('keeps a log of bounded length, and never forgets what still waits', async () => {
    const [simulator, dead] = [await simulate(), await simulate(503)];
    const outbox = open({
      send: async (_, { id }) =>
        id === 'dead' ? { as: 'later', reason: { code: 'status', detail: '503' } } : { as: 'delivered' },
    });
    await outbox.receivers.keep(makeReceiver(dead.url, { id: 'dead' }));
    await announce(outbox, 'old');
    await outbox.settled();
    await outbox.receivers.keep(makeReceiver(simulator.url));
    for (let index = 0; index < mostInLog + 500; index += 1) {
      await clock.pass(1, async () => undefined);
      await outbox.announce(makeAlert({ id: `alert-${index}` }), raised(), { receivers: ['team'] }, null);
      if (index % 50 === 0) await outbox.settled();
    }
    await outbox.settled();
    const log = await outbox.log({ limit: 10_000 });
    expect(log.length).toBeGreaterThan(mostInLog);
    expect(log.length).toBeLessThanOrEqual(mostInLog + 201);
    expect(log.at(-1)).toMatchObject({ alerts: ['old'], state: 'waiting' });
  });

  it('keeps nobody’s words in the log once a delivery has ended', async () => {
    const simulator = await simulate();
    const outbox = open();
    await outbox.receivers.keep(makeReceiver(simulator.url));
    const example = { text: 'words of somebody' } as NonNullable<Alert['example']>;
    await announce(outbox, 'a', null, { example });
    await outbox.settled();
    expect(simulator.acknowledged[0]?.body).toContain('words of somebody');
    expect(JSON.stringify(await outbox.log({ limit: 9 }))).not.toContain('words of somebody');
  });

  it('leaves a receiver alone for seconds, and loses nothing, when something of our own fails', async () => {
    const simulator = await simulate();
    let fails = 2;
    const outbox = open({
      telling: async () => {
        fails -= 1;
        if (fails >= 0) throw new Error('the history is being opened again');
        return {
          names: () => ({ brand: (id) => id, theme: (id) => id }),
          ...{ workspace: '', timeZone: 'UTC', publicUrl: '', alertNow: () => undefined },
        };
      },
    });
    await outbox.receivers.keep(makeReceiver(simulator.url));
    await announce(outbox, 'a');
    await outbox.settled();
    expect(fails).toBe(1);
    await clock.pass(minuteMs, outbox.settled);
    expect(idsOf(simulator.acknowledged)).toEqual(['a']);
    expect(logged).toHaveLength(2);
  });

  it('goes on by itself when the history could not be read', async () => {
    const simulator = await simulate();
    let isBroken = true;
    const outbox = open({
      history: {
        records: async (filter) => {
          if (isBroken && filter.kind === 'delivery') throw new Error('being opened again');
          return store.history.records(filter);
        },
      },
    });
    await outbox.receivers.keep(makeReceiver(simulator.url));
    await announce(outbox, 'a');
    await outbox.settled();
    expect(simulator.heard).toEqual([]);
    isBroken = false;
    await clock.pass(minuteMs, outbox.settled);
    expect(idsOf(simulator.acknowledged)).toEqual(['a']);
  });
});
