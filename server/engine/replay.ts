import type { History, RuleSet, StoredPost } from '../store/store.ts';
import { createHearing, type Judge } from '../transformer/createHearing.ts';
import type { Analyst } from './analyst.ts';
import { createReader } from './createReader.ts';
import type { Piece } from './piece.ts';

/** `indexes` are commit numbers here, `last` is the highest of what was read. */
export type Slice = Piece & { last: number };

/** Posts that are read at a time for second looks, and mentions looked at: a second or less. */
const readForLooks = 500;
const looksAtOnce = 32;

/** Reads kept posts anew, in the order of their numbers, as far as each can be looked at alone. */
export type Replay = {
  /**
   * `received` below `limit`: these were the last. Mentions up to `heardTo` get the second look that the rule set asks for; it
   * is the business of `listen` to look at newer ones.
   */
  slice(ruleSet: RuleSet, after: number, limit: number, heardTo: number): Promise<Slice>;
  /** Only mentions that a second look was had at. `isLast`: these were the last. */
  listen(ruleSet: RuleSet, after: number): Promise<Slice>;
  /** Nothing more is asked for now. */
  rest(): void;
};

/**
 * Texts are not needed to judge a post whose sketch is there, and are most of what would cross between threads. `judge` is
 * the transformer, where there is one.
 */
export function createReplay(history: Pick<History, 'keptAfter'>, analyst: Analyst, judge?: Judge): Replay {
  const reader = createReader(analyst);
  let used = -1;

  function use(ruleSet: RuleSet): void {
    if (used === ruleSet.version) return;
    if (ruleSet.transformer && !judge)
      throw new Error('the rule set has a second look, and nobody is there to have it');
    reader.use(ruleSet);
    used = ruleSet.version;
  }

  const sliceOf = (piece: Piece, posts: readonly StoredPost[], last: number): Slice => ({
    ...piece,
    last,
    indexes: piece.indexes.map((index) => posts[index]!.seq),
    posts: piece.posts.map(({ id, source, channel, at }) => ({ id, source, channel, at, text: '' })),
  });

  return {
    async slice(ruleSet, after, limit, heardTo) {
      use(ruleSet);
      const posts = await history.keptAfter(after, limit);
      const last = posts.at(-1)?.seq ?? after;
      if (!judge) return sliceOf(reader.again(posts), posts, last);
      const { hear, ask } = createHearing(judge);
      const heard = posts.filter(({ seq }) => seq <= heardTo).length;
      const first = reader.again(posts, hear, heard);
      return sliceOf((await ask()) ? reader.again(posts, hear, heard) : first, posts, last);
    },
    async listen(ruleSet, after) {
      use(ruleSet);
      if (!judge) throw new Error('a second look was asked for, and nobody is there to have it');
      const { hear, ask } = createHearing(judge);
      const posts = await history.keptAfter(after, readForLooks);
      const looked: StoredPost[] = [];
      let last = posts.at(-1)?.seq ?? after;
      for (const post of posts) {
        // What people took from its brand is a mention again when they take that back.
        if ((post.corrected?.machine ?? post.analysis).stage === 'set-aside') continue;
        let isAsked = false;
        reader.again([post], (text) => {
          isAsked = true;
          return hear(text);
        });
        if (isAsked && looked.push(post) === looksAtOnce) {
          last = post.seq;
          break;
        }
      }
      await ask();
      const isLast = posts.length < readForLooks && last === (posts.at(-1)?.seq ?? after);
      return { ...sliceOf(reader.again(looked, hear), looked, last), isLast };
    },
    rest: () => undefined,
  };
}
