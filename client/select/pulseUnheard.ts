import type { FiguresState } from '../../shared/protocol.ts';
import { type Unheard, unheardOf, within } from './unheard.ts';

/** What nobody heard of the hours that the wall draws, and which of the two that it compares lack some of it. */
export type PulseUnheard = { spans: Unheard[]; hour: Unheard | null; before: Unheard | null };

/** By the six hours where they are there: the last one alone does not hold the hour before it. */
export function pulseUnheard(lastHour: FiguresState, sixHours: FiguresState | undefined): PulseUnheard {
  const wide = sixHours ?? lastHour;
  const spans = unheardOf(wide);
  const { from, to } = lastHour;
  const touching = (period: { from: number; to: number }) =>
    spans.findLast((one) => one.from < period.to && one.to > period.from) ?? null;
  return { spans, hour: touching({ from, to }), before: touching({ from: from - (to - from), to: from }) };
}

/** The points of which the whole stretch of `widthMs` that ends there was heard; null in place of the others. */
export function wholePoints<Point extends { at: number }>(
  points: readonly Point[],
  spans: readonly Unheard[],
  widthMs: number,
): (Point | null)[] {
  return points.map((point) => (within(spans, { from: point.at - widthMs, to: point.at }).length > 0 ? null : point));
}
