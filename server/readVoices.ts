import type { MessageCard } from '../shared/protocol.ts';
import { messageCard } from './messageCard.ts';
import type { History } from './store/store.ts';

const voicesAtStart = 200;

/** Recent significant messages, so that Voices has something to say before the next post comes in. */
export async function readVoices(history: History, from: number): Promise<MessageCard[]> {
  const { items } = await history.mentions({ from, stage: 'significant', limit: voicesAtStart });
  return items.map((item) => messageCard(item, item.copies));
}
