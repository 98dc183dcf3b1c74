import { expect, it } from 'vitest';
import { createPiles } from '../../../server/alerts/createPiles.ts';
import { watchedBy } from '../../../server/alerts/watched.ts';
import { createWindow } from '../../../server/live/window.ts';
import { alertRuleSchema } from '../../../shared/alerts.ts';
import { workspaceSchema } from '../../../shared/domain.ts';
import { emptyTally } from '../../../shared/rollup.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 12, 16);
const rule = alertRuleSchema.parse({ id: 'complaints', name: 'Complaints', kinds: ['complaints'] });
const workspace = workspaceSchema.parse({ version: 1, brands: [{ id: 'solenne', name: 'Solenne', query: 'solenne' }] });

/** Listening since `start`, looked at every minute. */
function open() {
  const window = createWindow(start);
  const piles = createPiles(watchedBy(rule, workspace, []), { window, among: 1, expectedOf: () => undefined });
  for (let place = 0; place < piles.size; place += 1) piles.learn(place, start, start);
  return {
    piles,
    say(at: number, { complaints = 0, praise = 0, copies = 0 }) {
      const mentions = complaints + praise + copies;
      const tally = {
        ...emptyTally(),
        mentions,
        distinct: mentions - copies,
        negative: complaints + copies,
        positive: praise,
      };
      window.absorb([{ at, brand: 'solenne', theme: '*', channel: 'social', lang: 'en', country: '', ...tally }], []);
    },
    look(at: number) {
      window.moveTo(at);
      return piles.look(at).map(({ standing }) => standing.figure.value);
    },
  };
}

it('tells complaints that reach it minutes after they were said', () => {
  const { say, look } = open();
  for (let k = 0; k < 30; k += 1) expect(look(start + k * minute)).toEqual([]);
  for (let ago = 1; ago <= 8; ago += 1) say(start + (30 - ago) * minute, { complaints: 5 });
  expect(look(start + 30 * minute)).toEqual([40]);
});

it('tells neither copies nor praise, nor complaints that are fewer than praise', () => {
  const { say, look } = open();
  look(start + 5 * minute);
  say(start + 5 * minute, { complaints: 1, copies: 39 });
  expect(look(start + 6 * minute)).toEqual([]);
  say(start + 7 * minute, { praise: 40 });
  expect(look(start + 8 * minute)).toEqual([]);
  say(start + 7 * minute, { complaints: 30 });
  expect(look(start + 9 * minute)).toEqual([]);
});

it('tells complaints that come minutes after as much praise', () => {
  const { say, look } = open();
  look(start + 5 * minute);
  say(start + 5 * minute, { praise: 40 });
  expect(look(start + 6 * minute)).toEqual([]);
  say(start + 7 * minute, { complaints: 25 });
  expect(look(start + 7 * minute)).toEqual([25]);
});

it('tells complaints of a sender whose clock is ahead', () => {
  const { say, look, piles } = open();
  look(start + 5 * minute);
  say(start + 8 * minute, { complaints: 25 });
  const [told] = piles.look(start + 5 * minute);
  expect(told?.standing).toMatchObject({ at: start + 5 * minute, until: start + 6 * minute, figure: { value: 25 } });
});

it('says when its complaints were counted, also while nothing more is said: in their ten minutes, and not in the last ten', () => {
  const { say, piles, look } = open();
  look(start + 30 * minute);
  say(start + 30 * minute, { complaints: 40 });
  for (let k = 31; k <= 55; k += 1) {
    look(start + k * minute);
    const { value, at, spanMs } = piles.look(start + k * minute)[0]!.standing.figure;
    expect({ value, at: (at - start) / minute, spanMs }).toEqual({ value: 40, at: 31, spanMs: 10 * minute });
  }
});

it('tells nothing of a brand that always draws as many', () => {
  const { say, look } = open();
  const told: number[] = [];
  for (let k = 0; k < 240; k += 1) {
    say(start + k * minute, { complaints: 4, praise: 9 });
    told.push(...look(start + k * minute + 30_000));
  }
  expect(told).toEqual([]);
});
