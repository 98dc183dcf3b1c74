import type { Random } from '../random.ts';
import { crossOf, type Fit } from './learn.ts';
import { weighModels } from './weighModels.ts';

/** Orders of the outcomes that are drawn, at most. */
export const drawnOrders = 499;

/**
 * The share of orders of the outcomes, among `drawnOrders` drawn ones and the real one, in which the columns seem to say at least
 * as much: a permutation test of the evidence (`logEvidence`). Exact, since scale and forms are the same in every order.
 * Drawing ends where it is clear that the share is above `enough` (Besag & Clifford 1991).
 */
export function chanceOf(learned: Fit, random: Random, enough: number): number {
  const { designed, candidates, squares, launches, logEvidence } = learned;
  const mixed = [...learned.around];
  const mostAsGood = enough * (drawnOrders + 1);
  let asGood = 1;
  for (let draw = 1; draw <= drawnOrders; draw++) {
    for (let k = mixed.length - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1));
      [mixed[k], mixed[other]] = [mixed[other]!, mixed[k]!];
    }
    const other = weighModels(candidates, crossOf(designed, mixed), squares, launches);
    if (other.logEvidence >= logEvidence - 1e-9) asGood += 1;
    if (asGood > 2 * mostAsGood) return asGood / (draw + 1);
  }
  return asGood / (drawnOrders + 1);
}
