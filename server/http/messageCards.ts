import type { MentionAnswer, MessageCard } from '../../shared/protocol.ts';
import type { Dataset } from '../dataset.ts';
import type { Kept, StoredPost } from '../store/store.ts';
import { inTurns } from './inTurns.ts';
import { shownMessage, shownTrace } from './shownMessage.ts';

async function originalOf(dataset: Dataset, post: StoredPost): Promise<{ source: string; id: string } | null> {
  const { copyOf } = post.analysis;
  if (copyOf === undefined) return null;
  const [original] = await dataset.history.mention({ seq: copyOf });
  return original ? { source: original.source, id: original.id } : null;
}

async function card(dataset: Dataset, post: Kept): Promise<MessageCard> {
  const copyOf = await originalOf(dataset, post);
  const { marks, stances, names } = await dataset.shelf.mark(post);
  return shownMessage(post, { marks, copyOf, stances, keep: names });
}

/** Makes of kept posts what the doors answer with: marked, with their original, nobody named. */
export const messageCards = (dataset: Dataset, posts: readonly Kept[]): Promise<MessageCard[]> =>
  inTurns(posts, (post) => card(dataset, post));

/** The same of one post, with every reason. */
export async function explainedMessage(dataset: Dataset, post: Kept): Promise<MentionAnswer> {
  const copyOf = await originalOf(dataset, post);
  const { trace, names } = await dataset.shelf.explain(post, { of: copyOf, copies: post.copies });
  return {
    ...shownMessage(post, { marks: trace.marks, copyOf, stances: trace.stances, keep: names }),
    trace: shownTrace(trace, post, names),
  };
}
