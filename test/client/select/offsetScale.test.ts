import { describe, expect, it } from 'vitest';
import { offsetScale, rootTicks } from '../../../client/select/offsetScale.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';

describe('the axis around T0', () => {
  it('is even while a launch is young', () => {
    const { x, isRoot } = offsetScale(-30 * hourMs, 30 * hourMs, 600);
    expect(isRoot).toBe(false);
    expect([x(-30 * hourMs), x(0), x(15 * hourMs), x(30 * hourMs)]).toEqual([0, 300, 450, 600]);
  });

  it('gives the first day of two weeks a fifth of its width, and never turns back', () => {
    const { x, isRoot } = offsetScale(-3 * dayMs, 14 * dayMs, 1_000);
    expect(isRoot).toBe(true);
    expect(x(dayMs) - x(0)).toBeGreaterThan(200);
    let before = Number.NEGATIVE_INFINITY;
    for (let at = -3 * dayMs; at <= 14 * dayMs; at += hourMs) {
      expect(x(at)).toBeGreaterThan(before);
      before = x(at);
    }
    expect([x(-3 * dayMs), x(14 * dayMs)]).toEqual([0, 1_000]);
  });

  it('reads back the offset under a pixel', () => {
    for (const [from, to] of [
      [-30 * hourMs, 30 * hourMs],
      [-3 * dayMs, 14 * dayMs],
    ] as const) {
      const { x, at } = offsetScale(from, to, 900);
      for (const offset of [from, -hourMs, 0, hourMs, 29 * hourMs, to]) expect(at(x(offset))).toBeCloseTo(offset, 3);
    }
  });

  it('names round offsets on both sides of T0, none too near to the next', () => {
    const scale = offsetScale(-3 * dayMs, 14 * dayMs, 1_000);
    const ticks = rootTicks(scale, -3 * dayMs, 14 * dayMs, 56);
    expect(ticks).toContain(0);
    expect(ticks).toContain(dayMs);
    expect(ticks[0]).toBeLessThan(0);
    for (const [place, tick] of ticks.entries())
      if (place > 0) expect(scale.x(tick) - scale.x(ticks[place - 1]!)).toBeGreaterThanOrEqual(56);
  });
});
