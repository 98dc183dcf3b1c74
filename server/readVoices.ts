import { setImmediate as breathe } from 'node:timers/promises';
import type { MessageCard } from '../shared/protocol.ts';
import type { RuledData, RuleShelf } from './http/ruleShelf.ts';
import { voiceCard } from './http/shownMessage.ts';

const voicesAtStart = 200;
/** Marking a message takes from 0.1 ms to some ms: after so many others have their turn. */
const atOnce = 20;

/** Recent significant messages with the words that decided, so that Voices has something to say before the next post comes in. */
export async function readVoices(
  data: RuledData,
  shelf: Pick<RuleShelf, 'mark'>,
  from: number,
  to?: number,
): Promise<MessageCard[]> {
  const { items } = await data.history.mentions({
    from,
    ...(to === undefined ? {} : { to }),
    stage: 'significant',
    limit: voicesAtStart,
  });
  const cards: MessageCard[] = [];
  for (const item of items) {
    if (cards.length % atOnce === atOnce - 1) await breathe();
    const { marks, names } = await shelf.mark(data, item);
    cards.push(voiceCard(item, { marks, keep: names }));
  }
  return cards;
}
