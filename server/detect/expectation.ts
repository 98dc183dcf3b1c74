import { dayMs, hourMs } from '../../shared/rollup.ts';
import { hourOf, type UsualDay } from './firstDays.ts';

/** After so long half of what was learned is forgotten; of an hour of the day, after so many hours of its own. */
const levelHalfMs = 3 * dayMs;
const hourHalfMs = 14 * hourMs;
/** How much an hour's own share counts beside the share of an hour like any other, 1. */
const ownWeight = 8 / 9;
const leastShare = 0.1;
/** In a silent series one mention is no wonder. */
const leastExpected = 0.02;

/** How far a mean moves to a new value, by how many were seen; while little was seen all values weigh the same. */
export function createMove(everyMs: number, halfMs: number): (seen: number) => number {
  const least = 1 - 0.5 ** (everyMs / halfMs);
  return (seen) => Math.max(least, 1 / (1 + seen));
}

const nothing: UsualDay = { level: 0, shares: new Float64Array(24).fill(1), seen: 0, seenIn: new Float64Array(24) };

/**
 * What the next count of a series is expected to be: its level, times the share that this hour of the day (UTC) usually has.
 * `begin`: what is known already.
 */
export function createExpectation(stepMs: number, begin: UsualDay = nothing) {
  const shares = begin.shares.slice();
  const seenIn = begin.seenIn.slice();
  const levelMove = createMove(stepMs, levelHalfMs);
  const hourMove = createMove(Math.min(stepMs, hourMs), hourHalfMs);
  let { level, seen } = begin;

  /** Between the middles of two hours the day goes straight: it has no steps where an hour begins. */
  function ownShareAt(at: number): number {
    if (stepMs > hourMs / 2) return shares[hourOf(at)]!;
    const middle = at + stepMs / 2 - hourMs / 2;
    const [before, after] = [hourOf(middle), hourOf(middle + hourMs)];
    const into = middle / hourMs - Math.floor(middle / hourMs);
    return shares[before]! + into * (shares[after]! - shares[before]!);
  }
  const shareAt = (at: number) => Math.max(leastShare, ownWeight * ownShareAt(at) + 1 - ownWeight);

  return {
    /** `knowsHours`: whether some days were seen; before, and in steps of a day, all hours are alike. */
    of: (at: number, knowsHours: boolean): number => Math.max(leastExpected, level * (knowsHours ? shareAt(at) : 1)),
    /** `value` as it may teach: of what stands out only a part. */
    learn(at: number, value: number, knowsHours: boolean): void {
      level += levelMove(seen) * (value / (knowsHours ? shareAt(at) : 1) - level);
      seen += 1;
      const hour = hourOf(at);
      const share = value / Math.max(level, leastExpected);
      shares[hour]! += hourMove(seenIn[hour]!) * (share - shares[hour]!);
      seenIn[hour]! += 1;
    },
  };
}
