import { expect, it } from 'vitest';
import type { ComparisonPicture } from '../../../client/select/comparisonPicture.ts';
import {
  clockEvents,
  clockHeard,
  clockParts,
  clockPicture,
  heardCurve,
  standingFigure,
  unheardOfStanding,
} from '../../../client/select/launchClock.ts';
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
  const { all, next, last } = clockEvents(events, 200);
  expect(last?.name).toBe('Film');
  expect(clockEvents(events, 99).last).toBeNull();
  expect(all.map(({ name, isDone }) => [name, isDone])).toEqual([
    ['On sale', true],
    ['Film', true],
    ['TV spot', false],
  ]);
  expect(next?.name).toBe('TV spot');
  expect(clockEvents(events, 300).next).toBeNull();
});

const blank: ComparisonPicture = {
  fromMs: -24 * hourMs,
  toMs: 48 * hourMs,
  domain: { low: 0, high: 100 },
  launch: [],
  lines: [],
  median: [],
  outer: [],
  inner: [],
  launches: 0,
  unheard: [],
  ticks: [],
};
const hours = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, hour) => ({ offsetMs: (from + hour + 0.5) * hourMs, value: 1 }));

it('shows the stretch in which past launches were heard, with some of the time before', () => {
  const picture = clockPicture({ ...blank, launch: hours(-24, 6), median: hours(-4, 20) }, 6.2 * hourMs, [], 8);
  // Two fifths of the axis are ahead of now.
  expect([picture.fromMs / hourMs, picture.toMs / hourMs].map((at) => at.toFixed(2))).toEqual(['-6.00', '14.33']);
  expect(picture.launch.map((point) => point!.offsetMs / hourMs)).toEqual(
    hours(-6, 6).map(({ offsetMs }) => offsetMs / hourMs),
  );
  expect(picture.median).toHaveLength(18);
  expect(picture.ticks.every((tick) => tick >= picture.fromMs && tick <= picture.toMs)).toBe(true);
});

it('keeps now, T0 and what is planned in sight, and never leaves the axis of the comparison', () => {
  const early = clockPicture({ ...blank, launch: hours(-24, -20) }, -20 * hourMs, [], 8);
  expect([early.fromMs / hourMs, early.toMs / hourMs]).toEqual([-24, 0]);
  const planned = clockPicture(
    { ...blank, launch: hours(-3, 6), median: hours(-3, 6) },
    6 * hourMs,
    [30 * hourMs, 90 * hourMs],
    8,
  );
  expect([planned.fromMs / hourMs, planned.toMs / hourMs]).toEqual([-5, 48]);
  const alone = clockPicture(
    { ...blank, launch: [...hours(-8, 1), null, ...hours(2, 6)] },
    6.2 * hourMs,
    [8 * hourMs],
    8,
  );
  expect([alone.fromMs / hourMs, alone.toMs / hourMs]).toEqual([-10, 8]);
  expect(alone.launch.filter((point) => point === null)).toHaveLength(1);
});

const at = Date.UTC(2026, 10, 12, 9);
const compared = (more: Partial<LaunchComparison>): LaunchComparison =>
  ({ launch: { at }, fromMs: -24 * hourMs, toMs: 48 * hourMs, step: '1h', ...more }) as LaunchComparison;

it('asks in quarters of an hour what was heard of a launch, and coarser where the axis is long', () => {
  const now = at + 6.3 * hourMs;
  expect(clockHeard(compared({ now }))).toEqual({
    from: at - 24 * hourMs,
    to: at + 6.25 * hourMs,
    stepMs: 15 * minuteMs,
  });
  expect(clockHeard(compared({ now, toMs: 400 * hourMs }))?.stepMs).toBe(hourMs);
  expect(clockHeard(compared({ now: at - 25 * hourMs }))).toBeNull();
});

it('breaks the curve in every bucket of which something was not heard, and nowhere else', () => {
  const unheard = [{ from: at + 1.5 * hourMs, to: at + 3 * hourMs }];
  const curve = heardCurve(compared({}), [...hours(0, 5), null], unheard);
  expect(curve.map((point) => point && point.offsetMs / hourMs)).toEqual([0.5, null, null, 3.5, 4.5, null]);
});

it('compares a launch with nothing where hours of what is counted were not heard', () => {
  const standing = { fromMs: 0, toMs: 6 * hourMs } as LaunchComparison['standing'];
  const before = [{ from: at - 3 * hourMs, to: at - hourMs }];
  const during = [{ from: at - hourMs, to: at + 2 * hourMs }];
  expect(unheardOfStanding(compared({ standing }), before)).toBeNull();
  expect(unheardOfStanding(compared({ standing }), during)).toEqual({ from: at, to: at + 2 * hourMs });
  expect(unheardOfStanding(compared({ standing: null }), during)).toBeNull();
});
