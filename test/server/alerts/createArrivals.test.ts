import { expect, it } from 'vitest';
import { createArrivals } from '../../../server/alerts/createArrivals.ts';
import type { StoredRecord } from '../../../server/store/store.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 2);

/** A post a minute for three days; what is kept on the way. */
function listened() {
  const arrivals = createArrivals([], start);
  const kept = new Map<string, StoredRecord>();
  for (let at = start; at < start + 3 * day; at += minute) {
    arrivals.count('forum', 1, at);
    for (const { body, ...change } of arrivals.changes(at)) kept.set(change.id, { ...change, body: body! });
  }
  return { arrivals, kept: [...kept.values()], now: start + 3 * day };
}

it('tells that a source is silent where it never was, and no more once it speaks', () => {
  const { arrivals, now } = listened();
  expect(arrivals.silenceOf('forum', now + 5 * minute)).toBeUndefined();
  const silence = arrivals.silenceOf('forum', now + 2 * hour)!;
  expect(silence.expected).toBeGreaterThan(90);
  expect(silence.since).toBeGreaterThanOrEqual(now - 2 * minute);
  arrivals.count('forum', 1, now + 2 * hour);
  expect(arrivals.silenceOf('forum', now + 2 * hour + minute)).toBeUndefined();
});

it('knows the rhythm after a restart, and does not take the time in between for silence', () => {
  const { kept, now } = listened();
  const later = now + 5 * hour;
  const again = createArrivals(kept, later);
  expect(again.silenceOf('forum', later + minute)).toBeUndefined();
  expect(again.silenceOf('forum', later + 4 * hour)).toBeDefined();
});

it('says nothing of a source that it has not known for a day', () => {
  const arrivals = createArrivals([], start);
  for (let at = start; at < start + 5 * hour; at += minute) arrivals.count('new', 1, at);
  expect(arrivals.silenceOf('new', start + 9 * hour)).toBeUndefined();
  expect(arrivals.silenceOf('nobody', start)).toBeUndefined();
});
