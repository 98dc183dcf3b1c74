import { expect, it } from 'vitest';
import { fillingHours, fillingOf } from '../../../client/select/fillingOf.ts';

it('is the share of a launch that is told, within 0 and 1', () => {
  expect(fillingOf(100, 150, 200)).toBe(0.5);
  expect(fillingOf(100, 50, 200)).toBe(0);
  expect(fillingOf(100, 300, 200)).toBe(1);
  expect(fillingOf(200, 100, 100)).toBe(0);
});

it('tells whole hours, of those up to now', () => {
  const hour = 3_600_000;
  expect(fillingHours(hour, 3.5 * hour, 10.2 * hour)).toEqual({ done: 2, all: 10 });
  expect(fillingHours(hour, hour, 11 * hour)).toEqual({ done: 0, all: 10 });
  expect(fillingHours(hour, 12 * hour, 11 * hour)).toEqual({ done: 10, all: 10 });
});
