import { hourMs } from '../../shared/rollup.ts';

export type Count = { at: number; value: number };

/** What a series usually counts in a step, and the share of it that each hour of the day (UTC) has. */
export type UsualDay = {
  level: number;
  shares: Float64Array;
  /** Of how many steps it was learned, and of how many in each hour. */
  seen: number;
  seenIn: Float64Array;
};

/** Also before 1970. */
export function hourOf(at: number): number {
  const hour = Math.floor(at / hourMs);
  // A remainder of numbers this large is many times slower.
  return hour - 24 * Math.floor(hour / 24);
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

/** The mean of an hour's counts a step on some days, the highest day held to twice the others: a burst is not usual. */
function usualOf(days: readonly number[], steps: number): number {
  if (days.length < 2) return mean(days);
  const highest = Math.max(...days);
  const others = (mean(days) * days.length - highest) / (days.length - 1);
  const most = 2 * others + 3 * Math.sqrt((others + 1 / steps) / steps);
  return (others * (days.length - 1) + Math.min(highest, most)) / days.length;
}

/**
 * The usual day of a few whole days, seen at once. A mean that goes along with them would take the first hour it hears for the
 * level, and every other hour of the first days for a wonder.
 */
export function usualDayOf(counts: readonly Count[], stepMs: number): UsualDay {
  const hours = new Map<number, { sum: number; steps: number }>();
  const seenIn = new Float64Array(24);
  for (const { at, value } of counts) {
    const hour = Math.floor(at / hourMs);
    const { sum, steps } = hours.get(hour) ?? { sum: 0, steps: 0 };
    hours.set(hour, { sum: sum + value, steps: steps + 1 });
    seenIn[hourOf(at)]! += 1;
  }
  const daysOf: number[][] = Array.from({ length: 24 }, () => []);
  for (const [hour, { sum, steps }] of hours) daysOf[hourOf(hour * hourMs)]!.push(sum / steps);
  const usual = daysOf.map((days) => usualOf(days, Math.max(1, hourMs / stepMs)));
  const level = mean(usual.filter((_, hour) => seenIn[hour]! > 0));
  /** An hour that was never seen is like any other. */
  const shares = usual.map((one, hour) => (seenIn[hour]! > 0 && level > 0 ? one / level : 1));
  return { level, shares: Float64Array.from(shares), seen: counts.length, seenIn };
}
