import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutRange, type Plan } from '../../../server/store/tierPlan.ts';

const day = 86_400_000;
const plan: Plan<'day' | 'quarter' | 'minute'> = {
  tiers: [
    ['day', day],
    ['quarter', 900_000],
    ['minute', 60_000],
  ],
  minute: 'minute',
  quarter: 'quarter',
  minutesFrom: 10 * day,
  postsFrom: 5 * day + 123,
};

it('covers a range once, in order, each piece on the grid of its tier (seed 7)', () => {
  const moment = fc.integer({ min: 0, max: 20 * day });
  fc.assert(
    fc.property(moment, moment, (from, to) => {
      const pieces = cutRange(from, to, plan);
      let end = from;
      for (const piece of pieces) {
        expect(piece.from).toBe(end);
        expect(piece.to).toBeGreaterThan(piece.from);
        end = piece.to;
        const step = plan.tiers.find(([tier]) => tier === piece.tier)?.[1];
        const isWhole = step === undefined || (piece.from % step === 0 && piece.to % step === 0);
        // Off the grid only where posts are gone: a bucket then belongs to the range that holds its beginning.
        if (!isWhole) expect(piece.from).toBeLessThan(plan.postsFrom);
        if (piece.tier === 'minute') expect(piece.from).toBeGreaterThanOrEqual(plan.minutesFrom);
        if (piece.tier === 'posts') expect(piece.from).toBeGreaterThanOrEqual(plan.postsFrom);
      }
      if (from < to) expect(end).toBe(to);
      else expect(pieces).toEqual([]);
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

it('takes all but the ends from the coarsest tier', () => {
  expect(cutRange(12 * day - 1, 15 * day + 900_001, plan)).toEqual([
    { tier: 'posts', from: 12 * day - 1, to: 12 * day },
    { tier: 'day', from: 12 * day, to: 15 * day },
    { tier: 'quarter', from: 15 * day, to: 15 * day + 900_000 },
    { tier: 'posts', from: 15 * day + 900_000, to: 15 * day + 900_001 },
  ]);
});
