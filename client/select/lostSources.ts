import type { SourceHealth } from '../../shared/protocol.ts';
import type { BrandFigures } from './brandFigures.ts';
import type { ThemeRow } from './themeRows.ts';

/** Sources that were lost within what a window compares; `since`: when the first of them was heard last, epoch ms. */
export type LostSources = { names: string[]; since: number };

/**
 * Which listened-to sources are lost, and were still heard within the window or the one before it: their posts are missing from one of
 * the two, so that its counts are least ones and no change can be told. One that was lost before both is missing from both alike.
 */
export function lostSources(
  sources: Record<string, SourceHealth>,
  { from, to }: { from: number; to: number },
): LostSources | null {
  const lost = Object.entries(sources)
    .filter(([, { state, kind, heardAt }]) => state === 'lost' && kind !== 'import' && heardAt > from - (to - from))
    .sort(([, a], [, b]) => a.heardAt - b.heardAt);
  return lost.length === 0 ? null : { names: lost.map(([name]) => name), since: lost[0]![1].heardAt };
}

/** The same figures without any claim of change. */
export function unjudged(figures: BrandFigures): BrandFigures {
  return { ...figures, buzz: 'unknown', sentiment: 'unknown', voice: 'unknown' };
}

export function unjudgedThemes(rows: readonly ThemeRow[]): ThemeRow[] {
  return rows.map((row) => ({ ...row, weight: 'unknown', sentiment: 'unknown' }));
}
