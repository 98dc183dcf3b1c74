import type { DeliveryReason } from '../../shared/receivers.ts';

/**
 * How one attempt ended. `later`: it may succeed another time; `isOwn`: this one message may be the reason, others need not
 * wait for it; `retryAfterMs`: what the receiver asked for. `refused`: it never will.
 */
export type Outcome =
  | { as: 'delivered'; status?: number; reason?: DeliveryReason }
  | { as: 'later'; reason: DeliveryReason; status?: number; isOwn?: true; retryAfterMs?: number }
  | { as: 'refused'; reason: DeliveryReason; status?: number };

const worthAnother = [408, 425, 429];
/** Said by what stands in front of a receiver that is down, or by one that has enough. */
const isDown = [408, 425, 429, 502, 503, 504];
const longestWaitMs = 24 * 3_600_000;

/** `Retry-After` in seconds or as a date; undefined where it cannot be read. At most a day. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) : undefined;
  const ms = seconds === undefined ? Date.parse(header) - now : seconds * 1_000;
  return Number.isNaN(ms) ? undefined : Math.min(longestWaitMs, Math.max(0, ms));
}

/** What an answer by HTTP means. `said`: the beginning of its body. */
export function outcomeOf(
  status: number,
  { retryAfter, said, now }: { retryAfter?: string; said: string; now: number },
): Outcome {
  if (status >= 200 && status < 300) return { as: 'delivered', status };
  const reason: DeliveryReason = { code: 'status', detail: said === '' ? String(status) : `${status}: ${said}` };
  if (status >= 300 && status < 400)
    return { as: 'refused', status, reason: { code: 'redirect', detail: String(status) } };
  if (status >= 400 && status < 500 && !worthAnother.includes(status)) return { as: 'refused', status, reason };
  const retryAfterMs = readRetryAfter(retryAfter, now);
  return {
    as: 'later',
    status,
    reason,
    ...(isDown.includes(status) ? {} : { isOwn: true }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
