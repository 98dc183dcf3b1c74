import { expect, it } from 'vitest';
import { exploreEvents } from '../../../client/select/exploreEvents.ts';

const t0 = Date.UTC(2026, 2, 2, 13);
const hour = 3_600_000;
const launch = (id: string, at: number) => ({
  id,
  name: `Launch ${id}`,
  brand: 'solenne',
  at,
  timeZone: 'UTC',
  events: [
    { at, name: 'web shop opens', kind: 'sale' },
    { at: at + hour, name: 'film out', kind: 'film' },
  ],
  decisions: [],
});
const time = (at: number) => new Date(at).toISOString().slice(11, 16);
const window = { from: t0 - hour, to: t0 + 6 * hour };

it('names T0 once, by what happens at it', () => {
  expect(exploreEvents([launch('a', t0), launch('old', t0 - 30 * 24 * hour)], window, time)).toEqual([
    { at: t0, name: 'T0 web shop opens', isStrong: true },
    { at: t0 + hour, name: '14:00 film out' },
  ]);
});

it('names the launches where there are several', () => {
  const names = exploreEvents([launch('a', t0), launch('b', t0 + 2 * hour)], window, time).map((event) => event.name);
  expect(names).toEqual(['T0 Launch a', '14:00 film out', 'T0 Launch b', '16:00 film out']);
});
