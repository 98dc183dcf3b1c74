import type { MessageCard } from '../shared/protocol.ts';
import type { History, Kept } from './store/store.ts';

const voicesAtStart = 200;

/** Recent significant messages, so that Voices has something to say before the next post comes in; `cardsOf` makes of them what leaves the server. */
export async function readVoices(
  history: History,
  cardsOf: (posts: readonly Kept[]) => MessageCard[] | Promise<MessageCard[]>,
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
