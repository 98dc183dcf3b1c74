import type { Launch } from './domain.ts';
import { dayMs, hourMs } from './rollup.ts';

/** A country that starts farther away than this is not of the same days: nobody replays months to see it. */
const sameDaysMs = 30 * dayMs;

/** A replay of a launch goes from six hours before its first T0, in whichever country that is, to fourteen days after its last. */
export function replayedRange({ at, starts = [] }: Pick<Launch, 'at' | 'starts'>): { from: number; to: number } {
  const near = starts.map((start) => start.at).filter((start) => Math.abs(start - at) <= sameDaysMs);
  return { from: Math.min(at, ...near) - 6 * hourMs, to: Math.max(at, ...near) + 14 * dayMs };
}
