import type { Random } from '../random.ts';
import { dayHours } from './localDays.ts';

const rounds = 499;

/** The best two neighbouring hours: the mean of their days, in its own standard errors. */
function mostOf(sums: Float64Array, counts: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let hour = 0; hour < dayHours; hour += 1) {
    const next = (hour + 1) % dayHours;
    const count = counts[hour]! + counts[next]!;
    if (count > 0) most = Math.max(most, (sums[hour]! + sums[next]!) / Math.sqrt(count));
  }
  return most;
}

/**
 * How probable so good a best window would be if the hours of the day were alike: a share of draws in which the clock of each day is
 * turned by a random number of hours. Bursts that last, loud days and rare posts stay as they are, so they cannot pass for a
 * rhythm. `days`: see `steadyHours`.
 */
export function hoursDiffer(days: readonly (readonly (number | null)[])[], chance: Random): number {
  const sums = new Float64Array(dayHours);
  const counts = new Float64Array(dayHours);
  const most = (turnOf: () => number): number => {
    sums.fill(0);
    counts.fill(0);
    for (const day of days) {
      const turn = turnOf();
      for (let hour = 0; hour < dayHours; hour += 1) {
        const value = day[hour] ?? null;
        if (value === null) continue;
        const at = (hour + turn) % dayHours;
        sums[at]! += value;
        counts[at]! += 1;
      }
    }
    return mostOf(sums, counts);
  };
  const found = most(() => 0);
  let asGood = 1;
  // A sum in another order differs in its last digit: what is equal counts as equal.
  for (let round = 0; round < rounds; round += 1)
    if (most(() => Math.floor(chance() * dayHours)) >= found - 1e-9) asGood += 1;
  return asGood / (rounds + 1);
}
