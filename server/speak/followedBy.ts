import { dayMs } from '../../shared/rollup.ts';
import type { EventFollowed } from '../../shared/speak.ts';
import { medianOf } from '../launches/pastLaunches.ts';
import type { Stretch } from '../launches/stretchesHeard.ts';
import { zoneOffset } from './localDays.ts';

const daysAround = 7;
/** In fewer days nothing is usual. */
const leastDays = 5;

type Asked = {
  /** How many mentions were said in a range. */
  countIn: (range: Stretch) => number;
  zone: string;
  lengthMs: number;
  heard: readonly Stretch[];
  leftOut: readonly Stretch[];
};

/**
 * What followed an event, beside the same time of the clock on the days around it; null where it was not listened to, is not over, has
 * too few such days, or where nothing is ever said. Compared by days: how many held as much says more than an average, which one day can spoil.
 */
export function followedBy(
  at: number,
  { countIn, zone, lengthMs, heard, leftOut }: Asked,
): Pick<EventFollowed, 'mentions' | 'usual' | 'higher' | 'usualDays'> | null {
  const after = (from: number): Stretch => ({ from, to: from + lengthMs });
  const isHeard = ({ from, to }: Stretch) => heard.some((one) => one.from <= from && to <= one.to);
  const isUsual = ({ from, to }: Stretch) => !leftOut.some((one) => one.from < to && from < one.to);
  if (!isHeard(after(at))) return null;
  const usual: number[] = [];
  for (let days = -daysAround; days <= daysAround; days += 1) {
    if (days === 0) continue;
    const near = at + days * dayMs;
    const range = after(near + zoneOffset(zone, at) - zoneOffset(zone, near));
    if (isHeard(range) && isUsual(range)) usual.push(countIn(range));
  }
  if (usual.length < leastDays) return null;
  const mentions = countIn(after(at));
  if (mentions === 0 && usual.every((count) => count === 0)) return null;
  return {
    mentions,
    usual: medianOf(usual),
    higher: usual.filter((count) => count >= mentions).length,
    usualDays: usual.length,
  };
}
