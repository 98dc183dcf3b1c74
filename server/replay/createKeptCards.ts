import type { MessageCard } from '../../shared/protocol.ts';
import type { VoiceCards } from '../readVoices.ts';
import type { Kept } from '../store/store.ts';

/** Another rule set, or a person's word since, and the words that decided are others. */
const keyOf = ({ seq, ruleSet, corrected }: Kept): string =>
  [seq, ruleSet, ...(corrected?.standing.map(({ at }) => at) ?? [])].join(' ');

/** The same cards, each made once as long as its message is asked for: a replay asks every two seconds for nearly the same ones. */
export function createKeptCards(cardsOf: VoiceCards): VoiceCards {
  let known = new Map<string, MessageCard>();
  return async (posts) => {
    const fresh = posts.filter((post) => !known.has(keyOf(post)));
    const made = await cardsOf(fresh);
    const all = new Map([...known, ...fresh.map((post, index) => [keyOf(post), made[index]!] as const)]);
    known = new Map(posts.map((post) => [keyOf(post), all.get(keyOf(post))!]));
    return [...known.values()];
  };
}
