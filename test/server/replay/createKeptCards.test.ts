import { expect, it } from 'vitest';
import { createKeptCards } from '../../../server/replay/createKeptCards.ts';
import type { Kept } from '../../../server/store/store.ts';
import type { MessageCard } from '../../../shared/protocol.ts';

const post = (seq: number, more: Partial<Kept> = {}) => ({ seq, ruleSet: 1, ...more }) as Kept;
const correctedAt = (at: number) => ({ standing: [{ at }] }) as unknown as NonNullable<Kept['corrected']>;

it('makes each card once while its message is asked for, in the order asked', async () => {
  const made: number[] = [];
  const cardsOf = createKeptCards(async (posts) => {
    made.push(...posts.map(({ seq }) => seq));
    return posts.map(({ seq }) => ({ seq }) as MessageCard);
  });
  const seqsOf = async (...posts: Kept[]) => (await cardsOf(posts)).map(({ seq }) => seq);
  expect(await seqsOf(post(1), post(2))).toEqual([1, 2]);
  expect(await seqsOf(post(3), post(2))).toEqual([3, 2]);
  expect(made).toEqual([1, 2, 3]);
  // Gone from sight and back: it was not kept for ever.
  expect(await seqsOf(post(1))).toEqual([1]);
  expect(made).toEqual([1, 2, 3, 1]);
  await seqsOf(post(1, { ruleSet: 2 }));
  await seqsOf(post(1, { ruleSet: 2, corrected: correctedAt(5) }));
  await seqsOf(post(1, { ruleSet: 2, corrected: correctedAt(6) }));
  expect(made).toEqual([1, 2, 3, 1, 1, 1, 1]);
});
