import { band, type ChartRow } from './timeSeries.ts';

const hasInterval = (row: ChartRow | undefined, key: string) => Array.isArray(row?.[key + band]);

/** The rows of a line whose interval has no neighbour to make a band with. */
export function loneIntervals(rows: readonly ChartRow[], key: string): ChartRow[] {
  return rows.filter(
    (row, at) => hasInterval(row, key) && !hasInterval(rows[at - 1], key) && !hasInterval(rows[at + 1], key),
  );
}

/** What a line's intervals are drawn as; null where it has none. */
export function intervalShape(rows: readonly ChartRow[], key: string): 'band' | 'bar' | null {
  const count = rows.filter((row) => hasInterval(row, key)).length;
  if (count === 0) return null;
  return loneIntervals(rows, key).length === count ? 'bar' : 'band';
}
