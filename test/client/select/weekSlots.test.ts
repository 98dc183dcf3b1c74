import { expect, it } from 'vitest';
import { weekSlots } from '../../../client/select/weekSlots.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';

const to = Date.UTC(2026, 10, 12, 15);
const midnight = Date.UTC(2026, 10, 12);

it('has each day of the week once, in order, with nothing where nothing was counted', () => {
  const slots = weekSlots([{ at: midnight, mentions: 40, significant: 9 }], to - 7 * dayMs, to);
  expect(slots.map(({ at }) => (at - midnight) / dayMs)).toEqual([-7, -6, -5, -4, -3, -2, -1, 0]);
  expect(slots.map(({ mentions }) => mentions)).toEqual([0, 0, 0, 0, 0, 0, 0, 40]);
});

it('keeps the days that were counted where they are, also when days begin at another hour', () => {
  const days = [5, 2, 1].map((ago) => ({ at: midnight - ago * dayMs - hourMs, mentions: ago, significant: 0 }));
  const slots = weekSlots(days, to - 7 * dayMs, to);
  expect(slots.filter(({ mentions }) => mentions > 0)).toEqual(days);
  expect(new Set(slots.map(({ at }) => at)).size).toBe(slots.length);
});
