import { describe, expect, it } from 'vitest';
import { backOff } from '../../../server/deliver/backOff.ts';
import { createRandom } from '../../../server/random.ts';

describe('the wait after an attempt that failed', () => {
  it('begins with seconds, doubles, and is never longer than ten minutes (seed 3)', () => {
    const random = createRandom(3);
    for (let attempts = 1; attempts < 2_000; attempts += 1) {
      const whole = Math.min(600_000, 2_000 * 2 ** (attempts - 1));
      const wait = backOff(attempts, random);
      expect(wait).toBeGreaterThanOrEqual(whole / 2);
      expect(wait).toBeLessThanOrEqual(whole);
    }
  });

  it('differs between receivers that failed together (seed 4)', () => {
    const random = createRandom(4);
    expect(new Set(Array.from({ length: 100 }, () => backOff(12, random))).size).toBeGreaterThan(95);
  });
});
