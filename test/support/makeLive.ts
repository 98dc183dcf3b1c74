import type { Commit } from '../../server/engine/engine.ts';
import { packRows } from '../../server/store/packRows.ts';
import type { StatusState } from '../../shared/protocol.ts';
import { bucketOf, emptyTally, minuteMs, type RollupRow, rollUp } from '../../shared/rollup.ts';

export function makeStatus(with_: Partial<StatusState>): StatusState {
  return {
    data: 'own',
    workspace: 'w1',
    ruleSet: 1,
    sources: {},
    ledger: { received: 0, accepted: 0, duplicates: 0, rejected: 0 },
    indexBehind: 0,
    history: { ruleSet: 1, corrections: 0, seam: null },
    ...with_,
  };
}

/** A commit of `mentions` positive mentions of one brand, said now. */
export function makeCommit(at: number, mentions: number, brand = 'lumen'): Commit {
  const counted = Array.from({ length: mentions }, () => ({
    at,
    channel: 'social' as const,
    lang: 'en',
    country: '',
    brands: [{ id: brand, opinion: 'positive' as const }],
    themes: ['price'],
    opinion: 'positive' as const,
    significant: true,
    nearCopy: false,
    reach: 0,
    engagement: 0,
  }));
  return makeRowsCommit(rollUp(counted), at);
}

export function makeRowsCommit(rows: RollupRow[], at: number, seq = 1): Commit {
  return {
    seq,
    receivedAt: at,
    rows: packRows(rows),
    funnel: rows
      .filter((row) => row.brand === '*' && row.theme === '*')
      .map((row) => ({
        at: bucketOf(row.at, minuteMs),
        source: 'test',
        brand: '*',
        outcome: 'significant' as const,
        posts: row.mentions,
      })),
    cards: [],
    sources: {},
  };
}

/** One rollup row of the minute that holds `at`; everything not said is nothing. */
export function makeRow(row: Partial<RollupRow> & { at: number }): RollupRow {
  return {
    ...emptyTally(),
    brand: '*',
    theme: '*',
    channel: 'social',
    lang: 'en',
    country: '',
    ...row,
    at: bucketOf(row.at, minuteMs),
  };
}
