import { describe, expect, it } from 'vitest';
import type { LocalDay } from '../../../server/speak/localDays.ts';
import { type UsualHours, usualHours } from '../../../server/speak/usualHours.ts';
import { drawHours } from '../../support/drawHours.ts';
import { seeded } from '../../support/makePosts.ts';

const level = 0.05;
const told = (days: readonly LocalDay[], seed: number): UsualHours => usualHours(days, level, seeded(seed));
const profilesOf = (found: UsualHours) => ('profiles' in found ? found.profiles : []);
const bestOf = (found: UsualHours) => profilesOf(found)[0]?.windows[0];
const seeds = Array.from({ length: 100 }, (_, place) => place + 1);
const evening = (hour: number) => (hour === 19 || hour === 20 ? 2.5 : 1);

describe('the usual hours of a channel', () => {
  it.each([
    { days: 7, mean: 5, bursts: 0 },
    { days: 28, mean: 1, bursts: 0 },
    { days: 14, mean: 20, bursts: 0.3 },
  ])(
    'names a best window in a flat stream in 10 runs of 100 at most ($days days, $mean an hour, bursts on $bursts of days)',
    (life) => {
      const named = seeds.filter((seed) => 'profiles' in told(drawHours(seed, life), seed)).length;
      expect(named).toBeLessThanOrEqual(10);
    },
  );

  it.each([
    { days: 14, mean: 5 },
    { days: 28, mean: 1 },
    { days: 42, mean: 40 },
  ])('finds an evening two and a half times as loud in 90 runs of 100 and more ($days days, $mean an hour)', (life) => {
    const found = seeds.filter((seed) => {
      const best = bestOf(told(drawHours(seed, { ...life, rhythm: evening, bursts: 0.1 }), seed));
      return best !== undefined && Math.abs(best.hour - 19) <= 1;
    });
    expect(found.length).toBeGreaterThanOrEqual(90);
  });

  it('holds the planted mean of an hour within its 80 % interval in 70 to 92 of 100 hours', () => {
    let held = 0;
    let asked = 0;
    for (const seed of seeds.slice(0, 60))
      for (const { rates } of profilesOf(told(drawHours(seed, { days: 28, mean: 4, rhythm: evening }), seed)))
        for (const [hour, rate] of rates.entries()) {
          asked += 1;
          if (rate && rate.low <= 4 * evening(hour) && 4 * evening(hour) <= rate.high) held += 1;
        }
    expect(asked).toBeGreaterThan(1_000);
    expect(held / asked).toBeGreaterThan(0.7);
    expect(held / asked).toBeLessThan(0.92);
  });

  it('does not let one burst name three at night as the best hour, however high', () => {
    for (const seed of seeds.slice(0, 20)) {
      const days = drawHours(seed, { days: 14, mean: 6, rhythm: evening });
      const calm = bestOf(told(days, seed));
      days[4]!.hours[3] = 5_000;
      days[4]!.hours[4] = 5_000;
      const best = bestOf(told(days, seed));
      if (calm) expect(Math.abs(best!.hour - 19)).toBeLessThanOrEqual(1);
      if (best) expect(best.high).toBeLessThan(60);
    }
  });

  it('tells weekdays and weekends apart where they differ, and else says one thing of all days', () => {
    const rhythm = (hour: number, isWeekend: boolean) => (Math.abs(hour - (isWeekend ? 21 : 9)) <= 1 ? 3 : 1);
    const split = seeds.slice(0, 30).filter((seed) => {
      const profiles = profilesOf(told(drawHours(seed, { days: 42, mean: 8, rhythm }), seed));
      const [weekdays, weekend] = profiles.map(({ windows }) => windows[0]!.hour);
      return profiles.length === 2 && Math.abs(weekdays! - 8.5) <= 1 && Math.abs(weekend! - 20.5) <= 1;
    });
    expect(split.length).toBeGreaterThanOrEqual(27);
    const alike = seeds
      .slice(0, 30)
      .filter((seed) => profilesOf(told(drawHours(seed, { days: 42, mean: 8, rhythm: evening }), seed)).length === 2);
    expect(alike.length).toBeLessThanOrEqual(4);
  });

  it('refuses few days, few mentions, silence, and hours that are all the same, without figures', () => {
    expect(told(drawHours(1, { days: 6, mean: 50, rhythm: evening }), 1)).toEqual({ refused: 'few-days' });
    expect(told(drawHours(1, { days: 20, mean: 0.1, rhythm: evening }), 1)).toEqual({ refused: 'few-mentions' });
    const same = (count: number) =>
      Array.from({ length: 10 }, (_, day) => ({ day, isWeekend: false, hours: Array<number>(24).fill(count) }));
    expect(told(same(0), 1)).toEqual({ refused: 'few-mentions' });
    expect(told(same(9), 1)).toEqual({ refused: 'no-difference' });
  });

  it('keeps windows apart, sorts them, and finds one that lies over midnight', () => {
    const days = drawHours(3, { days: 30, mean: 10, rhythm: (hour) => (hour === 23 || hour === 0 ? 4 : 1) });
    const [profile] = profilesOf(told(days, 3));
    expect(profile!.windows[0]).toMatchObject({ hour: 23, hours: 2, usualDays: 30 });
    const rates = profile!.windows.map(({ perHour }) => perHour);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    for (const { low, perHour, high, probability } of profile!.windows) {
      expect(low).toBeLessThan(perHour);
      expect(perHour).toBeLessThan(high);
      expect(probability).toBeGreaterThan(0.9);
    }
  });

  it('says the same twice', () => {
    const days = drawHours(8, { days: 20, mean: 5, rhythm: evening });
    expect(told(days, 8)).toEqual(told(days, 8));
  });
});
