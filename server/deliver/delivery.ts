import { createHash } from 'node:crypto';
import type { Alert, AlertRule } from '../../shared/alerts.ts';
import type { DeliveryAnswer, DeliveryEvent, Receiver } from '../../shared/receivers.ts';
import type { RecordChange } from '../store/store.ts';
import { type QuietHours, quietUntil } from './quietHours.ts';

/** Records of deliveries that are still to be made. What has ended lies under `endedKind`, so that starting reads little. */
export const openKind = 'delivery';
export const endedKind = 'delivery.ended';
/** Records of alerts, whose `id` is the alert's. */
export const alertKind = 'alert';

/** What happened to an alert, and when (epoch ms). With the alert and the receiver it is what a receiver tells doubles by. */
export type AlertNews = { event: Extract<DeliveryEvent, 'raised' | 'grown' | 'over' | 'changed'>; at: number };

export type Delivery = DeliveryAnswer & {
  /** As they were when it happened; none any more once it has ended. */
  said: Alert[];
  /** When it was tried first. */
  firstTriedAt?: number;
  /** The last answer was about this message, not about a receiver that is down. */
  isOwnFault?: true;
};

/** The same news for the same receiver has the same key, after a restart too. Fit for headers and Message-IDs. */
export function dedupeKey(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

export function recordOf(delivery: Delivery): RecordChange {
  const isOpen = delivery.state === 'waiting' || delivery.state === 'held';
  return {
    kind: isOpen ? openKind : endedKind,
    id: delivery.id,
    at: delivery.createdAt,
    body: JSON.stringify(delivery),
  };
}

/**
 * Takes what has ended from among the open ones into the log, in one change. What was said is left behind: nobody needs it any
 * more, and words of people do not outlive their posts in a log.
 */
export function ended(delivery: Delivery): RecordChange[] {
  return [{ kind: openKind, id: delivery.id, at: delivery.createdAt, body: null }, recordOf({ ...delivery, said: [] })];
}

/**
 * Who is to hear of it, as records to keep together with the alert's own: then neither is without the other, whatever happens.
 * In quiet hours it is held unless it is grave enough. Rehearsals are told to nobody.
 */
export function deliveriesOf({
  alert,
  news,
  rule,
  receivers,
  quiet,
  now,
}: {
  alert: Alert;
  news: AlertNews;
  rule: Pick<AlertRule, 'receivers'>;
  receivers: readonly Receiver[];
  quiet: QuietHours | null;
  now: number;
}): RecordChange[] {
  if (alert.rehearsal) return [];
  const told = receivers.filter(({ id, isOff }) => !isOff && (rule.receivers?.includes(id) ?? true));
  const quietTo = quiet === null ? undefined : quietUntil(now, quiet);
  // The curve is for screens: it is much of the alert, and no message shows it.
  const { course: _, ...said } = alert;
  return told.map((receiver) => {
    const isHeld = quiet !== null && quietTo !== undefined && alert.severity < (receiver.butFrom ?? quiet.butFrom);
    return recordOf({
      id: dedupeKey(alert.id, news.event, news.at, receiver.id),
      receiver: receiver.id,
      event: news.event,
      state: isHeld ? 'held' : 'waiting',
      alerts: [alert.id],
      createdAt: now,
      attempts: 0,
      nextAt: isHeld ? quietTo : now,
      said: [said],
    });
  });
}
