import { expect, it } from 'vitest';
import { changeAlert, takeWord } from '../../../server/alerts/changeAlert.ts';
import { minuteMs } from '../../../shared/rollup.ts';
import { makeAlert } from '../../support/makeAlert.ts';

const now = Date.UTC(2026, 2, 2, 10);

it('keeps when each word was said, and what an alert was by it', () => {
  const raised = makeAlert();
  const taken = changeAlert(raised, { state: 'acknowledged', owner: 'Support' }, now);
  const asleep = changeAlert(taken, { snoozeMinutes: 5 }, now + minuteMs);
  const resolved = changeAlert(asleep, { state: 'resolved', owner: null }, now + 2 * minuteMs);
  expect(resolved.words).toEqual([
    { at: now, state: 'acknowledged', owner: 'Support' },
    { at: now + minuteMs, state: 'snoozed', snoozedUntil: now + 6 * minuteMs, owner: 'Support' },
    { at: now + 2 * minuteMs, state: 'resolved' },
  ]);
  expect(raised).not.toHaveProperty('words');
  expect(taken.words).toHaveLength(1);
  // Whether it was useful changes nothing of how it stood.
  expect(changeAlert(resolved, { useful: true }, now + 3 * minuteMs).words).toHaveLength(3);
  takeWord(raised, resolved);
  expect(raised).toMatchObject({ state: 'resolved', words: resolved.words });
});

it('keeps the newest hundred words, however often somebody changes their mind', () => {
  let alert = makeAlert();
  for (let time = 0; time < 300; time++)
    alert = changeAlert(alert, { state: time % 2 === 0 ? 'resolved' : 'open' }, now + time);
  expect(alert.words).toHaveLength(100);
  expect(alert.words?.at(-1)).toEqual({ at: now + 299, state: 'open' });
});
