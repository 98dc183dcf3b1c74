import { describe, expect, it } from 'vitest';
import { countings, countRows } from '../../../client/select/countRows.ts';
import { countsCutOf } from '../../../client/select/exploreRange.ts';
import type { SeriesPoint } from '../../../shared/protocol.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';

const from = Date.UTC(2026, 2, 2);
const point = (hour: number, mentions: number, distinct: number, authors?: number): SeriesPoint => ({
  at: from + hour * hourMs,
  mentions,
  distinct,
  significant: 0,
  positive: 0,
  neutral: 0,
  negative: 0,
  reach: 0,
  engagement: 0,
  ...(authors === undefined ? {} : { authors, authorsError: 0 }),
});
const hours = (count: number) => ({ from, to: from + count * hourMs, live: false });
const hourly = { step: '1h', join: 1, stepMs: hourMs } as const;

describe('the three counts', () => {
  it('are zero where nothing was said, and have a gap where only the authors are not known', () => {
    const rows = countRows([point(0, 5, 3, 2), point(2, 4, 4)], hours(3), hourly);
    expect(rows).toEqual([
      { at: from, mentions: 5, distinct: 3, authors: 2 },
      { at: from + hourMs, mentions: 0, distinct: 0, authors: 0 },
      { at: from + 2 * hourMs, mentions: 4, distinct: 4, authors: null },
    ]);
  });

  it('draw the bucket that is still being counted apart, without authors that are not known', () => {
    const live = { from, to: from + 1.5 * hourMs, live: true };
    const [, open] = countRows([point(0, 5, 3, 2), point(1, 4, 4)], live, hourly);
    expect(open).toEqual({
      at: from + hourMs,
      mentions: null,
      distinct: null,
      authors: null,
      'mentions~open': 4,
      'distinct~open': 4,
    });
  });

  it('never join buckets: who wrote in two would count twice', () => {
    for (const span of [hourMs, dayMs, 3 * dayMs, 7 * dayMs, 28 * dayMs, 400 * dayMs]) {
      const cut = countsCutOf({ from, to: from + span });
      expect(cut.join).toBe(1);
      expect(span / cut.stepMs).toBeLessThanOrEqual(170);
    }
    expect(countings).toEqual(['mentions', 'distinct', 'authors']);
  });
});
