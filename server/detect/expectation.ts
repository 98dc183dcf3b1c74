import { dayMs, hourMs } from '../../shared/rollup.ts';
import { createMove } from './createMove.ts';
import { createWeekdays } from './createWeekdays.ts';
import { hourOf, type UsualDay } from './firstDays.ts';

/** After so long half of what was learned is forgotten; of an hour of the day, after so many hours of its own. */
const levelHalfMs = 3 * dayMs;
const hourHalfMs = 14 * hourMs;
/** How much an hour's own share counts beside the share of an hour like any other, 1. */
const ownWeight = 8 / 9;
const leastShare = 0.1;
/** In a silent series one mention is no wonder. */
const leastExpected = 0.02;

const nothing: UsualDay = { level: 0, shares: new Float64Array(24).fill(1), seen: 0, seenIn: new Float64Array(24) };

/**
 * What the next count of a series is expected to be: its level, times the shares that this hour of the day and this weekday
 * (UTC) usually have.
 * `begin`: what is known already.
 */
export function createExpectation(stepMs: number, begin: UsualDay = nothing) {
  const shares = begin.shares.slice();
  const seenIn = begin.seenIn.slice();
  const levelMove = createMove(stepMs, levelHalfMs);
  const hourMove = createMove(Math.min(stepMs, hourMs), hourHalfMs);
  const weekdays = createWeekdays(stepMs);
  let { level, seen } = begin;

  /** Between the middles of two hours the day goes straight: it has no steps where an hour begins. */
  function ownShareAt(at: number): number {
    if (stepMs > hourMs / 2) return shares[hourOf(at)]!;
    const middle = at + stepMs / 2 - hourMs / 2;
    const [before, after] = [hourOf(middle), hourOf(middle + hourMs)];
    const into = middle / hourMs - Math.floor(middle / hourMs);
    return shares[before]! + into * (shares[after]! - shares[before]!);
  }
  const hourShareAt = (at: number) => Math.max(leastShare, ownWeight * ownShareAt(at) + 1 - ownWeight);
  const shareAt = (at: number) => hourShareAt(at) * weekdays.of(at);

  return {
    /** `knowsHours`: whether some days were seen; before, and in steps of a day, all hours are alike. */
    of: (at: number, knowsHours: boolean): number => Math.max(leastExpected, level * (knowsHours ? shareAt(at) : 1)),
    /** `value` as it may teach: of what stands out only a part. */
    learn(at: number, value: number, knowsHours: boolean): void {
      level += levelMove(seen) * (value / (knowsHours ? shareAt(at) : 1) - level);
      seen += 1;
      const hour = hourOf(at);
      const share = value / Math.max(level * weekdays.of(at), leastExpected);
      if (knowsHours) weekdays.learn(at, value / Math.max(level * hourShareAt(at), leastExpected));
      shares[hour]! += hourMove(seenIn[hour]!) * (share - shares[hour]!);
      seenIn[hour]! += 1;
    },
  };
}
