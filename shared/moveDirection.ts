import type { Stage } from './kinds.ts';

/** `in`: a change of the rules lets a post count for more than before; `out`: for less; `along`: it is labelled otherwise. */
export const moveDirections = ['in', 'out', 'along'] as const;
export type MoveDirection = (typeof moveDirections)[number];

const ranks: Record<Stage, number> = { 'set-aside': 0, important: 1, significant: 2 };

export function directionOf(from: { stage: Stage }, to: { stage: Stage }): MoveDirection {
  const step = ranks[to.stage] - ranks[from.stage];
  return step > 0 ? 'in' : step < 0 ? 'out' : 'along';
}
