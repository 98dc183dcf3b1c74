import type { Cell } from '../../shared/protocol.ts';
import { bucketOf, dayMs, hourMs, minuteMs, quarterMs } from '../../shared/rollup.ts';
import { type CellTable, createCellTable } from './cellTable.ts';

/** Moments since which minutes are kept: a day's span and its edge are exact to the minute. */
export const minutesKeptMs = 25 * hourMs;
/** Two weeks for "7 days against the 7 before", two days for what comes late. */
export const quartersKeptMs = 16 * dayMs;

export const minutesFrom = (now: number) => bucketOf(now, quarterMs) - minutesKeptMs;
export const quartersFrom = (now: number) => bucketOf(now, quarterMs) - quartersKeptMs;

/**
 * Where a span may begin or end: on a minute as long as minutes are kept, on the nearest quarter-hour before that (an
 * error of at most 7.5 minutes in more than a day).
 */
export function edgeOf(at: number, now: number): number {
  const edge = at >= minutesFrom(now) ? bucketOf(at, minuteMs) : bucketOf(at + quarterMs / 2, quarterMs);
  return Math.max(edge, quartersFrom(now));
}

/** Cells per minute for the last day and per quarter-hour for the last weeks. Everything is in the quarters. */
export type Tiers = {
  /** `isQuarter`: a sum of a whole quarter-hour, whose minutes are not known. */
  add(at: number, cell: number, values: ArrayLike<number>, isQuarter: boolean): void;
  /**
   * Visits each sum within [from, to); both are edges. A cell comes once for each bucket that holds it: quarter-hours
   * where a whole one fits, unless `byMinute` asks for the finest there is.
   */
  each(
    from: number,
    to: number,
    byMinute: boolean,
    visit: (at: number, cell: number, values: Int32Array, start: number) => void,
  ): void;
  quarter(at: number, cell: number): Cell | undefined;
  minute(at: number, cell: number): Cell | undefined;
  forget(now: number): void;
  bytes(): number;
};

export function createTiers(): Tiers {
  const minutes = new Map<number, CellTable>();
  const quarters = new Map<number, CellTable>();
  let firstMinute = Number.NEGATIVE_INFINITY;

  const tableAt = (tier: Map<number, CellTable>, at: number): CellTable => {
    let table = tier.get(at);
    if (!table) {
      table = createCellTable();
      tier.set(at, table);
    }
    return table;
  };

  return {
    add(at, cell, values, isQuarter) {
      tableAt(quarters, bucketOf(at, quarterMs)).add(cell, values, 0, 1);
      if (!isQuarter && at >= firstMinute) tableAt(minutes, bucketOf(at, minuteMs)).add(cell, values, 0, 1);
    },
    each(from, to, byMinute, visit) {
      let at = from;
      while (at < to) {
        const isWhole = !byMinute && at % quarterMs === 0 && at + quarterMs <= to;
        const bucket = at;
        (isWhole ? quarters : minutes).get(at)?.each((cell, values, start) => void visit(bucket, cell, values, start));
        at += isWhole ? quarterMs : minuteMs;
      }
    },
    quarter: (at, cell) => quarters.get(at)?.read(cell),
    minute: (at, cell) => minutes.get(at)?.read(cell),
    forget(now) {
      // An hour more than edges ask for: a span that moves takes back what it counted under the edges before.
      firstMinute = minutesFrom(now) - hourMs;
      for (const at of minutes.keys()) if (at < firstMinute) minutes.delete(at);
      for (const at of quarters.keys()) if (at < quartersFrom(now) - hourMs) quarters.delete(at);
    },
    bytes() {
      let bytes = 0;
      for (const tier of [minutes, quarters]) for (const table of tier.values()) bytes += table.bytes() + 300;
      return bytes;
    },
  };
}
