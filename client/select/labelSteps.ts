import type { ScoreLabel, SheetItem } from '../../shared/scoreboard.ts';

export type Draft = Partial<ScoreLabel>;

/** The draft as a label once every question that arises is answered; undefined before. */
export function finished(draft: Draft, theme: string | undefined): ScoreLabel | undefined {
  const { relevance, sentiment } = draft;
  if (relevance === undefined) return undefined;
  if (relevance === 'not-about-us') return { relevance };
  if (sentiment === undefined || (theme !== undefined && draft.theme === undefined)) return undefined;
  return { relevance, sentiment, ...(theme === undefined ? {} : { theme: draft.theme }) };
}

/** The place of the next message without a label after `from`, once around; undefined when all have one. */
export function nextOpen(items: readonly SheetItem[], from: number): number | undefined {
  for (let step = 1; step <= items.length; step++) {
    const place = (from + step) % items.length;
    if (items[place]!.label === undefined) return place;
  }
  return undefined;
}
