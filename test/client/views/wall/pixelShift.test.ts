import { describe, expect, it } from 'vitest';
import { pixelShift, shiftEveryMs } from '../../../../client/views/wall/pixelShift.ts';

const day = Array.from({ length: 480 }, (_, step) => pixelShift(step * shiftEveryMs));

describe('the shift of the picture', () => {
  it('moves every few minutes, never so far in one step that an eye would see it', () => {
    for (const [step, { x, y }] of day.entries()) {
      const before = day[step - 1];
      if (!before) continue;
      const moved = Math.hypot(x - before.x, y - before.y);
      expect(moved).toBeGreaterThan(0);
      expect(moved).toBeLessThanOrEqual(2);
    }
  });

  it('stands still between two steps', () => {
    expect(pixelShift(shiftEveryMs * 7.99)).toEqual(pixelShift(shiftEveryMs * 7));
  });

  it('never pushes more than three pixels out, and over a day leaves the picture in the middle', () => {
    for (const { x, y } of day) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(3);
    expect(day.reduce((sum, { x, y }) => sum + x + y, 0)).toBe(0);
  });
});
