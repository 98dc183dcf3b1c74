import type { LocalDay } from '../../server/speak/localDays.ts';
import { seeded } from './makePosts.ts';

type Life = {
  days: number;
  /** Mentions of an hour, on average. */
  mean: number;
  /** How many times the mean an hour of the day draws. */
  rhythm?: (hour: number, isWeekend: boolean) => number;
  /** Share of days with a burst: three hours of ten times as many, anywhere. */
  bursts?: number;
};

/** Counts as streams have them: hours vary by half and days by nearly as much, beside chance. Day 0 is a Monday. */
export function drawHours(seed: number, { days, mean, rhythm = () => 1, bursts = 0 }: Life): LocalDay[] {
  const chance = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  /** Around 1, always above 0. */
  const around = (deviation: number) => Math.exp(deviation * normal() - deviation ** 2 / 2);
  const poisson = (expected: number) => {
    if (expected > 300) return Math.max(0, Math.round(expected + Math.sqrt(expected) * normal()));
    let count = -1;
    for (let left = 1, end = Math.exp(-expected); left > end; left *= 1 - chance()) count += 1;
    return count;
  };
  return Array.from({ length: days }, (_, day) => {
    const isWeekend = day % 7 >= 5;
    const level = around(0.4);
    const burst = chance() < bursts ? Math.floor(chance() * 22) : Number.NEGATIVE_INFINITY;
    const hours = Array.from({ length: 24 }, (_, hour) => {
      const loud = hour >= burst && hour < burst + 3 ? 10 : 1;
      return poisson(mean * level * around(0.5) * loud * rhythm(hour, isWeekend));
    });
    return { day, isWeekend, hours };
  });
}
