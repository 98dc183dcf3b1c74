import type { Post } from '../../shared/domain.ts';
import type { IngestAnswer } from '../../shared/protocol.ts';
import type { Analysis } from '../pipeline/analysis.ts';

/** What the log says of a post that the pipeline stumbled over. */
export type Stumble = { id?: string; source: string; error: string };

/** A stretch of one delivery, read and analysed: everything about it that no other post decides. */
export type Piece = {
  /** Version of the rule set that its posts were analysed under. */
  ruleSet: number;
  /** Items that were read, the rejected ones included. */
  received: number;
  rejected: IngestAnswer['rejected'];
  stumbles: Stumble[];
  /** Nothing of the delivery comes after it. */
  isLast: boolean;
  posts: Post[];
  analyses: Analysis[];
  /** The place of each post in its delivery. */
  indexes: number[];
  /** `sketchWidth` numbers a post, see `readSketch`. */
  sketches: Int32Array<ArrayBuffer>;
};

/** A piece with the outcome of reading its posts once more, under other rules. */
export function renew(old: Piece, again: Piece): Piece {
  const placeOf = (index: number) => old.indexes[index]!;
  return {
    ...again,
    received: old.received,
    isLast: old.isLast,
    rejected: [...old.rejected, ...again.rejected.map((one) => ({ ...one, index: placeOf(one.index) }))],
    stumbles: [...old.stumbles, ...again.stumbles],
    indexes: again.indexes.map(placeOf),
  };
}
