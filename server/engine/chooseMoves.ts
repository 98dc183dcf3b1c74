import { directionOf, type MoveDirection, moveDirections } from '../../shared/moveDirection.ts';
import type { PreviewLabel } from '../../shared/protocol.ts';
import type { StoredPost } from '../store/store.ts';

export type Move = { post: StoredPost; from: PreviewLabel; to: PreviewLabel };

/** One of each list in turn, the last of it first, as long as any is left. */
function* inTurn<Item>(lists: Iterable<readonly Item[]>): Generator<Item> {
  const left = [...lists].map((items) => [...items]);
  while (left.some((items) => items.length > 0))
    for (const items of left) {
      const item = items.pop();
      if (item !== undefined) yield item;
    }
}

/**
 * Collects posts that a change of the rules moves, oldest first, and chooses at most `most` of them to show: directions in turn,
 * in each direction kinds of move in turn, of each kind the newest first. Twenty posts that all left one brand would say one thing.
 */
export function createMoves(most: number) {
  const kinds: Record<MoveDirection, Map<string, Move[]>> = { in: new Map(), out: new Map(), along: new Map() };
  const counts: Record<MoveDirection, number> = { in: 0, out: 0, along: 0 };
  return {
    /** How many were collected. */
    counts,
    add(move: Move): void {
      const direction = directionOf(move.from, move.to);
      counts[direction] += 1;
      const kind = JSON.stringify([move.from, move.to]);
      const known = kinds[direction].get(kind) ?? [];
      known.push(move);
      if (known.length > most) known.shift();
      kinds[direction].set(kind, known);
    },
    chosen(): Move[] {
      // `inTurn` takes from the end, and here what comes first is to stay first.
      const directions = moveDirections.map((one) => [...inTurn(kinds[one].values())].slice(0, most).reverse());
      return [...inTurn(directions)].slice(0, most);
    },
  };
}
