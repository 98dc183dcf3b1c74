import { describe, expect, it } from 'vitest';
import { isSafetyTheme } from '../../../server/decisions/isSafetyTheme.ts';
import { isAbout, openPoints, type PointsInput } from '../../../server/decisions/openPoints.ts';
import { soldOutQuery } from '../../../server/decisions/soldOutQuery.ts';
import { demoWorkspace } from '../../../server/demo/demoWorkspace.ts';
import { compileSearch } from '../../../server/pipeline/query/compileSearch.ts';
import { createRandom } from '../../../server/random.ts';
import { themeError } from '../../../shared/uncertainty.ts';

const window = { from: 1_000, to: 2_000 };
const none = { mentions: 0, distinct: 0, positive: 0, neutral: 0, negative: 0 };
const price = { id: 'price', name: 'Price', query: 'price' };
const skin = { id: 'skin', name: 'Skin reaction', query: 'rash' };

const input = (part: Partial<PointsInput> = {}): PointsInput => ({
  brand: 'lumen',
  window,
  usual: { from: 0, to: 1_000 },
  mentions: { now: 1_000, before: 10_000 },
  distinct: { now: 800, before: 8_000 },
  themes: [],
  questions: [],
  soldOut: { now: 0, before: 0 },
  error: themeError,
  ...part,
});
const complaint = (mentions: number) => ({
  ...{ mentions, distinct: mentions * 0.6 },
  ...{ positive: 2, neutral: mentions * 0.2, negative: mentions * 0.7 },
});

describe('open points', () => {
  it('name a theme that hurts and grows, with its figures and the messages behind it', () => {
    const [point, ...rest] = openPoints(
      input({ themes: [{ ...price, now: complaint(150), before: { ...none, mentions: 500 } }] }),
    );
    expect(rest).toEqual([]);
    expect(point).toMatchObject({
      id: 'theme-hurts:lumen:price',
      kind: 'theme-hurts',
      theme: 'price',
      count: 150,
      texts: 90,
      messages: { brand: 'lumen', theme: 'price', sentiment: 'negative', ...window },
    });
    expect(point!.times).toBeCloseTo(3, 1);
    expect(point!.probability).toBeGreaterThan(0.99);
    expect(point!.net!.high).toBeLessThan(0);
  });

  it('say nothing of a theme that hurts as always, that grows and does not hurt, or of too few', () => {
    const now = complaint(150);
    for (const theme of [
      { ...price, now, before: { ...none, mentions: 1_500 } },
      { ...price, now: { ...now, positive: 140, negative: 10 }, before: { ...none, mentions: 500 } },
      { ...price, now: { ...now, positive: 50, negative: 60 }, before: { ...none, mentions: 500 } },
      { ...price, now: complaint(15), before: none },
    ])
      expect(openPoints(input({ themes: [theme] }))).toEqual([]);
  });

  it('put harm first, then what cannot be bought, then what hurts, then what is asked', () => {
    const points = openPoints(
      input({
        themes: [
          { ...price, now: complaint(150), before: { ...none, mentions: 500 } },
          { ...skin, now: { ...none, mentions: 40 }, before: { ...none, mentions: 50 } },
        ],
        soldOut: { now: 60, before: 20 },
        questions: [
          { question: 'When is it back?', count: 9, search: 'back* when' },
          { question: 'Is it vegan?', count: 4, search: 'vegan' },
        ],
      }),
    );
    expect(points.map(({ kind }) => kind)).toEqual(['safety', 'sold-out', 'theme-hurts', 'question']);
    expect(points[3]).toMatchObject({ id: 'question:lumen:back* when', question: 'When is it back?', count: 9 });
    expect(points[0]!.times).toBeCloseTo(8, 0);
  });

  it('call what was hardly ever said new, not so many times the usual', () => {
    const [point] = openPoints(input({ themes: [{ ...skin, now: { ...none, mentions: 40 }, before: none }] }));
    expect(point).toMatchObject({ kind: 'safety', count: 40 });
    expect(point).not.toHaveProperty('times');
  });

  it('claim no growth where nobody knows what is usual', () => {
    const themes = [{ ...skin, now: { ...none, mentions: 400 }, before: none }];
    const unknown = { usual: null, mentions: { now: 1_000, before: 0 }, distinct: { now: 800, before: 0 } };
    expect(openPoints(input({ ...unknown, themes, soldOut: { now: 99, before: 0 } }))).toEqual([]);
  });

  it('raise few points from chance alone (seed 21)', () => {
    const random = createRandom(21);
    const draw = (mean: number) => {
      let [count, product] = [0, random()];
      const limit = Math.exp(-mean);
      while (product > limit) {
        count += 1;
        product *= random();
      }
      return count;
    };
    let raised = 0;
    for (let round = 0; round < 400; round += 1) {
      const theme = { ...skin, now: { ...none, mentions: draw(30) }, before: { ...none, mentions: draw(300) } };
      raised += openPoints(input({ themes: [theme] })).length;
    }
    expect(raised / 400).toBeLessThan(0.1);
  });

  it('are answered by a decision that names them, a question also when others ask it in a few other words', () => {
    const asked = { id: 'question:lumen:refill* ship', kind: 'question', brand: 'lumen' } as const;
    expect(isAbout('question:lumen:refill* ship', asked)).toBe(true);
    expect(isAbout('question:lumen:refill* ship when', asked)).toBe(true);
    expect(isAbout('question:lumen:vegan', asked)).toBe(false);
    expect(isAbout('safety:lumen:skin', asked)).toBe(false);
  });
});

describe('themes of safety', () => {
  it('are known by their name, or by several words of their query', () => {
    for (const name of ['Skin reaction', 'Allergies', 'Réaction allergique', 'Product recall', 'Brûlures', 'Sécurité'])
      expect(isSafetyTheme({ name, query: 'x' }), name).toBe(true);
    expect(isSafetyTheme({ name: 'Peau', query: 'rougeur*, brûl*, démange*' })).toBe(true);
    expect(isSafetyTheme({ name: 'Calories', query: 'burn*, burning' })).toBe(false);
    const ofDemo = demoWorkspace(Date.UTC(2026, 10, 12)).themes.filter(isSafetyTheme);
    expect(ofDemo.map(({ id }) => id)).toEqual(['skin-reaction']);
  });
});

describe('the query for "sold out"', () => {
  const compiled = compileSearch(soldOutQuery);
  if (!compiled.ok) throw new Error('no query');
  const isFound = (text: string) => compiled.search.matches({ id: '1', source: 's', channel: 'social', at: 0, text });

  it.each([
    'Sold out again!',
    'the serum is out of stock',
    'En rupture sur le site',
    'il est épuisé partout',
    'Restocked?',
  ])('finds "%s"', (text) => expect(isFound(text)).toBe(true));
  it.each(['They sold me two', 'in stock since noon', 'disponible partout', 'I am out of breath'])(
    'leaves "%s"',
    (text) => expect(isFound(text)).toBe(false),
  );
});
