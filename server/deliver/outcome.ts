/**
 * How one attempt ended. `later`: it may succeed another time; `isOwn`: this one message may be the reason, others need not
 * wait for it; `retryAfterMs`: what the receiver asked for. `refused`: it never will.
 */
export type Outcome =
  | { as: 'delivered'; status?: number; reason?: string }
  | { as: 'later'; reason: string; status?: number; isOwn?: true; retryAfterMs?: number }
  | { as: 'refused'; reason: string; status?: number };

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
  { retryAfter, location, said, now }: { retryAfter?: string; location?: string; said: string; now: number },
): Outcome {
  if (status >= 200 && status < 300) return { as: 'delivered', status };
  const words = said === '' ? '' : `: ${said}`;
  if (status >= 300 && status < 400) {
    const where = location === undefined ? '' : ' to another address';
    return { as: 'refused', status, reason: `${status}, redirected${where}; redirects are not followed` };
  }
  if (status >= 400 && status < 500 && !worthAnother.includes(status))
    return { as: 'refused', status, reason: `${status}${words}` };
  const retryAfterMs = readRetryAfter(retryAfter, now);
  return {
    as: 'later',
    status,
    reason: `${status}${words}`,
    ...(isDown.includes(status) ? {} : { isOwn: true }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
