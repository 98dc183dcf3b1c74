import { type Delivery, dedupeKey } from './delivery.ts';

/**
 * What was held for one receiver through its quiet hours, as one message that names each alert once, those that are over too:
 * nobody has to wonder what was kept from them. The held ones end as `dropped`, in the log under their own name.
 */
export function summarize(held: readonly Delivery[], now: number): { summary: Delivery; dropped: Delivery[] } {
  const said = new Map(held.flatMap((one) => one.said.map((alert) => [alert.id, alert] as const)));
  const [first] = held;
  if (!first) throw new Error('nothing was held');
  const alerts = [...said.keys()];
  return {
    summary: {
      id: dedupeKey('summary', first.receiver, ...held.map(({ id }) => id).sort()),
      receiver: first.receiver,
      event: 'summary',
      state: 'waiting',
      alerts,
      createdAt: now,
      attempts: 0,
      nextAt: now,
      said: [...said.values()],
    },
    dropped: held.map(({ nextAt: _, ...one }) => ({
      ...one,
      state: 'dropped',
      endedAt: now,
      reason: { code: 'summary' },
    })),
  };
}
