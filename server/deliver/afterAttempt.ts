import type { Random } from '../random.ts';
import { backOff } from './backOff.ts';
import type { Delivery } from './delivery.ts';
import type { Outcome } from './outcome.ts';

/** A receiver that was dead for so long, counted from the first try, is given up. */
export const givenUpAfterMs = 24 * 3_600_000;

/** What an attempt makes of a delivery: ended, or to be tried again. */
export function afterAttempt(delivery: Delivery, outcome: Outcome, now: number, random: Random): Delivery {
  const { nextAt: _, reason: __, status: ___, isOwnFault: ____, ...rest } = delivery;
  const firstTriedAt = delivery.firstTriedAt ?? now;
  const tried: Delivery = {
    ...rest,
    attempts: delivery.attempts + 1,
    triedAt: now,
    firstTriedAt,
    ...(outcome.status === undefined ? {} : { status: outcome.status }),
    ...(outcome.reason === undefined ? {} : { reason: outcome.reason }),
  };
  if (outcome.as !== 'later') return { ...tried, state: outcome.as, endedAt: now };
  if (now - firstTriedAt >= givenUpAfterMs) return { ...tried, state: 'given-up', endedAt: now };
  const waitMs = Math.max(backOff(tried.attempts, random), outcome.retryAfterMs ?? 0);
  return { ...tried, nextAt: now + waitMs, ...(outcome.isOwn ? { isOwnFault: true } : {}) };
}
