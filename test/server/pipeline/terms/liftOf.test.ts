import { describe, expect, it } from 'vitest';
import { liftOf } from '../../../../server/pipeline/terms/liftOf.ts';

describe('liftOf', () => {
  it('is one where a term keeps its share, however much more is said', () => {
    expect(liftOf(200, 10_000, 20, 1_000).lift).toBeCloseTo(1, 5);
  });

  it('does not let 3 against 0 win', () => {
    const few = liftOf(3, 1_000, 0, 4_000);
    expect(few.lift).toBeLessThan(5);
    expect(few.probability).toBeLessThan(0.9);
  });

  it('is surer of more texts with the same ratio, and its interval narrower', () => {
    const few = liftOf(8, 1_000, 8, 4_000);
    const many = liftOf(80, 1_000, 80, 4_000);
    expect(many.probability).toBeGreaterThan(few.probability);
    expect(many.high / many.low).toBeLessThan(few.high / few.low);
    expect(many.lift).toBeCloseTo(4, 0);
  });

  it('finds nothing sure where little was heard before', () => {
    expect(liftOf(20, 1_000, 0, 10).probability).toBeLessThan(0.5);
  });

  it('holds the lift between the ends of its interval', () => {
    const { lift, low, high } = liftOf(12, 500, 3, 2_000);
    expect(low).toBeLessThan(lift);
    expect(high).toBeGreaterThan(lift);
  });
});
