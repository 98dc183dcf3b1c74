import { describe, expect, it } from 'vitest';
import { createVoices } from '../../../server/live/voices.ts';
import type { Opinion } from '../../../shared/domain.ts';
import type { MessageCard, VoicesState } from '../../../shared/protocol.ts';
import { dayMs, minuteMs } from '../../../shared/rollup.ts';

const now = Date.UTC(2026, 2, 10, 9, 0);

function makeCard(seq: number, card: Partial<MessageCard> & { theme?: string } = {}): MessageCard {
  const { theme = 'price', ...given } = card;
  const opinion: Opinion = given.opinion ?? 'negative';
  return {
    seq,
    id: `post-${seq}`,
    source: 'test',
    channel: 'social',
    lang: 'en',
    at: now - minuteMs,
    receivedAt: now - minuteMs,
    text: 'a message',
    stage: 'significant',
    reason: null,
    significance: 0.6,
    score: 0,
    brands: [{ id: 'orva', opinion, score: 0 }],
    themes: [{ id: theme }],
    copies: 0,
    ...given,
    opinion,
  };
}
const alone = () => 1;

describe('voices', () => {
  it('are at most twelve, of different themes and opinions before many of one', () => {
    const voices = createVoices(alone);
    voices.absorb(
      [
        ...Array.from({ length: 30 }, (_, i) => makeCard(i, { significance: 0.9 })),
        makeCard(100, { theme: 'texture', opinion: 'positive', significance: 0.5 }),
        makeCard(101, { theme: 'delivery', significance: 0.5 }),
      ],
      [],
    );
    const { order, cards } = voices.show('*', null, now);
    expect(order).toHaveLength(12);
    expect(order.slice(0, 3)).toEqual(expect.arrayContaining(['100', '101']));
    expect(Object.keys(cards).sort()).toEqual([...order].sort());
  });

  it('say for how many they speak, of the brand that is asked for', () => {
    const voices = createVoices((_card, brand) => (brand === '*' ? 40 : 7));
    voices.absorb([makeCard(1)], []);
    expect(voices.show('*', null, now).cards['1']?.speaksFor).toBe(40);
    expect(voices.show('orva', null, now).cards['1']?.speaksFor).toBe(7);
    expect(voices.show('other', null, now).order).toEqual([]);
  });

  it('do not flicker: a slightly better newcomer waits, a clearly better one takes a place, the others keep theirs', () => {
    const voices = createVoices(alone);
    for (let i = 0; i < 12; i += 1)
      voices.absorb([makeCard(i, { theme: `theme${i}`, significance: 0.6 - i / 1_000 })], []);
    const first = voices.show('*', null, now);
    voices.absorb([makeCard(50, { theme: 'other', significance: 0.7 })], []);
    const second = voices.show('*', first, now);
    expect(second).toBe(first);
    voices.absorb([makeCard(51, { theme: 'another', significance: 0.99 })], []);
    const third = voices.show('*', second, now);
    expect(third.order).toContain('51');
    expect(third.order.filter((seq) => seq !== '51')).toEqual(first.order.filter((seq) => third.order.includes(seq)));
  });

  it('fade: what is new and strong comes in time before what was strong hours ago, and a day ends it', () => {
    const voices = createVoices(alone);
    voices.absorb(
      [makeCard(1, { at: now - 8 * 60 * minuteMs, significance: 0.9 }), makeCard(2, { significance: 0.6 })],
      [],
    );
    expect(voices.show('*', null, now).order).toEqual(['2', '1']);
    expect(voices.show('*', null, now + dayMs - 2 * minuteMs).order).toEqual(['2']);
  });

  it('go at once when they are deleted at their source, alone or with their whole account', () => {
    const voices = createVoices(alone);
    voices.absorb([makeCard(1), makeCard(2, { id: 'did:a/1' }), makeCard(3, { id: 'did:a/2' })], []);
    voices.absorb([], [{ source: 'other', id: 'post-1' }]);
    const all = voices.show('*', null, now);
    expect(all.order).toHaveLength(3);
    voices.absorb(
      [],
      [
        { source: 'test', id: 'post-1' },
        { source: 'test', id: 'did:a/', prefix: true },
      ],
    );
    expect(voices.show('*', all, now)).toEqual({ order: [], cards: {}, spanMs: dayMs });
  });

  it('keep few in memory however many come, the latest said', () => {
    const voices = createVoices(alone);
    for (let i = 0; i < 3_000; i += 1)
      voices.absorb([makeCard(i, { at: now - (i % 100) * minuteMs, theme: `t${i % 40}` })], []);
    let shown: VoicesState | null = null;
    shown = voices.show('*', shown, now);
    for (const card of Object.values(shown.cards)) expect(now - card.at).toBeLessThan(20 * minuteMs);
  });
});
