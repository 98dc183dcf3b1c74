import { describe, expect, it } from 'vitest';
import { createOutbox, type Outbox } from '../../../server/deliver/createOutbox.ts';
import type { Send } from '../../../server/deliver/createSender.ts';
import { createGuard } from '../../../server/deliver/guard.ts';
import type { Outcome } from '../../../server/deliver/outcome.ts';
import { createRandom } from '../../../server/random.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { deliveryEvents, type Receiver } from '../../../shared/receivers.ts';
import { makeAlert } from '../../support/makeAlert.ts';
import { createPassingClock } from '../../support/passingClock.ts';

const minuteMs = 60_000;
const start = Date.UTC(2026, 2, 2, 10);
const failures: Outcome[] = [
  { as: 'later', reason: { code: 'status', detail: '500' }, status: 500, isOwn: true },
  { as: 'later', reason: { code: 'status', detail: '503' }, status: 503 },
  { as: 'later', reason: { code: 'status', detail: '429' }, status: 429, retryAfterMs: 7 * minuteMs },
  { as: 'later', reason: { code: 'unreachable', detail: 'ECONNREFUSED' } },
];

describe('whatever fails, and however often it is stopped', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'the outbox loses nothing, keeps the news of each alert in order, and doubles nothing but what a stop cut off (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      const clock = createPassingClock(start);
      const { store, history } = createMemoryStore();
      let isTroubled = true;
      let failedWrites = 0;
      const acknowledged: string[] = [];
      const sayOf = (receiver: string, alert: string | undefined, event: string) => `${receiver} ${alert} ${event}`;
      const send: Send = async (delivery, receiver) => {
        await Promise.resolve();
        const failure = failures[Math.floor(random() * failures.length)]!;
        if (isTroubled && random() < 0.6) return failure;
        acknowledged.push(sayOf(receiver.id, delivery.alerts[0], delivery.event));
        return { as: 'delivered', status: 200 };
      };
      const open = (): Outbox => {
        const outbox = createOutbox({
          engine: {
            async keepRecords(changes) {
              if (isTroubled && random() < 0.1) {
                failedWrites += 1;
                throw new Error('the disk is full');
              }
              await store.keepRecords(changes);
            },
          },
          history,
          ways: { guard: createGuard([]), serverSmtp: null },
          send,
          telling: async () => {
            if (isTroubled && random() < 0.05) throw new Error('the history is being opened again');
            return {
              names: () => ({ brand: (id) => id, theme: (id) => id }),
              ...{ workspace: '', timeZone: 'UTC', publicUrl: '', alertNow: () => undefined },
            };
          },
          ...{ now: clock.now, later: clock.later, random, log: () => undefined },
        });
        outbox.wake();
        return outbox;
      };
      // With writes that wait for the clock nothing settles: a few turns of the loop are enough for what needs none.
      const turn = async () => {
        for (let index = 0; index < 40; index += 1) await Promise.resolve();
        await new Promise((resolve) => setImmediate(resolve));
      };

      const receivers = ['x', 'y', 'z'];
      for (const id of receivers)
        await store.keepRecords([
          { kind: 'receiver', id, at: start, body: JSON.stringify({ id, createdAt: start, isOff: false } as Receiver) },
        ]);
      let outbox = open();
      const announced: string[] = [];
      let stops = 0;
      for (let index = 0; index < 25; index += 1) {
        const alert = makeAlert({ id: `alert-${index % 9}` });
        const event = (['raised', 'grown', 'over'] as const)[Math.floor(index / 9)]!;
        try {
          await outbox.announce(alert, { event, at: clock.now() }, {}, null);
          for (const id of receivers) announced.push(sayOf(id, alert.id, event));
        } catch {
          // The watch would be told, and announce it anew: it was not kept.
        }
        await clock.pass(Math.floor(random() * 10 * minuteMs) + 1, turn);
        if (random() < 0.2) {
          await outbox.close();
          stops += 1;
          outbox = open();
        }
      }
      isTroubled = false;
      await clock.pass(60 * minuteMs, turn);
      await outbox.settled();

      expect(announced.length).toBeGreaterThan(40);
      expect([...new Set(acknowledged)].sort()).toEqual([...announced].sort());
      for (const receiver of receivers)
        for (let index = 0; index < 9; index += 1) {
          const told = acknowledged.filter((one) => one.startsWith(`${receiver} alert-${index} `));
          const events = [...new Set(told)].map((one) => deliveryEvents.indexOf(one.split(' ')[2] as 'raised'));
          expect(events).toEqual([...events].sort((a, b) => a - b));
        }
      expect(failedWrites).toBeGreaterThan(0);
      const doubled = acknowledged.length - new Set(acknowledged).size;
      expect(doubled).toBeLessThanOrEqual(stops * receivers.length);
      expect((await outbox.log({ state: 'waiting', limit: 9 })).length).toBe(0);
      await outbox.close();
    },
  );
});
