import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';

const steps = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 3, 4, 6, 12].map((hours) => hours * hourMs),
  ...[1, 2, 7, 14, 28, 91, 182, 364, 728, 1820, 3640].map((days) => days * dayMs),
];

/** How far a zone's clocks stand ahead of UTC at a moment, ms. */
export function zoneOffset(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const localAsUtc = (local: string) => Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`);

/** The moments at which a zone's clocks show a local time, by the offsets before and after any change near it: one, two or none. */
function momentsIn(zone: string, asUtc: number): number[] {
  const found = [asUtc - dayMs, asUtc + dayMs].map((near) => asUtc - zoneOffset(near, zone));
  return [...new Set(found)].filter((at) => at + zoneOffset(at, zone) === asUtc).sort((a, b) => a - b);
}

/**
 * The moment at which a zone's clocks show `local` (`2026-11-12T10:00`), east and west alike: of a time that they show twice the first
 * one; in the hour that a change skips, as much later as it skips (RFC 5545).
 */
export function momentIn(zone: string, local: string): number | undefined {
  const asUtc = localAsUtc(local);
  if (Number.isNaN(asUtc)) return undefined;
  return momentsIn(zone, asUtc)[0] ?? asUtc - zoneOffset(asUtc - dayMs, zone);
}

/** Whether a zone's clocks never show `local`, or show it twice; null: once, or it is no time. */
export function clockDoubt(zone: string, local: string): 'skipped' | 'twice' | null {
  const asUtc = localAsUtc(local);
  if (Number.isNaN(asUtc)) return null;
  const { length } = momentsIn(zone, asUtc);
  return length === 0 ? 'skipped' : length === 2 ? 'twice' : null;
}

/** What a zone's clocks show, as an input of type `datetime-local` wants it. */
export function localIn(zone: string, at: number): string {
  return new Date(at + zoneOffset(at, zone)).toISOString().slice(0, 16);
}

export type Ticks = { at: number[]; stepMs: number };

/** At most `most` round moments in [from, to], round as the zone's clocks show them: midnights across a clock change too. */
export function timeTicks(from: number, to: number, zone: string, most = 7): Ticks {
  const stepMs = steps.find((step) => (to - from) / step <= most) ?? steps.at(-1)!;
  const at: number[] = [];
  const base = zoneOffset(from, zone);
  let local = Math.ceil((from + base) / stepMs) * stepMs;
  for (;;) {
    const tick = local - zoneOffset(local - base, zone);
    if (tick > to) break;
    if (tick >= from && at.at(-1) !== tick) at.push(tick);
    local += stepMs;
  }
  return { at, stepMs };
}
