import type { Random } from '../random.ts';
import { dayHours, type LocalDay } from './localDays.ts';
import { steadyHours } from './steadyHours.ts';

const rounds = 199;

/**
 * How probable so different a shape of weekends and weekdays would be if they were alike: a share of draws in which days change
 * their names. Needs days of both kinds.
 */
export function weekendsDiffer(days: readonly LocalDay[], chance: Random): number {
  const steady = steadyHours(days);
  const all = sumsOf(steady);
  const distance = (weekend: readonly number[]): number => {
    const some = sumsOf(weekend.map((place) => steady[place]!));
    let sum = 0;
    for (let hour = 0; hour < dayHours; hour += 1) {
      const others = all.counts[hour]! - some.counts[hour]!;
      if (some.counts[hour] === 0 || others === 0) continue;
      sum += (some.sums[hour]! / some.counts[hour]! - (all.sums[hour]! - some.sums[hour]!) / others) ** 2;
    }
    return sum;
  };
  const order = [...days.keys()].sort((a, b) => Number(days[b]!.isWeekend) - Number(days[a]!.isWeekend));
  const weekends = days.filter(({ isWeekend }) => isWeekend).length;
  const found = distance(order.slice(0, weekends));
  let asFar = 1;
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < weekends; place += 1) {
      const other = place + Math.floor(chance() * (order.length - place));
      [order[place], order[other]] = [order[other]!, order[place]!];
    }
    // A sum in another order differs in its last digit: what is equal counts as equal.
    if (distance(order.slice(0, weekends)) >= found - 1e-9) asFar += 1;
  }
  return asFar / (rounds + 1);
}

function sumsOf(days: readonly (readonly (number | null)[])[]) {
  const sums = new Float64Array(dayHours);
  const counts = new Float64Array(dayHours);
  for (const day of days)
    for (let hour = 0; hour < dayHours; hour += 1) {
      const value = day[hour] ?? null;
      if (value === null) continue;
      sums[hour]! += value;
      counts[hour]! += 1;
    }
  return { sums, counts };
}
