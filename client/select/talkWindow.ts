import { minuteMs } from '../../shared/rollup.ts';
import type { Window } from './exploreRange.ts';

/** A live window moves on in so many steps of its length: what is said in it need not be counted anew each minute. */
const stepsOfWindow = 60;

/** The window that terms and questions are asked for: of a live one its steps, so that screens ask for the same. */
export function talkWindow({ from, to, live }: Window): { from: number; to: number } {
  if (!live) return { from, to };
  const stepMs = Math.max(minuteMs, Math.floor((to - from) / stepsOfWindow / minuteMs) * minuteMs);
  const end = Math.ceil(to / stepMs) * stepMs;
  return { from: end - (to - from), to: end };
}
