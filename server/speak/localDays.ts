import { dayMs, hourMs, quarterMs } from '../../shared/rollup.ts';
import type { Stretch } from '../launches/stretchesHeard.ts';
import { offsetSpans } from '../store/calendar.ts';

/** A day of a zone: what each hour of its clock held, null where that is not known; a count per hour. */
export type LocalDay = { day: number; isWeekend: boolean; hours: (number | null)[] };

export const dayHours = 24;
/** A day of which fewer hours are known says little of how its hours compare. */
const leastHours = 18;

/** The zone's distance from UTC at a moment, ms, east positive. */
export function zoneOffset(zone: string, at: number): number {
  const spans = offsetSpans(zone);
  return (spans.find(({ to }) => at < to) ?? spans.at(-1)!).offsetMs;
}

/** The coarsest step whose UTC buckets fall on the hours of the zone's clock between two moments. */
export function stepOfZone(zone: string, from: number, to: number): '1h' | '30m' | '15m' {
  const offsets = offsetSpans(zone)
    .filter((span) => span.from < to && span.to > from)
    .map(({ offsetMs }) => offsetMs);
  if (offsets.every((offset) => offset % hourMs === 0)) return '1h';
  return offsets.every((offset) => offset % (2 * quarterMs) === 0) ? '30m' : '15m';
}

export type DaysAsked = {
  /** Whole steps, UTC. */
  from: number;
  to: number;
  stepMs: number;
  zone: string;
  heard: readonly Stretch[];
  /** What is known not to be usual. */
  leftOut: readonly Stretch[];
};

/** The days of a zone, oldest first, from counts by UTC bucket. An hour that clocks repeat is the mean of both. */
export function localDays(counts: ReadonlyMap<number, number>, asked: DaysAsked): LocalDay[] {
  const { from, to, stepMs, zone, heard, leftOut } = asked;
  const days = new Map<number, { sum: number; ms: number }[]>();
  for (let at = from; at + stepMs <= to; at += stepMs) {
    if (!heard.some((one) => one.from <= at && at + stepMs <= one.to)) continue;
    if (leftOut.some((one) => one.from < at + stepMs && at < one.to)) continue;
    const local = at + zoneOffset(zone, at);
    const day = Math.floor(local / dayMs);
    let hours = days.get(day);
    if (!hours) {
      hours = Array.from({ length: dayHours }, () => ({ sum: 0, ms: 0 }));
      days.set(day, hours);
    }
    const cell = hours[Math.floor((local - day * dayMs) / hourMs)]!;
    cell.sum += counts.get(at) ?? 0;
    cell.ms += stepMs;
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, cells]) => ({
      day,
      // Day 0 (1 January 1970) was a Thursday.
      isWeekend: ((((day + 4) % 7) + 7) % 7) % 6 === 0,
      hours: cells.map(({ sum, ms }) => (ms >= hourMs ? (sum * hourMs) / ms : null)),
    }))
    .filter(({ hours }) => hours.filter((count) => count !== null).length >= leastHours);
}
