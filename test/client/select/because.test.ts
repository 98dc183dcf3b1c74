import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { because, cutMessage, cutToEvidence, fewerWords } from '../../../client/select/because.ts';
import { pickVoices } from '../../../client/select/pickVoices.ts';
import { mentionsLike, voiceCards, voiceVerdicts } from '../../../client/select/voiceCards.ts';
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
    expect(because({ text, marks }, marks, 'price', 'negative')).toEqual({
      theme: ['expensive', 'sales'],
      opinion: ['too expensive'],
      isQuestion: false,
    });
  });

  it('gives no reason for an opinion that nobody judged', () => {
    expect(because({ text, marks }, marks, 'price', 'unscored').opinion).toEqual([]);
  });

  it('quotes only what can be seen', () => {
    const shown = cutMessage(text, marks, 50);
    expect(because(shown, marks, 'price', 'negative').theme).toEqual(['expensive']);
    expect(because(shown, marks, 'season', 'negative').theme).toEqual([]);
  });

  it('gives up words until the line has room, and keeps one that says the opinion', () => {
    const reasons = { theme: ['cher', 'coûtera', 'recharge'], opinion: ['trop cher', 'déçue'], isQuestion: false };
    expect(fewerWords(reasons, 20)).toMatchObject({ theme: ['cher'], opinion: ['trop cher'] });
    expect(fewerWords(reasons, 4)).toMatchObject({ theme: [], opinion: ['trop cher'] });
    expect(fewerWords(reasons, 200)).toEqual(reasons);
  });
});

describe('cutMessage', () => {
  it('cuts at a sentence, says so, and keeps short texts whole', () => {
    expect(cutMessage(text, [], 60).text).toBe('Lovely glow, but far too expensive for me …');
    // No sentence ends in its last third, a clause does: "ou" alone would say nothing.
    expect(cutMessage('Encore en rupture au grand magasin, ou bien je cherche mal, dites-moi.', [], 38).text).toBe(
      'Encore en rupture au grand magasin …',
    );
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

describe('cutToEvidence', () => {
  const long =
    'Bought the Lumière serum at the department store on Saturday with my sister. It is pricey, 38 euros, and after two weeks of it every night I am disappointed. Never again, says my sister too.';
  const mark = (word: string, kind: Mark['kind'], more: Partial<Mark> = {}): Mark => {
    const from = long.indexOf(word);
    return { field: 'text', from, to: from + word.length, kind, ...more };
  };
  const theme = mark('pricey', 'theme', { id: 'price' });
  const opinion = mark('disappointed', 'negative', { value: -3 });
  const wordsOf = (cut: ReturnType<typeof cutToEvidence>) => cut.marks.map(({ from, to }) => cut.text.slice(from, to));

  it('shows the word of the theme and the word of the opinion, however late they come', () => {
    const cut = cutToEvidence(long, [theme, opinion], 96, 'price', 'negative');
    expect(wordsOf(cut)).toEqual(['pricey', 'disappointed']);
    expect(cut.text).toMatch(/^… .* …$/);
    expect(because(cut, [theme, opinion], 'price', 'negative')).toMatchObject({
      theme: ['pricey'],
      opinion: ['disappointed'],
    });
  });

  it('joins two stretches where they stand too far apart for one', () => {
    const early = mark('Bought', 'theme', { id: 'price' });
    const cut = cutToEvidence(long, [early, opinion], 90, 'price', 'negative');
    expect(wordsOf(cut)).toEqual(['Bought', 'disappointed']);
    expect(cut.text).toMatch(/^Bought .* … .*disappointed/);
    expect(cut.text.length).toBeLessThanOrEqual(100);
  });

  it('ends at a clause rather than with the beginning of another, unless that leaves little', () => {
    const text =
      'Bought it at the web shop. Out of stock everywhere, I am frustrated, I waited six weeks for it in vain.';
    const says = (word: string, kind: Mark['kind'], more: Partial<Mark> = {}): Mark => {
      const from = text.indexOf(word);
      return { field: 'text', from, to: from + word.length, kind, ...more };
    };
    const marks = [says('Out of stock', 'theme', { id: 'stock' }), says('frustrated', 'negative', { value: -3 })];
    expect(cutToEvidence(text, marks, 82, 'stock', 'negative').text).toBe(
      'Bought it at the web shop. Out of stock everywhere, I am frustrated …',
    );
    const short =
      'On my cheek, terrible, I stopped it after ten days of use, and I am still waiting for an answer of yours.';
    const terrible = { field: 'text', from: 13, to: 21, kind: 'negative', value: -3 } as Mark;
    expect(cutToEvidence(short, [terrible], 46, null, 'negative').text).toMatch(/terrible, I stopped/);
  });

  it('begins with earlier words that say the same, where both have room', () => {
    const text =
      'Not impressed by the day cream. An allergic reaction on my cheek, terrible, I stopped after ten days of it.';
    const says = (word: string, value: number): Mark => {
      const from = text.indexOf(word);
      return { field: 'text', from, to: from + word.length, kind: 'negative', value };
    };
    const marks = [says('allergic reaction', -2), says('terrible', -3), says('stopped', -1)];
    expect(cutToEvidence(text, marks, 48, null, 'negative').text).toContain('allergic reaction on my cheek, terrible');
  });

  it('begins at the beginning where the words are there, or there are none, or all of it fits', () => {
    expect(cutToEvidence(long, [mark('Lumière', 'theme', { id: 'price' })], 68, 'price', 'negative').text).toMatch(
      /^Bought the Lumière .* …$/,
    );
    expect(cutToEvidence(long, [], 68, 'price', 'negative')).toEqual(cutMessage(long, [], 68));
    expect(cutToEvidence(long, [theme], 400, 'price', 'negative').text).toBe(long);
  });

  it('keeps the strongest words in sight and every mark on its own letters, whatever the text (seed 11)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 9 }), { minLength: 20, maxLength: 60 }),
        fc.nat(19),
        fc.nat(19),
        (words, one, other) => {
          const body = words.map((word) => word.replace(/[\s…]/g, '-')).join(' ');
          const at = (index: number) => words.slice(0, index).join(' ').length + (index > 0 ? 1 : 0);
          const of = (index: number, kind: Mark['kind']): Mark => ({
            field: 'text',
            from: at(index),
            to: at(index) + words[index]!.length,
            kind,
            ...(kind === 'theme' ? { id: 'price' } : { value: -1 }),
          });
          const given = [of(one, 'theme'), of(other, 'negative')];
          const cut = cutToEvidence(body, given, 80, 'price', 'negative');
          for (const { kind } of given) {
            const found = cut.marks.find((mark) => mark.kind === kind);
            const wanted = given.find((mark) => mark.kind === kind)!;
            expect(cut.text.slice(found!.from, found!.to)).toBe(body.slice(wanted.from, wanted.to));
          }
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('voiceVerdicts', () => {
  it('tells complaints first, then praise, then questions, each with its themes once', () => {
    const card = (theme: string, opinion: 'positive' | 'negative' | 'neutral', marks: Mark[] = []) => ({
      card: makeCard({ marks }),
      theme,
      opinion,
    });
    const question: Mark = { field: 'text', from: 0, to: 2, kind: 'question' };
    expect(
      voiceVerdicts([
        card('price', 'neutral', [question]),
        card('texture', 'positive'),
        card('stock', 'negative'),
        card('stock', 'negative'),
        card('scent', 'neutral'),
      ]),
    ).toEqual([
      { verdict: 'negative', themes: ['stock'] },
      { verdict: 'positive', themes: ['texture'] },
      { verdict: 'question', themes: ['price'] },
      { verdict: 'other', themes: ['scent'] },
    ]);
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
    // What the page speaks of comes first, where there is a card of it.
    const wanted = [
      { theme: 't', opinion: 'negative' as const },
      { theme: 'p', opinion: 'positive' as const },
    ];
    const told = pickVoices(voiceCards(makeVoices(cards), 'a', 12), 3, wanted);
    expect(told.map((one) => one.card.seq)).toEqual([3, 4, 1]);
  });
});
