import { expect, it } from 'vitest';
import { studentT } from '../../../server/outlook/studentT.ts';

it('agrees with printed tables of Student’s t', () => {
  // dof, one-sided 0.9, 0.975 (any statistics book).
  for (const [dof, at90, at975] of [
    [1, 3.078, 12.706],
    [4, 1.533, 2.776],
    [10, 1.372, 2.228],
    [30, 1.31, 2.042],
    [120, 1.289, 1.98],
  ] as const) {
    const t = studentT(dof);
    expect(t.quantile(0.9)).toBeCloseTo(at90, 3);
    expect(t.quantile(0.975)).toBeCloseTo(at975, 3);
    expect(t.quantile(0.1)).toBeCloseTo(-at90, 3);
  }
});

it('undoes itself, and is one half at the middle', () => {
  for (const dof of [2, 5, 19, 59]) {
    const t = studentT(dof);
    expect(t.cdf(0)).toBeCloseTo(0.5, 12);
    for (const probability of [0.01, 0.25, 0.5, 0.75, 0.99])
      expect(t.cdf(t.quantile(probability))).toBeCloseTo(probability, 10);
  }
});
