import { expect, it } from 'vitest';
import { mergeFinely, netCurve, spans } from '../../../client/select/netCurve.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { countedLaunch, makeComparison } from '../../support/makeComparison.ts';

const pointsOf = (counts: readonly number[]) => makeComparison(countedLaunch('balm', counts), []).launch.points;

it('draws net sentiment in the middle of each bucket and breaks where there are too few opinions', () => {
  const curve = netCurve(spans(pointsOf([100, 2, 100, 100]), hourMs))!;
  expect(curve.points.map((point) => point && Math.round(point.net))).toEqual([67, null, 67, 67]);
  expect(curve.points[0]!.offsetMs).toBe(hourMs / 2);
  for (const point of curve.points)
    if (point) expect(point.low < point.net && point.net < point.high && point.high <= curve.domain.high).toBe(true);
});

it('draws nothing of less than two points', () => {
  expect(netCurve(spans(pointsOf([100]), hourMs))).toBeNull();
  expect(netCurve(spans(pointsOf([1, 2, 1]), hourMs))).toBeNull();
});

it('adds hours up to longer steps from T0 on and back, and loses no opinion', () => {
  const hours = Array.from({ length: 15 }, (_, index) => ({
    offsetMs: (index - 7) * hourMs,
    positive: index,
    neutral: 1,
    negative: 2 * index,
  }));
  const merged = mergeFinely(hours, 6 * hourMs, hourMs, { from: 0, to: 0 });
  expect(merged.map(({ offsetMs }) => offsetMs / hourMs)).toEqual([-12, -6, 0, 6]);
  for (const part of ['positive', 'neutral', 'negative'] as const) {
    const sumOf = (points: readonly (typeof hours)[number][]) => points.reduce((sum, point) => sum + point[part], 0);
    expect(sumOf(merged)).toBe(sumOf(hours));
  }
  expect(merged[2]).toMatchObject({ positive: 7 + 8 + 9 + 10 + 11 + 12, neutral: 6 });
});

it('tells the hours of the stretch that is asked for, several together until they hold opinions enough, and loses none', () => {
  const hours = [40, 40, 10, 10, 10, 2, 50, 50].map((positive, index) => ({
    offsetMs: (index - 1) * hourMs,
    positive,
    neutral: 0,
    negative: 0,
  }));
  const merged = mergeFinely(hours, 6 * hourMs, hourMs, { from: 0, to: 6 * hourMs });
  expect(merged.map((one) => [one.offsetMs / hourMs, one.spanMs / hourMs, one.positive])).toEqual([
    [-6, 6, 40],
    [0, 1, 40],
    [1, 3, 30],
    [4, 2, 52],
    [6, 6, 50],
  ]);
});
