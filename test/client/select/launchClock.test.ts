import { expect, it } from 'vitest';
import { clockEvents, clockParts, standingFigure } from '../../../client/select/launchClock.ts';
import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rollup.ts';

it('reads a clock in two parts at most, before T0 as after it', () => {
  expect(clockParts(6 * hourMs + 12 * minuteMs + 59_999)).toEqual([
    { value: 6, unit: 'h' },
    { value: 12, unit: 'min' },
  ]);
  expect(clockParts(-(12 * dayMs + 3 * hourMs))).toEqual([
    { value: 12, unit: 'd' },
    { value: 3, unit: 'h' },
  ]);
  expect(clockParts(59_000)).toEqual([{ value: 0, unit: 'min' }]);
});

it('compares in a figure only where past launches allow it', () => {
  const of = (standing: Partial<NonNullable<LaunchComparison['standing']>> | null) =>
    standingFigure({ standing: standing as LaunchComparison['standing'] });
  expect(of(null)).toBeNull();
  expect(of({ launches: 2 })).toBeNull();
  expect(of({ launches: 5, times: 2.3, rank: { place: 1, of: 6 } })).toEqual({
    kind: 'times',
    times: 2.3,
    launches: 5,
  });
  expect(of({ launches: 4, rank: { place: 2, of: 5 } })).toEqual({ kind: 'rank', place: 2, of: 5 });
});

it('tells what happened from what is planned, and which comes next', () => {
  const events = [
    { at: 300, name: 'TV spot' },
    { at: 100, name: 'On sale' },
    { at: 200, name: 'Film' },
  ];
  const { all, next } = clockEvents(events, 200);
  expect(all.map(({ name, isDone }) => [name, isDone])).toEqual([
    ['On sale', true],
    ['Film', true],
    ['TV spot', false],
  ]);
  expect(next?.name).toBe('TV spot');
  expect(clockEvents(events, 300).next).toBeNull();
});
