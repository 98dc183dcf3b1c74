import type { SeriesPoint } from '../../shared/protocol.ts';
import type { Cut, Window } from './exploreRange.ts';
import { type ChartRow, openEnd, openStart, volumeRows } from './timeSeries.ts';
import type { Unheard } from './unheard.ts';

/** The three ways to count the same buzz, from most to fewest. */
export const countings = ['mentions', 'distinct', 'authors'] as const;
export type Counting = (typeof countings)[number];

/**
 * Mentions, distinct texts and distinct authors per bucket. Authors cannot be added up, so the cut must not join buckets;
 * where they are not known their line has a gap.
 */
export function countRows(
  points: readonly SeriesPoint[],
  window: Window,
  cut: Cut,
  unheard: readonly Unheard[] = [],
  heardFrom: number | null = null,
): ChartRow[] {
  const keyed = points.flatMap((point) =>
    countings.map((key): SeriesPoint => ({ ...point, key, mentions: point[key] ?? 0 })),
  );
  const unknown = new Set(points.filter(({ authors }) => authors === undefined).map(({ at }) => at));
  return volumeRows(keyed, countings, window, cut, unheard, heardFrom).map((row) => {
    if (!unknown.has(row.at)) return row;
    const { [`authors${openEnd}`]: _end, [`authors${openStart}`]: _start, ...known } = row;
    return { ...known, authors: null };
  });
}
