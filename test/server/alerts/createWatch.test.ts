import { expect, it } from 'vitest';
import type { SeriesDetector } from '../../../server/alerts/createJudge.ts';
import type { AlertEvent } from '../../../server/alerts/createRaising.ts';
import { createWatch, type WatchDeps } from '../../../server/alerts/createWatch.ts';
import type { Told } from '../../../server/alerts/standing.ts';
import { keyOf } from '../../../server/alerts/watched.ts';
import { createWindow } from '../../../server/live/window.ts';
import { type Alert, type AlertsState, alertRuleSchema } from '../../../shared/alerts.ts';
import { workspaceSchema } from '../../../shared/domain.ts';
import { emptyTally, quarterMs } from '../../../shared/rollup.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 12);
const rule = alertRuleSchema.parse({ id: 'complaints', name: 'Complaints', kinds: ['complaints'] });
const workspace = workspaceSchema.parse({
  version: 1,
  brands: [{ id: 'solenne', name: 'Solenne', query: 'solenne' }],
  alerts: { rules: [rule], quietHours: null },
});

/** Stands out from 20 on; what it was asked is noted. */
function plainDetector(pushed: [number, number][]): SeriesDetector {
  const judge = (at: number, value: number) =>
    value < 20
      ? undefined
      : {
          at,
          until: at + quarterMs,
          severity: 5,
          isKnown: true,
          figure: { at: at + quarterMs, spanMs: quarterMs, value, expected: 2 },
        };
  const counted = (measured: object) => ('value' in measured ? (measured.value as number) : 0);
  return {
    push(at, measured) {
      pushed.push([at, counted(measured)]);
      return judge(at, counted(measured));
    },
    peek: (at, measured) => judge(at, counted(measured)),
    forecast: () => undefined,
    expected: () => undefined,
  };
}

function open(more: Partial<WatchDeps> = {}) {
  let now = start;
  const window = createWindow(now);
  const pushed: [number, number][] = [];
  const events: AlertEvent[] = [];
  let state: AlertsState = { order: [], alerts: {} };
  const watch = createWatch({
    ...{ window, workspace, alerts: [] },
    now: () => now,
    createDetector: () => plainDetector(pushed),
    alsoSeen: () => [],
    tell: (told) => void events.push(...told.map(({ event, alert }) => ({ event, alert: structuredClone(alert) }))),
    show(shown) {
      state = shown;
    },
    ...more,
  });
  return {
    watch,
    events,
    pushed,
    state: () => state,
    say(at: number, complaints: number) {
      const tally = { ...emptyTally(), mentions: complaints, distinct: complaints, significantNegative: complaints };
      window.absorb([{ at, brand: 'solenne', theme: '*', channel: 'social', lang: 'en', country: '', ...tally }], []);
    },
    async goTo(at: number) {
      now = at;
      window.moveTo(at);
      watch.look();
    },
  };
}

it('tells within the quarter-hour that is running', async () => {
  const { watch, say, goTo, events, state } = open();
  await watch.learn();
  say(start + 2 * minute, 12);
  await goTo(start + 2 * minute);
  expect(events).toEqual([]);
  say(start + 2 * minute, 28);
  await goTo(start + 2 * minute + 500);
  expect(events).toMatchObject([
    { event: 'raised', alert: { kind: 'complaints', brand: 'solenne', current: { value: 40 } } },
  ]);
  expect(state().order).toEqual([events[0]!.alert.id]);
});

it('judges each quarter-hour once, in order, whatever the clock does between', async () => {
  const { watch, say, goTo, pushed } = open();
  await watch.learn();
  for (let k = 0; k < 6; k += 1) say(start + k * quarterMs, k + 1);
  await goTo(start + 3 * quarterMs + minute);
  await goTo(start + 3 * quarterMs + 2 * minute);
  await goTo(start + 6 * quarterMs + minute);
  expect(pushed).toEqual(Array.from({ length: 6 }, (_, k) => [start + k * quarterMs, k + 1]));
});

it('learns from what the window remembers, and goes on behind it', async () => {
  const first = open();
  first.say(start - 3 * quarterMs, 4);
  first.say(start - quarterMs, 7);
  await first.goTo(start + minute);
  await first.watch.learn();
  await first.goTo(start + quarterMs + minute);
  expect(first.pushed).toEqual([
    [start - 3 * quarterMs, 4],
    [start - 2 * quarterMs, 0],
    [start - quarterMs, 7],
    [start, 0],
  ]);
});

it('says when it is over, shows it for six hours more, and nothing after that', async () => {
  const { watch, say, goTo, events, state } = open();
  await watch.learn();
  say(start, 30);
  await goTo(start + minute);
  await goTo(start + quarterMs + minute);
  expect(events.map(({ event }) => event)).toEqual(['raised']);
  await goTo(start + 2 * quarterMs + minute);
  expect(events.map(({ event }) => event)).toEqual(['raised', 'over']);
  expect(state().order).toHaveLength(1);
  await goTo(start + 2 * quarterMs + 2 * minute + 6 * 60 * minute);
  expect(state().order).toEqual([]);
});

it('tells what others saw, and that it is over once they see it no more', async () => {
  let seen: Told[] = [];
  const { watch, goTo, events } = open({ alsoSeen: () => seen });
  await watch.learn();
  const silence = alertRuleSchema.parse({ id: 'silence', name: 'Silence', kinds: ['silent-source'], least: 1 });
  const figure = { at: start, spanMs: 20 * minute, value: 0, expected: 30 };
  seen = [
    {
      watched: {
        key: keyOf('silence', { kind: 'silent-source', source: 'forum' }),
        rule: silence,
        subject: { kind: 'silent-source', source: 'forum' },
      },
      standing: { at: start, until: start, severity: 4, figure: { ...figure, value: 1 }, isKnown: true },
    },
  ];
  await goTo(start + minute);
  expect(events).toMatchObject([{ event: 'raised', alert: { source: 'forum' } }]);
  await goTo(start + quarterMs + minute);
  seen = [];
  await goTo(start + 2 * quarterMs + minute);
  expect(events.map(({ event }) => event)).toEqual(['raised', 'over']);
});

it('asks again once somebody who snoozed has slept enough, and leaves out what is resolved', async () => {
  const { watch, say, goTo, state } = open();
  await watch.learn();
  say(start, 30);
  await goTo(start + minute);
  const [id] = state().order as [string];
  const alert = () => state().alerts[id];
  watch.change(id, { state: 'snoozed', snoozedUntil: start + 5 * minute });
  await goTo(start + 4 * minute);
  expect(alert()).toMatchObject({ state: 'snoozed' });
  await goTo(start + 5 * minute);
  expect(alert()).toMatchObject({ state: 'open' });
  expect(alert()).not.toHaveProperty('snoozedUntil');
  watch.say({ ...(alert() as Alert), state: 'resolved' });
  expect(state().order).toEqual([]);
});
