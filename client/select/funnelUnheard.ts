import type { FiguresState } from '../../shared/protocol.ts';
import { type Unheard, unheardOf } from './unheard.ts';

/** What nobody heard of the funnel's day, which ends at `dayTo`: first and last moment, how many stretches, how long all are, and whether the last still goes on. */
export type FunnelUnheard = Unheard & { many: number; lengthMs: number; isOpen: boolean; dayTo: number };

/** Null where all of it was heard: hours before listening began were not. The bucket that runs is not looked at, so that what reaches up to it goes on. */
export function funnelUnheard(day: FiguresState): FunnelUnheard | null {
  const spans = unheardOf(day, day.from);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return null;
  return {
    from: first.from,
    to: last.to,
    many: spans.length,
    lengthMs: spans.reduce((sum, one) => sum + one.to - one.from, 0),
    isOpen: last.to > day.to - day.stepMs,
    dayTo: day.to,
  };
}
