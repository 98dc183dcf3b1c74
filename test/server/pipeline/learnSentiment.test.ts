import { describe, expect, it } from 'vitest';
import { type Lesson, learnSentiment, type Seen } from '../../../server/pipeline/learnSentiment.ts';
import { seeded } from '../../support/makePosts.ts';

const labels = ['negative', 'neutral', 'positive'] as const;
const sure = (label: (typeof labels)[number]): Seen['probabilities'] =>
  labels.map((one) => (one === label ? 0.7 : 0.15)) as unknown as Seen['probabilities'];

/** Texts of a trade in which `word` means praise and the shipped model takes it for blame; else it is mostly right. */
function makeTexts(seed: number, count: number) {
  const chance = seeded(seed);
  return Array.from({ length: count }, () => {
    const isPraise = chance() < 0.3;
    const label = isPraise ? 'positive' : labels[Math.floor(chance() * 3)]!;
    const machine = isPraise ? 'negative' : chance() < 0.8 ? label : labels[Math.floor(chance() * 3)]!;
    const words = Array.from({ length: 8 }, () => `w${Math.floor(chance() * 60)}`);
    return { words: isPraise ? ['wicked', ...words] : words, probabilities: sure(machine), label, machine };
  });
}

describe('learnSentiment', () => {
  it('learns a word that means the opposite here, and is better for it (seed 1)', () => {
    const { learned, shipped, adjusted } = learnSentiment(makeTexts(1, 120), makeTexts(2, 600));
    expect(adjusted!.right).toBeGreaterThan(shipped.right + 0.1);
    expect(learned?.words[0]?.word).toBe('wicked');
    expect(learned?.words[0]?.positive).toBeGreaterThan(0.8);
    expect(learned?.measured).toEqual({ corrections: 120, shipped: shipped.right, learned: adjusted!.right });
  });

  it('gives the same from the same', () => {
    expect(learnSentiment(makeTexts(3, 100), makeTexts(4, 300))).toEqual(
      learnSentiment(makeTexts(3, 100), makeTexts(4, 300)),
    );
  });

  it.each([5, 6, 7])('does not learn to contradict from corrections of nothing but mistakes (seed %i)', (seed) => {
    const chance = seeded(seed);
    const mistakes = makeTexts(seed, 900)
      .filter(({ words }) => words[0] !== 'wicked')
      .map((text): Lesson => {
        const wrong = labels.filter((one) => one !== text.machine);
        return { ...text, label: wrong[Math.floor(chance() * 2)]! };
      })
      .slice(0, 150);
    const { learned, shipped, adjusted } = learnSentiment(mistakes, makeTexts(seed + 100, 600));
    expect([shipped.right, adjusted]).toEqual([0, null]);
    expect(learned).toBeUndefined();
  });

  it('does not take the shipped model’s place where that is right already', () => {
    const right = makeTexts(8, 200).map((text) => ({ ...text, label: text.machine }));
    expect(learnSentiment(right, makeTexts(9, 400)).learned).toBeUndefined();
  });

  it('knows nothing from too few', () => {
    expect(learnSentiment(makeTexts(1, 19), []).learned).toBeUndefined();
    expect(learnSentiment([], [])).toMatchObject({ corrections: 0, flipped: 0 });
  });
});
