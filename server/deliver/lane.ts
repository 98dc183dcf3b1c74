import type { Delivery } from './delivery.ts';

/** After so many answers that blame the message itself, others no longer wait for it. */
const triesBeforeOthersPass = 3;

const events = ['raised', 'grown', 'changed', 'over', 'summary', 'test'] as const;

/** The order in which one receiver hears of things. */
export function inOrder(a: Delivery, b: Delivery): number {
  return a.createdAt - b.createdAt || events.indexOf(a.event) - events.indexOf(b.event) || (a.id < b.id ? -1 : 1);
}

const mayBePassed = (one: Delivery) => one.isOwnFault === true && one.attempts >= triesBeforeOthersPass;

/**
 * What one receiver is to be sent next of what waits for it, in order, and from when. While it is down everything waits for the
 * first; a message that it alone chokes on is passed by others after a few tries, but never by news of the same alert.
 */
export function nextInLane(waiting: readonly Delivery[]): { delivery: Delivery; at: number } | undefined {
  const blocked = new Set<string>();
  let soonest: { delivery: Delivery; at: number } | undefined;
  for (const delivery of waiting) {
    if (delivery.alerts.some((alert) => blocked.has(alert))) continue;
    const at = delivery.nextAt ?? delivery.createdAt;
    if (soonest === undefined || at < soonest.at) soonest = { delivery, at };
    if (!mayBePassed(delivery)) break;
    for (const alert of delivery.alerts) blocked.add(alert);
  }
  return soonest;
}
