import type { Alert, AlertRule } from '../../shared/alerts.ts';
import type { DeliveryState, Receiver } from '../../shared/receivers.ts';
import type { Engine } from '../engine/engine.ts';
import type { Random } from '../random.ts';
import type { History, RecordChange, StoredRecord } from '../store/store.ts';
import { afterAttempt } from './afterAttempt.ts';
import type { Telling } from './composeMessage.ts';
import { createSender, type Send, type Ways } from './createSender.ts';
import {
  type AlertNews,
  type Delivery,
  dedupeKey,
  deliveriesOf,
  ended,
  endedKind,
  openKind,
  recordOf,
} from './delivery.ts';
import { inOrder, nextInLane } from './lane.ts';
import type { Outcome } from './outcome.ts';
import type { QuietHours } from './quietHours.ts';
import { createReceivers, type Receivers } from './receivers.ts';
import { createSealer } from './sealer.ts';
import { summarize } from './summarize.ts';

/** How many deliveries that have ended stay in the log. */
export const mostInLog = 2_000;
/** The log is shortened when it is longer by so many. */
const prunedBy = 200;
/** More than can wait: a receiver that is dead for a day is given up. */
const mostOpen = 100_000;
/** After a fault of our own: the store that cannot write, the history that is being opened again. */
const restMs = 5_000;

export type OutboxOptions = {
  engine: Pick<Engine, 'keepRecords'>;
  history: Pick<History, 'records'>;
  ways: Ways;
  send?: Send;
  /** What messages need to know, read anew for each of them. `alertIds`: of the alerts it tells of. */
  telling: (alertIds: readonly string[]) => Promise<Omit<Telling, 'now'>>;
  now: () => number;
  random: Random;
  /** Calls once, in so many ms; returns the way to call it off. */
  later?: (ms: number, call: () => void) => () => void;
  log: (level: 'info' | 'warn', fields: object, message: string) => void;
};

export type Outbox = {
  receivers: Receivers;
  ways: Ways;
  /**
   * Keeps what there is to deliver of some news, and begins. To keep it in one change with the alert itself, keep
   * `deliveriesOf(...)` and call `wake`.
   */
  announce(alert: Alert, news: AlertNews, rule: Pick<AlertRule, 'receivers'>, quiet: QuietHours | null): Promise<void>;
  /** Looks for deliveries that were kept, and tries those that are due. */
  wake(): void;
  /** Tries at once what waits for this receiver: it was changed, or removed. */
  nudge(receiver: string): void;
  /** Sends one message that says it is a test, once, to a receiver that may be off; it stands in the log. */
  test(receiver: Receiver): Promise<Outcome>;
  /** Newest first. */
  log(filter: { receiver?: string; state?: DeliveryState; limit: number }): Promise<Delivery[]>;
  /** Resolves when nothing is being looked for, sent or kept: all that is due has been tried. */
  settled(): Promise<void>;
  /** Ends what is being sent; it is tried again after the next start. */
  close(): Promise<void>;
};

const readDelivery = ({ body }: StoredRecord) => JSON.parse(body) as Delivery;

const laterByTimer = (ms: number, call: () => void) => {
  // Longer than setTimeout counts: it calls early, and nothing is due.
  const timer = setTimeout(call, Math.min(ms, 2 ** 31 - 1));
  timer.unref();
  return () => clearTimeout(timer);
};

/**
 * Brings deliveries to receivers at least once: a delivery is a record before anything is sent, and stays one until the
 * receiver has acknowledged it. Each receiver has a lane of its own in which one message at a time is under way.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { engine, history, ways, telling, now, random, log } = options;
  const { send = createSender(ways), later = laterByTimer } = options;
  const receivers = createReceivers({ engine, history, sealer: createSealer(ways.secretsKey) });
  /** All that have not ended, by key. */
  const open = new Map<string, Delivery>();
  /** Keys that are ending: what is being read may still hold them as open, and must not bring them back. */
  const ending = new Set<string>();
  let endedWhileLooking: string[] = [];
  /** Receivers to which a message is under way. */
  const busy = new Set<string>();
  const underWay = new Set<Promise<void>>();
  /** Receivers with which something went wrong on our side, and until when they are left alone. */
  const resting = new Map<string, number>();
  const pauses = new Set<() => void>();
  const closing = new AbortController();
  let callOff: () => void = () => undefined;
  let endedSincePruned = prunedBy;
  let mustLook = false;
  let isLooking = false;

  /** `task` catches what can go wrong in it. */
  function follow(task: Promise<void>): void {
    const followed = task.finally(() => underWay.delete(followed));
    underWay.add(followed);
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const goOn = () => {
        off();
        pauses.delete(goOn);
        resolve();
      };
      const off = later(restMs, goOn);
      pauses.add(goOn);
    });
  }

  /** Until they are on disk; closing leaves it at one more try: what is not noted is sent again after the next start. */
  async function keep(changes: RecordChange[]): Promise<void> {
    for (;;)
      try {
        await engine.keepRecords(changes);
        return;
      } catch (error) {
        log('warn', { error: String(error) }, 'A delivery cannot be noted; trying again');
        if (closing.signal.aborted) return;
        await pause();
      }
  }

  async function prune(): Promise<void> {
    endedSincePruned = 0;
    const all = await history.records({ kind: endedKind, limit: mostInLog + 5 * prunedBy });
    const old = all.slice(mostInLog).map(({ kind, id, at }): RecordChange => ({ kind, id, at, body: null }));
    if (old.length > 0) await keep(old);
  }

  async function end(deliveries: readonly Delivery[], more: readonly Delivery[] = []): Promise<void> {
    for (const { id } of deliveries) {
      open.delete(id);
      ending.add(id);
    }
    for (const one of more) open.set(one.id, one);
    await keep([...deliveries.flatMap(ended), ...more.map(recordOf)]);
    for (const { id } of deliveries)
      if (isLooking) endedWhileLooking.push(id);
      else ending.delete(id);
    endedSincePruned += deliveries.length;
    if (endedSincePruned >= prunedBy) await prune();
  }

  const drop = (deliveries: readonly Delivery[], code: 'off' | 'removed') =>
    end(deliveries.map(({ nextAt: _, ...one }) => ({ ...one, state: 'dropped', endedAt: now(), reason: { code } })));

  async function tell(delivery: Delivery, receiver: Receiver): Promise<Outcome> {
    const known = await telling(delivery.alerts);
    return send(delivery, receiver, { ...known, now: now() }, closing.signal);
  }

  async function attempt(delivery: Delivery): Promise<void> {
    const receiver = (await receivers.list()).find(({ id }) => id === delivery.receiver);
    if (!receiver || receiver.isOff) {
      const gone = [...open.values()].filter((one) => one.receiver === delivery.receiver);
      await drop(gone, receiver ? 'off' : 'removed');
      return;
    }
    const outcome = await tell(delivery, receiver);
    // Broken off by ourselves: that is no failure of the receiver, and the record still says that it is due.
    if (closing.signal.aborted && outcome.as === 'later') return;
    const after = afterAttempt(delivery, outcome, now(), random);
    if (after.state !== 'waiting') {
      await end([after]);
      return;
    }
    open.set(after.id, after);
    await keep([recordOf(after)]);
  }

  function lanes(): Map<string, Delivery[]> {
    const found = new Map<string, Delivery[]>();
    for (const delivery of [...open.values()].sort(inOrder)) {
      const lane = found.get(delivery.receiver);
      if (lane) lane.push(delivery);
      else found.set(delivery.receiver, [delivery]);
    }
    return found;
  }

  async function work(receiver: string, task: Promise<void>): Promise<void> {
    busy.add(receiver);
    try {
      await task;
    } catch (error) {
      log('warn', { error: String(error), receiver }, 'A delivery could not go on; trying again');
      resting.set(receiver, now() + restMs);
    }
    busy.delete(receiver);
    run();
  }

  /** Begins what is due in lanes where nothing is under way, and comes back when the next is. */
  function run(): void {
    callOff();
    if (closing.signal.aborted) return;
    const at = now();
    let soonest = Number.POSITIVE_INFINITY;
    for (const [receiver, lane] of lanes()) {
      if (busy.has(receiver)) continue;
      const restsUntil = resting.get(receiver) ?? 0;
      if (restsUntil > at) {
        soonest = Math.min(soonest, restsUntil);
        continue;
      }
      resting.delete(receiver);
      const held = lane.filter(({ state }) => state === 'held');
      const released = held.filter(({ nextAt = 0 }) => nextAt <= at);
      if (released.length > 0) {
        const { summary, dropped } = summarize(released, at);
        follow(work(receiver, end(dropped, [summary])));
        continue;
      }
      const next = nextInLane(lane.filter(({ state }) => state === 'waiting'));
      if (next && next.at <= at) follow(work(receiver, attempt(next.delivery)));
      else soonest = Math.min(soonest, next?.at ?? soonest, ...held.map(({ nextAt = 0 }) => nextAt));
    }
    if (soonest < Number.POSITIVE_INFINITY) callOff = later(Math.max(1, soonest - at), run);
  }

  async function look(): Promise<void> {
    isLooking = true;
    try {
      while (mustLook && !closing.signal.aborted) {
        mustLook = false;
        for (const record of await history.records({ kind: openKind, limit: mostOpen }))
          if (!open.has(record.id) && !ending.has(record.id)) open.set(record.id, readDelivery(record));
      }
    } catch (error) {
      log('warn', { error: String(error) }, 'Deliveries could not be read; trying again');
      later(restMs, wake);
    } finally {
      isLooking = false;
      for (const id of endedWhileLooking) ending.delete(id);
      endedWhileLooking = [];
    }
    run();
  }

  function wake(): void {
    mustLook = true;
    if (!isLooking && !closing.signal.aborted) follow(look());
  }

  return {
    receivers,
    ways,
    wake,
    async announce(alert, news, rule, quiet) {
      const changes = deliveriesOf({ alert, news, rule, receivers: await receivers.list(), quiet, now: now() });
      if (changes.length === 0) return;
      await engine.keepRecords(changes);
      wake();
    },
    nudge(receiver) {
      for (const one of open.values())
        if (one.receiver === receiver && one.state === 'waiting') open.set(one.id, { ...one, nextAt: now() });
      run();
    },
    async test(receiver) {
      const at = now();
      const delivery: Delivery = {
        id: dedupeKey('test', receiver.id, at),
        receiver: receiver.id,
        event: 'test',
        state: 'waiting',
        alerts: [],
        createdAt: at,
        attempts: 0,
        said: [],
      };
      const outcome = await tell(delivery, receiver);
      const { nextAt: _, ...after } = afterAttempt(delivery, outcome, now(), random);
      const state = outcome.as === 'later' ? 'dropped' : outcome.as;
      await engine.keepRecords([recordOf({ ...after, state, endedAt: now() })]);
      endedSincePruned += 1;
      return outcome;
    },
    async log({ receiver, state, limit }) {
      const records = [
        ...(await history.records({ kind: openKind, limit: mostOpen })),
        ...(await history.records({ kind: endedKind, limit: mostInLog + 5 * prunedBy })),
      ];
      return records
        .map(readDelivery)
        .filter((one) => (receiver === undefined || one.receiver === receiver) && (!state || one.state === state))
        .sort((a, b) => inOrder(b, a))
        .slice(0, limit);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      callOff();
      closing.abort();
      for (const goOn of pauses) goOn();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
