import type { MentionAnswer, MessageCard } from '../../shared/protocol.ts';
import type { Dataset } from '../dataset.ts';
import type { Kept, StoredPost } from '../store/store.ts';
import type { AppDeps } from './deps.ts';
import { inTurns } from './inTurns.ts';
import { createRuleShelf } from './ruleShelf.ts';
import { shownMessage, shownTrace } from './shownMessage.ts';

async function originalOf(dataset: Dataset, post: StoredPost): Promise<{ source: string; id: string } | null> {
  const { copyOf } = post.analysis;
  if (copyOf === undefined) return null;
  const [original] = await dataset.history.mention({ seq: copyOf });
  return original ? { source: original.source, id: original.id } : null;
}

/** Makes of kept posts what the doors answer with: marked, with their original, nobody named. */
export function createMessageCards(hashAuthor: AppDeps['hashAuthor']) {
  const shelf = createRuleShelf(hashAuthor);

  async function card(dataset: Dataset, post: Kept): Promise<MessageCard> {
    const copyOf = await originalOf(dataset, post);
    const { marks, stances, names } = await shelf.mark(dataset, post);
    return shownMessage(post, { marks, copyOf, stances, keep: names });
  }

  return {
    cards: (dataset: Dataset, posts: readonly Kept[]): Promise<MessageCard[]> =>
      inTurns(posts, (post) => card(dataset, post)),

    async explained(dataset: Dataset, post: Kept): Promise<MentionAnswer> {
      const copyOf = await originalOf(dataset, post);
      const { trace, names } = await shelf.explain(dataset, post, { of: copyOf, copies: post.copies });
      return {
        ...shownMessage(post, { marks: trace.marks, copyOf, stances: trace.stances, keep: names }),
        trace: shownTrace(trace, post, names),
      };
    },
  };
}

export type MessageCards = ReturnType<typeof createMessageCards>;
