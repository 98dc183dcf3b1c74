import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReplayClock } from '../../../server/replay/replayClock.ts';

const range = { from: 10_000, to: 5_000_000 };

describe('the clock of a replay', () => {
  it('never leaves its range, never goes back by itself, and runs as fast as it was told (any orders)', () => {
    const order = fc.oneof(
      fc.record({ do: fc.constant('wait' as const), by: fc.integer({ min: 0, max: 20_000 }) }),
      fc.record({ do: fc.constant('speed' as const), by: fc.integer({ min: 1, max: 600 }) }),
      fc.record({ do: fc.constant('move' as const), by: fc.integer({ min: -50_000, max: 6_000_000 }) }),
      fc.record({ do: fc.constant('pause' as const), by: fc.constant(0) }),
      fc.record({ do: fc.constant('play' as const), by: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(order, { maxLength: 30 }), (orders) => {
        let now = 1_000;
        const clock = createReplayClock(range, range.from, 60, now);
        for (const one of orders) {
          const before = clock.at(now);
          const stood = clock.isPaused(now);
          const speed = clock.speed();
          if (one.do === 'wait') {
            now += one.by;
            const due = stood ? before : Math.min(range.to, before + one.by * speed);
            expect(clock.at(now)).toBe(due);
          } else if (one.do === 'speed') {
            clock.setSpeed(one.by, now);
            expect(clock.at(now)).toBe(before);
          } else if (one.do === 'move') {
            clock.moveTo(one.by, now);
            expect(clock.at(now)).toBe(Math.min(range.to, Math.max(range.from, one.by)));
          } else if (one.do === 'pause') {
            clock.pause(now);
            expect([clock.at(now), clock.isPaused(now)]).toEqual([before, true]);
          } else {
            clock.play(now);
            expect(clock.at(now)).toBe(before === range.to ? range.from : before);
          }
          expect(clock.at(now)).toBeGreaterThanOrEqual(range.from);
          expect(clock.at(now)).toBeLessThanOrEqual(range.to);
        }
      }),
    );
  });
});
