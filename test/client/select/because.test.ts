import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { because, cutAround, cutMessage } from '../../../client/select/because.ts';
import { pickVoices } from '../../../client/select/pickVoices.ts';
import { mentionsLike, voiceCards } from '../../../client/select/voiceCards.ts';
import type { Mark } from '../../../shared/trace.ts';
import { makeCard, makeCell, makeFigures, makeVoices } from '../../support/makeFrames.ts';

const text = 'Lovely glow, but far too expensive for me. I will wait for the sales, as always in January.';
const mark = (word: string, kind: Mark['kind'], more: Partial<Mark> = {}): Mark => {
  const from = text.indexOf(word);
  return { field: 'text', from, to: from + word.length, kind, ...more };
};
const marks = [
  mark('Lovely', 'positive', { value: 3 }),
  mark('too expensive', 'negative', { value: -2 }),
  mark('expensive', 'theme', { id: 'price' }),
  mark('sales', 'theme', { id: 'price' }),
  mark('January', 'theme', { id: 'season' }),
];

describe('mentionsLike', () => {
  const state = makeFigures({ now: { a: { price: makeCell(90, 10, 40), none: makeCell(7, 0, 0) } } });
  const of = (opinion: 'positive' | 'negative' | 'unscored', theme: string | null) =>
    mentionsLike(state, 'a', { card: makeCard({}), opinion, theme });

  it('counts what the door beside it lists: the theme’s mentions of that opinion in the window', () => {
    expect([of('negative', 'price'), of('positive', 'price')]).toEqual([40, 10]);
    expect(of('negative', null)).toBe(1);
  });
});

describe('voiceCards', () => {
  it('leaves out what was said before the window', () => {
    const cards = makeVoices([makeCard({ seq: 1, at: 10 }), makeCard({ seq: 2, at: 20 })]);
    expect(voiceCards(cards, '*', 5, 15).map(({ card }) => card.seq)).toEqual([2]);
    expect(voiceCards(cards, '*', 5)).toHaveLength(2);
  });
});

describe('because', () => {
  it('quotes the words of the opinion shown and of the theme shown, not of others', () => {
    expect(because(text, marks, text, marks, 'price', 'negative')).toEqual({
      theme: ['expensive', 'sales'],
      opinion: ['too expensive'],
      isQuestion: false,
    });
  });

  it('gives no reason for an opinion that nobody judged', () => {
    expect(because(text, marks, text, marks, 'price', 'unscored').opinion).toEqual([]);
  });

  it('quotes what can be seen, and only where that holds nothing what was cut off', () => {
    const shown = cutMessage(text, marks, 50);
    expect(because(shown.text, shown.marks, text, marks, 'price', 'negative').theme).toEqual(['expensive']);
    expect(because(shown.text, shown.marks, text, marks, 'season', 'negative').theme).toEqual(['January']);
  });
});

describe('cutMessage', () => {
  it('cuts at a sentence, says so, and keeps short texts whole', () => {
    expect(cutMessage(text, [], 60).text).toBe('Lovely glow, but far too expensive for me …');
    expect(cutMessage('Short.', [], 60)).toEqual({ text: 'Short.', marks: [], isCut: false });
  });

  it('keeps every mark inside what is shown, whatever the text (seed 7)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(200), fc.nat(200), (body, a, b) => {
        const given: Mark = { field: 'text', from: Math.min(a, b), to: Math.max(a, b), kind: 'theme' };
        const cut = cutMessage(body, given.to <= body.length ? [given] : [], 80);
        expect(cut.text.length).toBeLessThanOrEqual(82);
        for (const one of cut.marks) expect(one.to).toBeLessThanOrEqual(cut.isCut ? 80 : body.length);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('cutAround', () => {
  const long =
    'Bought the Lumière serum at the department store on Saturday. It is pricey and disappointing, 38 euros wasted.';
  const mark = (word: string, kind: Mark['kind']): Mark => {
    const from = long.indexOf(word);
    return { field: 'text', from, to: from + word.length, kind };
  };

  it('shows the words that say why, also where they come late', () => {
    const cut = cutAround(long, [mark('Bought', 'positive'), mark('pricey', 'theme')], 68, 'theme');
    expect(cut.text).toMatch(/^… .*pricey/);
    expect(cut.text.length).toBeLessThanOrEqual(72);
    const [shown] = cut.marks;
    expect(cut.text.slice(shown!.from, shown!.to)).toBe('pricey');
  });

  it('begins at the beginning where they are there, where there are none, and where all of it fits', () => {
    for (const marks of [[mark('Lumière', 'theme')], []])
      expect(cutAround(long, marks, 68, 'theme')).toEqual(cutMessage(long, marks, 68));
    expect(cutAround(long, [mark('pricey', 'theme')], 200, 'theme').text).toBe(long);
  });
});

describe('voices', () => {
  it('shows the opinion towards the brand on screen, not of the whole text', () => {
    const card = makeCard({ opinion: 'negative', brands: [{ id: 'b', opinion: 'positive', score: 1 }] });
    expect(voiceCards(makeVoices([card]), 'b', 5)[0]!.opinion).toBe('positive');
    expect(voiceCards(makeVoices([card]), 'c', 5)[0]!.opinion).toBe('negative');
  });

  it('gives a wall different themes and opinions before more of the same', () => {
    const card = (seq: number, theme: string, opinion: 'positive' | 'negative') =>
      makeCard({ seq, themes: [{ id: theme }], opinion, brands: [] });
    const cards = [
      card(1, 't', 'positive'),
      card(2, 't', 'positive'),
      card(3, 't', 'negative'),
      card(4, 'p', 'negative'),
    ];
    const picked = pickVoices(voiceCards(makeVoices(cards), 'a', 12), 3);
    expect(picked.map((one) => one.card.seq)).toEqual([1, 4, 3]);
  });
});
