import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../server/random.ts';
import { type CountedTwice, fitError, shareHeld, shareHeldElsewhere } from '../../../server/training/fitError.ts';

const opinions = (positive: number, negative: number) => ({ positive, neutral: 0, negative });
const createNormal = (random: () => number) => () =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Groups of very many opinions in which people's log odds lie `lean + slope x ours` apart, with a deviation of `sd`. */
function drawGroups(seed: number, count: number, slope: number, sd: number, lean = 0): CountedTwice[] {
  const random = createRandom(seed);
  const normal = createNormal(random);
  const counts = (logOdds: number) => {
    const share = 1 / (1 + Math.exp(-logOdds));
    return opinions(Math.round(1e6 * share), Math.round(1e6 * (1 - share)));
  };
  return Array.from({ length: count }, () => {
    const ours = 3 * random() - 1.5;
    return { ours: counts(ours), people: counts(lean + slope * ours + sd * normal()) };
  });
}

describe('fitError', () => {
  it('finds the slope and the deviation that groups were drawn with (seed 8)', () => {
    const { slope, sd } = fitError({ one: { days: drawGroups(8, 2_000, 1.4, 0.6) } });
    expect(slope).toBeCloseTo(1.4, 1);
    expect(sd).toBeCloseTo(0.6, 1);
  });

  it('weighs a trade of few groups like one of many (seeds 9, 10)', () => {
    const few = drawGroups(9, 40, 1, 0.2);
    const many = drawGroups(10, 2_000, 1, 1.5);
    const { sd } = fitError({ few: { days: few }, many: { days: many } });
    expect(sd).toBeLessThan(fitError({ many: { days: [...few, ...many] } }).sd - 0.2);
  });
});

describe('shareHeld', () => {
  it('counts the groups whose people lie within the interval, and leaves out those without a figure', () => {
    const groups: CountedTwice[] = [
      { ours: opinions(500, 500), people: opinions(50, 50) },
      { ours: opinions(500, 500), people: opinions(5, 95) },
      { ours: opinions(1, 1), people: opinions(5, 95) },
    ];
    expect(shareHeld(groups, { slope: 1, shift: 0, sd: 0.5 })).toBe(0.5);
  });

  it('tells that an error learned from other trades does not hold in one that leans far away (seeds 11, 12, 13)', () => {
    const trades = {
      a: { days: drawGroups(11, 200, 1, 0.2) },
      b: { days: drawGroups(12, 200, 1, 0.2) },
      c: { days: drawGroups(13, 200, 1, 0.2, 3) },
    };
    expect(shareHeld(trades.c.days, fitError({ a: trades.a, b: trades.b }))).toBe(0);
    expect(shareHeldElsewhere(trades)).toBeLessThan(0.7);
  });
});
