import type { History, RuleSet } from '../store/store.ts';
import type { Analyst } from './analyst.ts';
import { createReader } from './createReader.ts';
import type { Piece } from './piece.ts';

/** `indexes` are commit numbers here, `last` is the highest of what was read. */
export type Slice = Piece & { last: number };

/** Reads kept posts anew, in the order of their numbers, as far as each can be looked at alone. */
export type Replay = {
  /** `received` below `limit`: these were the last. */
  slice(ruleSet: RuleSet, after: number, limit: number): Promise<Slice>;
  /** Nothing more is asked for now. */
  rest(): void;
};

/** Texts are not needed to judge a post whose sketch is there, and are most of what would cross between threads. */
export function createReplay(history: Pick<History, 'keptAfter'>, analyst: Analyst): Replay {
  const reader = createReader(analyst);
  let used = -1;
  return {
    async slice(ruleSet, after, limit) {
      if (used !== ruleSet.version) {
        reader.use(ruleSet);
        used = ruleSet.version;
      }
      const posts = await history.keptAfter(after, limit);
      const piece = reader.again(posts);
      return {
        ...piece,
        last: posts.at(-1)?.seq ?? after,
        indexes: piece.indexes.map((index) => posts[index]!.seq),
        posts: piece.posts.map(({ id, source, channel, at }) => ({ id, source, channel, at, text: '' })),
      };
    },
    rest: () => undefined,
  };
}
