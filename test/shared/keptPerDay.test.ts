import { describe, expect, it } from 'vitest';
import { keptAt, thresholdFor } from '../../shared/keptPerDay.ts';

/** 100 a day at 0, one less with each hundredth. */
const perDay = Array.from({ length: 101 }, (_, step) => 100 - step);

describe('keptAt', () => {
  it('reads what a threshold keeps, between steps the stricter one', () => {
    expect(keptAt(perDay, 0.5)).toBe(50);
    expect(keptAt(perDay, 0.29)).toBe(71);
    expect(keptAt(perDay, 0.505)).toBe(49);
    expect(keptAt(perDay, 1)).toBe(0);
    expect(keptAt([], 0.5)).toBe(0);
  });
});

describe('thresholdFor', () => {
  it('is the lowest that keeps no more than asked', () => {
    expect(thresholdFor(perDay, 40)).toBe(0.6);
    expect(thresholdFor(perDay, 40.5)).toBe(0.6);
    expect(thresholdFor(perDay, 0)).toBe(1);
  });

  it('is none where there are not so many', () => {
    expect(thresholdFor(perDay, 100)).toBeUndefined();
    expect(thresholdFor(perDay, 5_000)).toBeUndefined();
  });
});
