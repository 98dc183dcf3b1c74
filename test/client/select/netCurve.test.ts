import { expect, it } from 'vitest';
import { netCurve } from '../../../client/select/netCurve.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { countedLaunch, makeComparison } from '../../support/makeComparison.ts';

const pointsOf = (counts: readonly number[]) => makeComparison(countedLaunch('balm', counts), []).launch.points;

it('draws net sentiment in the middle of each bucket and breaks where there are too few opinions', () => {
  const curve = netCurve(pointsOf([100, 2, 100, 100]), hourMs)!;
  expect(curve.points.map((point) => point && Math.round(point.net))).toEqual([67, null, 67, 67]);
  expect(curve.points[0]!.offsetMs).toBe(hourMs / 2);
  for (const point of curve.points)
    if (point) expect(point.low < point.net && point.net < point.high && point.high <= curve.domain.high).toBe(true);
});

it('draws nothing of less than two points', () => {
  expect(netCurve(pointsOf([100]), hourMs)).toBeNull();
  expect(netCurve(pointsOf([1, 2, 1]), hourMs)).toBeNull();
});
