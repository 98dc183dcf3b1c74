import type { MessageCard } from '../shared/protocol.ts';
import { inTurns } from './http/inTurns.ts';
import type { RuleShelf } from './http/ruleShelf.ts';
import { voiceCard } from './http/shownMessage.ts';
import type { History, Kept } from './store/store.ts';

const voicesAtStart = 200;

/** Of messages what the voices show of them, in the same order. */
export type VoiceCards = (posts: readonly Kept[]) => Promise<MessageCard[]>;

/** With the words that decided marked by the rules under which each was counted: marks are not stored. */
export function createVoiceCards(shelf: Pick<RuleShelf, 'mark'>): VoiceCards {
  return (posts) =>
    inTurns(posts, async (post) => {
      const { marks, names } = await shelf.mark(post);
      return voiceCard(post, { marks, keep: names });
    });
}

/** Recent significant messages, newest first, so that Voices has something to say before the next post comes in. */
export async function readVoices(
  history: History,
  cardsOf: VoiceCards,
  from: number,
  to?: number,
): Promise<MessageCard[]> {
  const { items } = await history.mentions({
    from,
    ...(to === undefined ? {} : { to }),
    stage: 'significant',
    limit: voicesAtStart,
  });
  return cardsOf(items);
}
