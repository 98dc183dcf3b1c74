import { dayMs } from '../../shared/rollup.ts';
import { createMove } from './createMove.ts';

/** Of a weekday, after so many days of its own half of what was learned is forgotten. */
const halfMs = 3 * dayMs;
/** A weekday is taken for like any other as if that had been seen so many times. */
const priorDays = 2;
/** A day of which an hour or two is missing is one all the same. */
const missingDays = 0.15;
const leastShare = 0.2;

/** Monday is 0 nowhere: which day of seven it is matters to nobody (UTC, also before 1970). */
function weekdayOf(at: number): number {
  const day = Math.floor(at / dayMs);
  return day - 7 * Math.floor(day / 7);
}

/**
 * How many times an ordinary day each weekday has, 1 until it was seen once as a whole: a burst on a quiet Sunday must not hide
 * below what Friday draws.
 */
export function createWeekdays(stepMs: number) {
  const shares = new Float64Array(7).fill(1);
  const seenOn = new Float64Array(7);
  const move = createMove(stepMs, halfMs);
  return {
    of(at: number): number {
      const weekday = weekdayOf(at);
      const days = Math.floor((seenOn[weekday]! * stepMs) / dayMs + missingDays);
      return Math.max(leastShare, 1 + (days / (days + priorDays)) * (shares[weekday]! - 1));
    },
    /** `share`: of what this hour of an ordinary day counts. */
    learn(at: number, share: number): void {
      const weekday = weekdayOf(at);
      shares[weekday]! += move(seenOn[weekday]!) * (share - shares[weekday]!);
      seenOn[weekday]! += 1;
    },
  };
}
