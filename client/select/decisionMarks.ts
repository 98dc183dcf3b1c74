import type { LaunchDecision } from '../../shared/decisions.ts';
import { letterOf } from '../../shared/letterOf.ts';

export type DecisionMark = { at: number; letter: string; name: string };

/** The decisions of a launch that lie in a window, each with the letter that it has among all of them. */
export function decisionMarks(decisions: readonly LaunchDecision[], from: number, to: number): DecisionMark[] {
  return [...decisions]
    .sort((a, b) => a.at - b.at)
    .map(({ at, name }, place) => ({ at, name, letter: letterOf(place) }))
    .filter(({ at }) => at >= from && at <= to);
}
