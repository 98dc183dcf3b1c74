import { expect, it } from 'vitest';
import { changedAlert } from '../../../client/select/changedAlert.ts';
import { minuteMs } from '../../../shared/rollup.ts';
import { makeAlert } from '../../support/makeAlert.ts';

const now = Date.UTC(2026, 10, 12, 15);

it('shows a change as the server will answer it, and changes nothing else', () => {
  const alert = makeAlert({ owner: 'Care team', useful: true });
  expect(changedAlert(alert, { state: 'acknowledged' }, now)).toEqual({ ...alert, state: 'acknowledged' });
  expect(changedAlert(alert, { snoozeMinutes: 30 }, now)).toEqual({
    ...alert,
    state: 'snoozed',
    snoozedUntil: now + 30 * minuteMs,
  });
  const { owner: _, ...unowned } = alert;
  expect(changedAlert(alert, { owner: null }, now)).toEqual(unowned);
  const { useful: __, ...unjudged } = alert;
  expect(changedAlert(alert, { useful: null }, now)).toEqual(unjudged);
  expect(changedAlert(alert, { useful: false, owner: 'Lab' }, now)).toEqual({ ...alert, useful: false, owner: 'Lab' });
});

it('lets an alert that was put off be open again without a time', () => {
  const alert = makeAlert({ state: 'snoozed', snoozedUntil: now });
  expect(changedAlert(alert, { state: 'open' }, now)).toEqual(makeAlert());
});
