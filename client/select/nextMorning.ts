import { dayMs, hourMs } from '../../shared/rollup.ts';
import { localIn, momentIn } from './timeTicks.ts';

/** Whoever puts something off for the night wants to hear of it when work begins. */
const begins = 'T08:00';
/** Sooner than this other choices say the same. */
const leastAheadMs = 2 * hourMs;

/** The next time a zone's clocks show eight in the morning, at least two hours from now. */
export function nextMorning(now: number, zone: string): number {
  for (let day = 0; day < 3; day += 1) {
    const date = localIn(zone, now + day * dayMs).slice(0, 10);
    const at = momentIn(zone, date + begins);
    if (at !== undefined && at >= now + leastAheadMs) return at;
  }
  return now + dayMs;
}
