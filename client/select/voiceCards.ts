import type { Opinion } from '../../shared/domain.ts';
import type { VoicesState } from '../../shared/protocol.ts';

type Card = VoicesState['cards'][string];
export type VoiceCard = { card: Card; opinion: Opinion; theme: string | null };

/** The first cards of a voices topic with the opinion towards the brand on screen, and the theme they stand under. */
export function voiceCards(state: VoicesState | undefined, brand: string, most: number): VoiceCard[] {
  if (!state) return [];
  const cards: VoiceCard[] = [];
  for (const seq of state.order) {
    const card = state.cards[seq];
    if (!card) continue;
    cards.push({
      card,
      opinion: card.brands.find((one) => one.id === brand)?.opinion ?? card.opinion,
      theme: card.themes[0]?.id ?? null,
    });
    if (cards.length === most) break;
  }
  return cards;
}

/** How many mentions the cards speak for: those of one theme and opinion speak for the same ones. */
export function standsFor(cards: readonly VoiceCard[]): number {
  const groups = new Map<string, number>();
  for (const { card, opinion, theme } of cards) {
    const group = `${theme} ${opinion}`;
    groups.set(group, Math.max(groups.get(group) ?? 0, card.speaksFor));
  }
  let mentions = 0;
  for (const count of groups.values()) mentions += count;
  return mentions;
}
