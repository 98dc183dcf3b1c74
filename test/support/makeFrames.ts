import type { Cell, FiguresState, MessageCard, VoicesState } from '../../shared/protocol.ts';
import { hourMs, minuteMs } from '../../shared/rollup.ts';

/** Invented states of topics: a test states only what matters to it. */

/** A moment on a full hour. */
export const noon = Date.UTC(2026, 10, 12, 12);

/** A cell whose opinions are all of significant mentions. */
export function makeCell(mentions: number, positive = 0, negative = 0, neutral = 0): Cell {
  const significant = positive + negative + neutral;
  return [mentions, mentions, positive, neutral, negative, significant, positive, neutral, negative];
}

/** The last hour up to noon, known for a day. */
export function makeFigures(change: Partial<FiguresState> = {}): FiguresState {
  return {
    from: noon - hourMs,
    to: noon,
    stepMs: minuteMs,
    knownFrom: noon - 24 * hourMs,
    now: {},
    before: {},
    series: {},
    channels: {},
    unscored: {},
    funnel: { collected: 0, important: 0, significant: 0, setAside: {} },
    ...change,
  };
}

export function makeCard(change: Partial<MessageCard & { speaksFor: number }> = {}): VoicesState['cards'][string] {
  return {
    seq: 1,
    id: 'a',
    source: 'test',
    channel: 'social',
    lang: 'en',
    at: noon,
    receivedAt: noon,
    text: 'A plain text.',
    stage: 'significant',
    reason: null,
    significance: 0.9,
    opinion: 'positive',
    score: 0.5,
    brands: [{ id: 'solenne', opinion: 'positive', score: 0.5 }],
    themes: [{ id: 'texture' }],
    copies: 0,
    speaksFor: 10,
    ...change,
  };
}

export function makeVoices(cards: VoicesState['cards'][string][]): VoicesState {
  return {
    order: cards.map((card) => String(card.seq)),
    cards: Object.fromEntries(cards.map((card) => [String(card.seq), card])),
    spanMs: 24 * hourMs,
  };
}
