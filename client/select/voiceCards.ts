import type { Opinion } from '../../shared/domain.ts';
import type { FiguresState, VoicesState } from '../../shared/protocol.ts';
import { cellOf, mentionsOf, opinionsOf } from './cells.ts';

type Card = VoicesState['cards'][string];
export type VoiceCard = { card: Card; opinion: Opinion; theme: string | null };

/** The cards of a voices topic, from `since` on, with the opinion towards the brand on screen, and the theme they stand under. */
export function voiceCards(state: VoicesState | undefined, brand: string, most: number, since = 0): VoiceCard[] {
  if (!state) return [];
  const cards: VoiceCard[] = [];
  for (const seq of state.order) {
    const card = state.cards[seq];
    if (!card || card.at < since) continue;
    cards.push({
      card,
      opinion: card.brands.find((one) => one.id === brand)?.opinion ?? card.opinion,
      theme: card.themes[0]?.id ?? null,
    });
    if (cards.length === most) break;
  }
  return cards;
}

/**
 * How many mentions of a window are of a card's theme and opinion, itself among them. Those of two cards may be the same ones (two of
 * one kind, or a mention of two themes): such numbers are never added.
 */
export function mentionsLike(state: Pick<FiguresState, 'now'>, brand: string, { opinion, theme }: VoiceCard): number {
  const cell = cellOf(state.now, brand, theme ?? 'none');
  const { positive, neutral, negative } = opinionsOf(cell);
  const counts = { positive, neutral, negative, unscored: mentionsOf(cell) - positive - neutral - negative };
  return Math.max(1, counts[opinion]);
}

export type Verdict = 'negative' | 'positive' | 'question' | 'other';
const verdicts: readonly Verdict[] = ['negative', 'positive', 'question', 'other'];

/** What a few voices say together: complaints first, each verdict with its themes, each theme once; null is the brand itself. */
export function voiceVerdicts(cards: readonly VoiceCard[]): { verdict: Verdict; themes: (string | null)[] }[] {
  const of = ({ opinion, card }: VoiceCard): Verdict =>
    opinion === 'negative' || opinion === 'positive'
      ? opinion
      : (card.marks ?? []).some(({ kind }) => kind === 'question')
        ? 'question'
        : 'other';
  return (
    verdicts
      .map((verdict) => ({
        verdict,
        themes: [...new Set(cards.filter((card) => of(card) === verdict).map(({ theme }) => theme))],
      }))
      // Beside a theme the brand says nothing more.
      .map(({ verdict, themes }) => ({
        verdict,
        themes: themes.some((theme) => theme !== null) ? themes.filter((theme) => theme !== null) : themes,
      }))
      .filter(({ themes }) => themes.length > 0)
  );
}
