import type { VoiceCard } from './voiceCards.ts';

export type Wanted = Pick<VoiceCard, 'theme' | 'opinion'>;

/**
 * Of many cards the few there is room for: what is `wanted` first, because the page speaks of it, then different themes, then
 * different opinions of one, then as they come.
 */
export function pickVoices(cards: readonly VoiceCard[], most: number, wanted: readonly Wanted[] = []): VoiceCard[] {
  const picked = wanted
    .flatMap(({ theme, opinion }) => cards.find((card) => card.theme === theme && card.opinion === opinion) ?? [])
    .slice(0, most);
  const differs = [
    (card: VoiceCard) => picked.every((one) => one.theme !== card.theme && one.opinion !== card.opinion),
    (card: VoiceCard) => picked.every((one) => one.theme !== card.theme),
    (card: VoiceCard) => picked.every((one) => one.theme !== card.theme || one.opinion !== card.opinion),
    () => true,
  ];
  for (const isNew of differs)
    for (const card of cards) {
      if (picked.length === most) return picked;
      if (!picked.includes(card) && isNew(card)) picked.push(card);
    }
  return picked;
}
