import { expect, it } from 'vitest';
import { waitingAlerts } from '../../../client/select/waitingAlerts.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { makeState } from '../../support/alertStory.ts';
import { makeAlert } from '../../support/makeAlert.ts';

const now = Date.UTC(2026, 10, 12, 15);
const waits = (more: Parameters<typeof makeAlert>[0]) => waitingAlerts(makeState([makeAlert(more)]), now).length === 1;

it('lets alerts wait until somebody took them, and what is over for an hour more', () => {
  expect(waits({})).toBe(true);
  expect(waits({ state: 'acknowledged' })).toBe(false);
  expect(waits({ state: 'resolved' })).toBe(false);
  expect(waits({ overAt: now - hourMs + 1 })).toBe(true);
  expect(waits({ overAt: now - hourMs })).toBe(false);
});

it('lets what was put off wait again when its time is up', () => {
  expect(waits({ state: 'snoozed', snoozedUntil: now + 1 })).toBe(false);
  expect(waits({ state: 'snoozed', snoozedUntil: now })).toBe(true);
});

it('puts what is real before what is rehearsed, however new that is', () => {
  const state = makeState([makeAlert({ id: 'drill', rehearsal: true }), makeAlert({ id: 'real' })]);
  expect(waitingAlerts(state, now).map(({ id }) => id)).toEqual(['real', 'drill']);
});

it('keeps the order of the topic, and knows of nothing before its first frame', () => {
  const state = makeState([makeAlert({ id: 'b' }), makeAlert({ id: 'a' })]);
  expect(waitingAlerts(state, now).map(({ id }) => id)).toEqual(['b', 'a']);
  expect(waitingAlerts(undefined, now)).toEqual([]);
});
