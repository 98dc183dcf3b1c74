import { setImmediate as breathe } from 'node:timers/promises';
import type { MessageCard } from '../shared/protocol.ts';
import type { RuledData, RuleShelf } from './http/ruleShelf.ts';
import { voiceCard } from './http/shownMessage.ts';
import type { History, Kept } from './store/store.ts';

const voicesAtStart = 200;
/** Marking a message takes from 0.1 ms to some ms: after so many others have their turn. */
const atOnce = 20;

/** Of messages what the voices show of them, in the same order. */
export type VoiceCards = (posts: readonly Kept[]) => Promise<MessageCard[]>;

/** With the words that decided marked by the rules under which each was counted: marks are not stored. */
export function createVoiceCards(data: RuledData, shelf: Pick<RuleShelf, 'mark'>): VoiceCards {
  return async (posts) => {
    const cards: MessageCard[] = [];
    for (const post of posts) {
      if (cards.length % atOnce === atOnce - 1) await breathe();
      const { marks, names } = await shelf.mark(data, post);
      cards.push(voiceCard(post, { marks, keep: names }));
    }
    return cards;
  };
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
