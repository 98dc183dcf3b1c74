import { expect, it } from 'vitest';
import { createRaising } from '../../../server/alerts/createRaising.ts';
import type { Told } from '../../../server/alerts/standing.ts';
import { keyOf, type Watched } from '../../../server/alerts/watched.ts';
import { type AlertRule, alertRuleSchema } from '../../../shared/alerts.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 12, 16);
const ruleOf = (more: Partial<AlertRule> = {}) =>
  alertRuleSchema.parse({ id: 'complaints', name: 'Complaints', kinds: ['complaints'], ...more });

function told(
  subject: Partial<Watched['subject']> = {},
  more: { value?: number; severity?: number; at?: number; strongestAt?: number; rule?: AlertRule } = {},
): Told {
  const rule = more.rule ?? ruleOf();
  const about: Watched['subject'] = { kind: 'complaints', brand: 'solenne', ...subject };
  const at = more.at ?? now - minute;
  const figure = { at: more.strongestAt ?? now, spanMs: 15 * minute, value: more.value ?? 38, expected: 4 };
  return {
    watched: { key: keyOf(rule.id, about), rule, subject: about },
    standing: { at, until: now, severity: more.severity ?? 6, figure, isKnown: true },
  };
}
const keys = (...of: Told[]) => new Set(of.map(({ watched }) => watched.key));

it('raises one alert and tells it once', () => {
  const raising = createRaising();
  const first = raising.see([told()], now);
  expect(first.map(({ event }) => event)).toEqual(['raised']);
  expect(first[0]!.alert).toMatchObject({
    kind: 'complaints',
    brand: 'solenne',
    state: 'open',
    severity: 6,
    raisedAt: now,
  });
  expect(raising.see([told({}, { value: 50 })], now + minute)).toEqual([]);
  expect(raising.all()[0]).toMatchObject({ first: { value: 38 }, current: { value: 50 } });
});

it('tells again what grew by two in severity, and no sooner', () => {
  const raising = createRaising();
  raising.see([told()], now);
  expect(raising.see([told({}, { severity: 7 })], now + minute)).toEqual([]);
  expect(raising.see([told({}, { severity: 8 })], now + 2 * minute).map(({ event }) => event)).toEqual(['grown']);
  expect(raising.see([told({}, { severity: 8 })], now + 3 * minute)).toEqual([]);
});

it('keeps how grave an alert was from when, and goes on with one that an older program kept', () => {
  const raising = createRaising();
  raising.see([told({}, { severity: 4 })], now);
  for (const [k, severity] of [5, 3, 5, 8].entries()) raising.see([told({}, { severity })], now + (k + 1) * minute);
  const [alert] = raising.all();
  const severities = [
    { at: now, severity: 4 },
    { at: now + minute, severity: 5 },
    { at: now + 4 * minute, severity: 8 },
  ];
  expect(alert).toMatchObject({ severity: 8, severities });
  const { severities: _, ...old } = alert!;
  const after = createRaising([old]);
  after.see([told({}, { severity: 8 })], now + 5 * minute);
  expect(after.all()[0]).not.toHaveProperty('severities');
  after.see([told({}, { severity: 9 })], now + 6 * minute);
  expect(after.all()[0]?.severities).toEqual([
    { at: now, severity: 8 },
    { at: now + 6 * minute, severity: 9 },
  ]);
});

it('makes one story of what stands out of a brand, told by what says most', () => {
  const raising = createRaising();
  const volume = told({ kind: 'volume' }, { rule: ruleOf({ id: 'volume', kinds: ['volume'] }), value: 90 });
  const [event, ...more] = raising.see([volume, told(), told({ theme: 'skin' })], now);
  expect(more).toEqual([]);
  expect(event).toMatchObject({ event: 'raised', alert: { kind: 'complaints', theme: 'skin' } });
  expect(event!.alert.with.map(({ kind, rule }) => [kind, rule])).toEqual([
    ['complaints', 'complaints'],
    ['volume', 'volume'],
  ]);
  const other = raising.see([told({ brand: 'mirelle' })], now);
  expect(other.map(({ event: name }) => name)).toEqual(['raised']);
});

it('begins a new story an hour later, and never hides a copy storm in one', () => {
  const raising = createRaising();
  const later = now + 61 * minute;
  raising.see([told()], now);
  expect(
    raising.see([told({ kind: 'volume' }, { at: now, strongestAt: later })], later).map(({ event }) => event),
  ).toEqual(['raised']);
  expect(
    raising.see([told({ kind: 'copies' }, { value: 300, strongestAt: later })], later).map(({ event }) => event),
  ).toEqual(['raised']);
});

it('waits as long as the rule asks, and tells nothing smaller than it asks for', () => {
  const raising = createRaising();
  const slow = ruleOf({ pendingMinutes: 15 });
  expect(raising.see([told({}, { rule: slow, at: now })], now + 14 * minute)).toEqual([]);
  expect(raising.see([told({}, { rule: slow, at: now })], now + 15 * minute)).toHaveLength(1);
  expect(createRaising().see([told({}, { rule: ruleOf({ least: 39 }) })], now)).toEqual([]);
});

it('tells nothing that was strongest more than an hour ago, however strange it still is', () => {
  const hour = 60 * minute;
  expect(createRaising().see([told()], now + 2 * hour)).toEqual([]);
  expect(createRaising().see([told()], now + hour)).toHaveLength(1);
  // Whoever asks to wait is told after the wait.
  const patient = told({}, { rule: ruleOf({ pendingMinutes: 120 }) });
  expect(createRaising().see([patient], now + 2 * hour)).toHaveLength(1);
  // What is told already is told to its end.
  const raising = createRaising();
  raising.see([told()], now);
  expect(raising.see([told({}, { severity: 9 })], now + 2 * hour).map(({ event }) => event)).toEqual(['grown']);
});

it('is over when nothing of its story stands out any more', () => {
  const raising = createRaising();
  const theme = told({ theme: 'skin' });
  raising.see([told(), theme], now);
  expect(raising.end(keys(theme), now + minute)).toEqual([]);
  const [over] = raising.end(new Set(), now + 2 * minute);
  expect(over).toMatchObject({ event: 'over', alert: { overAt: now + 2 * minute } });
  expect(raising.all()).toEqual([]);
  expect(raising.see([told()], now + 3 * minute).map(({ event }) => event)).toEqual(['raised']);
});

it('goes on after a restart where it stopped', () => {
  const before = createRaising();
  const volume = told({ kind: 'volume' }, { rule: ruleOf({ id: 'volume', kinds: ['volume'] }), severity: 5 });
  before.see([told(), volume], now);
  const after = createRaising(structuredClone(before.all()));
  expect(after.see([told(), volume], now + 5 * minute)).toEqual([]);
  expect(after.see([told({}, { severity: 9 })], now + 6 * minute).map(({ event }) => event)).toEqual(['grown']);
  expect(after.end(new Set(), now + 7 * minute)).toHaveLength(1);
});

it('tells of a brand rather than of the channel that swells with it', () => {
  const raising = createRaising();
  const channel = told({ brand: undefined, channel: 'social' }, { severity: 9 });
  const [event, ...more] = raising.see([channel, told()], now);
  expect(more).toEqual([]);
  expect(event!.alert).toMatchObject({ brand: 'solenne', with: [{ channel: 'social' }] });
  expect(createRaising().see([channel], now)).toMatchObject([{ event: 'raised', alert: { channel: 'social' } }]);
});

it('lets what is far graver lead the story', () => {
  const raising = createRaising();
  const volume = told({ kind: 'volume' }, { rule: ruleOf({ id: 'volume', kinds: ['volume'] }), severity: 3 });
  const { alert } = raising.see([volume], now)[0]!;
  const [event] = raising.see([volume, told({ theme: 'skin' }, { severity: 8 })], now + minute);
  expect(event).toMatchObject({
    event: 'grown',
    alert: { id: alert.id, kind: 'complaints', theme: 'skin', severity: 8 },
  });
  expect(event!.alert.with).toMatchObject([{ kind: 'volume', brand: 'solenne', rule: 'volume' }]);
  expect(raising.see([volume, told({ theme: 'skin' }, { severity: 8 })], now + 2 * minute)).toEqual([]);
});

it('begins a new story beside one that is fading', () => {
  const raising = createRaising();
  raising.see([told({ theme: 'price' }, { severity: 9 })], now);
  const later = now + 31 * minute;
  const fresh = told({ theme: 'skin' }, { at: later });
  fresh.standing.figure = { ...fresh.standing.figure, at: later };
  expect(raising.see([told({ theme: 'price' }, { severity: 9 }), fresh], later).map(({ event }) => event)).toEqual([
    'raised',
  ]);
});

it('ends a story whose cause is over, and is silent of what still stands out of it until that is usual again', () => {
  const raising = createRaising();
  raising.see([told(), told({ brand: 'mirelle' })], now);
  const [event, ...more] = raising.close(({ brand }) => brand === 'solenne', now + minute);
  expect(event).toMatchObject({ event: 'over', alert: { brand: 'solenne', overAt: now + minute } });
  expect(more).toEqual([]);
  expect(raising.all().map(({ brand }) => brand)).toEqual(['mirelle']);
  const still = told({}, { strongestAt: now + 2 * minute });
  expect(raising.look([still], now + 2 * minute, false)).toEqual([]);
  expect(raising.look([still], now + 15 * minute, true).map(({ alert }) => alert.brand)).toEqual(['mirelle']);
  expect(raising.look([], now + 30 * minute, true)).toEqual([]);
  const again = told({}, { at: now + 40 * minute, strongestAt: now + 41 * minute });
  expect(raising.look([again], now + 41 * minute, false).map(({ event: name }) => name)).toEqual(['raised']);
});
