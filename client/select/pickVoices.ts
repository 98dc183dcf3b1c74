import type { VoiceCard } from './voiceCards.ts';

/** Of many cards the few there is room for: different themes first, then different opinions of one, then as they come. */
export function pickVoices(cards: readonly VoiceCard[], most: number): VoiceCard[] {
  const picked: VoiceCard[] = [];
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
