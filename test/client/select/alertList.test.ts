import { describe, expect, it } from 'vitest';
import { alertGroups, alertLasts, mergeAlerts, parseAlertFilters } from '../../../client/select/alertList.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { makeState, pastAlerts, priceAlert, silenceAlert, talkAlert } from '../../support/alertStory.ts';

const now = Date.UTC(2026, 10, 12, 15);
const ids = (alerts: readonly { id: string }[]) => alerts.map(({ id }) => id);

describe('The list of alerts', () => {
  it('reads its filters from the address, and takes what it does not know for none', () => {
    expect(parseAlertFilters('?brand=vela&kind=copies&state=resolved&ui=fr')).toEqual({
      brand: 'vela',
      kind: 'copies',
      state: 'resolved',
    });
    expect(parseAlertFilters('?brand=&kind=noise&state=')).toEqual({});
  });

  it('puts what goes on before what is over, each newest first', () => {
    const all = [...pastAlerts(now), silenceAlert(now), priceAlert(now), talkAlert(now)];
    const { open, past } = alertGroups(all, {});
    expect(ids(open)).toEqual(['price-1', 'talk-1', 'silence-1']);
    expect(ids(past)).toEqual(['past-1', 'past-2']);
    expect(ids(alertGroups(all, { brand: 'vela', kind: 'copies' }).past)).toEqual(['past-2']);
    expect(alertGroups(all, { state: 'snoozed' })).toEqual({ open: [], past: [] });
  });

  it('shows what the line tells over what was asked for, and what was raised since', () => {
    const asked = [talkAlert(now), ...pastAlerts(now)];
    const live = makeState([priceAlert(now), talkAlert(now, { owner: 'Care team' })]);
    const merged = mergeAlerts(asked, live);
    expect(ids(merged)).toEqual(['price-1', 'talk-1', 'past-1', 'past-2']);
    expect(merged[1]?.owner).toBe('Care team');
    expect(mergeAlerts(asked, undefined)).toEqual(asked);
  });

  it('tells how long in whole minutes, until now or until it was over', () => {
    const alert = talkAlert(now, { raisedAt: now - hourMs });
    expect(alertLasts(alert, now + 59_000)).toBe(hourMs);
    expect(alertLasts({ ...alert, overAt: now - 30 * minuteMs }, now)).toBe(30 * minuteMs);
    expect(alertLasts({ ...alert, at: now }, now - 1)).toBe(0);
  });
});
