import { expect, it } from 'vitest';
import { clampedSum } from '../../../server/pipeline/clampedSum.ts';
import { stepOf } from '../../../shared/keptPerDay.ts';

it('reaches the threshold that a reader who adds the parts up finds reached', () => {
  expect(0.1 + 0.7 - 0.3).toBeLessThan(0.5);
  const score = clampedSum(Float64Array.of(0.1, 0.7, -0.3));
  expect(score).toBe(0.5);
  // The settings count by steps what the second sort decides by the score itself.
  expect(stepOf(score)).toBe(50);
});

it('stays within 0 and 1', () => {
  expect(clampedSum(Float64Array.of(0.9, 0.4))).toBe(1);
  expect(clampedSum(Float64Array.of(-0.2, 0.1))).toBe(0);
});
