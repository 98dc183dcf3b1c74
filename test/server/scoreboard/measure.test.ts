import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../server/random.ts';
import { measureShare, type Weighed } from '../../../server/scoreboard/measure.ts';
import { type Judged, resultsOf } from '../../../server/scoreboard/results.ts';
import type { Stage } from '../../../shared/domain.ts';
import { fewestLabels } from '../../../shared/scoreboard.ts';

describe('measureShare', () => {
  const either = { significant: ['yes', 'no'], important: ['yes', 'no'] } as const;
  const labels = (yes: number, all: number, stratum: Stage = 'significant', weight = 3): Weighed[] =>
    Array.from({ length: all }, (_, k) => ({ stratum, weight, answer: k < yes ? 'yes' : 'no' }));

  it('gives no number below the fewest labels', () => {
    expect(measureShare(labels(4, fewestLabels - 1), either)).toEqual({
      labels: fewestLabels - 1,
      share: null,
      low: null,
      high: null,
    });
  });

  it('is near Wilson’s interval where all weigh the same', () => {
    const { share, low, high } = measureShare(labels(40, 50), either);
    expect(share).toBeCloseTo(0.8);
    expect(low!).toBeCloseTo(0.69, 1);
    expect(high!).toBeCloseTo(0.88, 1);
    expect(measureShare(labels(40, 50), either)).toEqual(measureShare(labels(40, 50), either));
  });

  it('knows that a stage of which nobody labelled a post may hold anything', () => {
    const possible = { significant: ['yes'], 'set-aside': ['no'] } as const;
    expect(measureShare(labels(10, 10), possible)).toMatchObject({ share: 1, low: 1, high: 1 });
    expect(measureShare(labels(10, 10), possible, { 'set-aside': 30_000 }).low!).toBeLessThan(0.05);
  });

  it('knows that what was never seen among few labels may be there', () => {
    const seen = labels(10, 10);
    const unseen = (count: number): Weighed[] =>
      Array.from({ length: count }, () => ({ stratum: 'set-aside', weight: 3_000 / count, answer: 'out' }));
    const possible = { significant: ['yes'], 'set-aside': ['no'] } as const;
    const few = measureShare([...seen, ...unseen(6)], possible);
    const many = measureShare([...seen, ...unseen(600)], possible);
    expect([few.share, few.high]).toEqual([1, 1]);
    expect(few.low!).toBeLessThan(0.2);
    expect(many.low!).toBeGreaterThan(0.7);
  });
});

describe('the interval of few labels', () => {
  /** Of five days: the posts that a label of each stage stands for, how many labels, and how many of these matter. */
  const stages = [
    { stratum: 'significant', posts: 75_000, labels: 40, matter: 0.97, answer: 'yes' },
    { stratum: 'important', posts: 135_000, labels: 30, matter: 0.9, answer: 'no' },
    { stratum: 'set-aside', posts: 785_000, labels: 30, matter: 0, answer: 'no' },
  ] as const;
  const possible = { significant: ['yes'], important: ['no'], 'set-aside': ['no'] } as const;

  it('holds the truth in about 90 of 100 where most of a stream holds nothing that matters (seeds 1 to 150)', () => {
    const mattering = (answer: 'yes' | 'no') =>
      stages.reduce((sum, one) => sum + (one.answer === answer ? one.posts * one.matter : 0), 0);
    const truth = mattering('yes') / (mattering('yes') + mattering('no'));
    let held = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const random = createRandom(seed);
      const drawn = stages.flatMap(({ stratum, posts, labels, matter, answer }) =>
        Array.from({ length: labels }, (): Weighed => {
          return { stratum, weight: posts / labels, answer: random() < matter ? answer : 'out' };
        }),
      );
      const { low, high } = measureShare(drawn, possible);
      if (low! <= truth && truth <= high!) held += 1 / 150;
    }
    // Of 200 with other seeds: 91 and more; 80 where a stage without such a post was taken for one that surely has some.
    expect(held).toBeGreaterThan(0.86);
    expect(held).toBeLessThan(0.99);
  });
});

describe('resultsOf', () => {
  it('lets an answer about one of several themes stand for those that were not asked', () => {
    const machine = { stage: 'important', lang: 'en', sentiment: 'neutral', brands: ['a'] } as const;
    const one = (theme: boolean, themes: readonly string[], themeChance: number): Judged => ({
      stratum: 'important',
      weight: 1,
      theme: 'price',
      themeChance,
      label: { relevance: 'in-passing', sentiment: 'neutral', theme },
      machine: { ...machine, themes },
    });
    const right = Array.from({ length: 10 }, () => one(true, ['price'], 1));
    const wrong = Array.from({ length: 10 }, () => one(false, ['price', 'scent'], 0.5));
    expect(resultsOf([...right, ...wrong]).themes[0]!.share).toBeCloseTo(1 / 3);
  });

  it('keeps brands, themes and languages apart and greys a theme that is often wrong', () => {
    const machine = {
      stage: 'important',
      lang: 'fr',
      sentiment: 'negative',
      brands: ['a'],
      themes: ['price'],
    } as const;
    const judged: Judged[] = Array.from({ length: 20 }, (_, k) => ({
      stratum: 'important',
      weight: 1,
      theme: 'price',
      label: { relevance: 'in-passing', sentiment: k < 5 ? 'negative' : 'positive', theme: k < 12 },
      machine,
    }));
    const results = resultsOf([
      ...judged,
      {
        stratum: 'important',
        weight: 1,
        label: { relevance: 'in-passing', sentiment: 'positive' },
        machine: { ...machine, lang: 'en', brands: ['b'] },
      },
    ]);
    expect(results.byBrand.map(({ id, labels }) => [id, labels])).toEqual([
      ['a', 20],
      ['b', 1],
    ]);
    expect(results.byLanguage[1]).toEqual({ id: 'en', labels: 1, share: null, low: null, high: null });
    expect(results.byBrand[0]!.share).toBeCloseTo(0.25);
    expect(results.themes).toEqual([expect.objectContaining({ id: 'price', labels: 20, doubtful: true })]);
    // 12 of 15 and 9 of 15: the second is clearly too low, of 12 of 20 a few more labels could change it.
    const doubtful = (right: number, all: number) =>
      resultsOf(
        Array.from({ length: all }, (_, k) => ({ ...judged[0]!, label: { ...judged[0]!.label, theme: k < right } })),
      ).themes[0]!.doubtful;
    expect([doubtful(12, 15), doubtful(9, 15)]).toEqual([false, true]);
    expect([doubtful(3, 5), doubtful(2, 5), doubtful(0, 4)]).toEqual([false, true, false]);
  });
});
