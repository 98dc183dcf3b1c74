import { describe, expect, it } from 'vitest';
import { labelCorrection } from '../../../client/select/labelCorrection.ts';
import type { MachineAnswer, ScoreLabel, SheetItem } from '../../../shared/scoreboard.ts';

const correct = (label: ScoreLabel | undefined, machine: Partial<MachineAnswer> = {}, theme?: string) => {
  const item: SheetItem = { seq: 1, message: { seq: 1, text: 'x', at: 0, channel: 'social', lang: 'en' } };
  const whole = {
    stage: 'significant',
    opinion: 'positive',
    brands: ['a'],
    themes: ['price'],
    isCorrected: false,
  } as const;
  return labelCorrection({
    ...item,
    label,
    theme,
    machine: { ...whole, themes: [...whole.themes], brands: ['a'], ...machine },
  });
};

describe('labelCorrection', () => {
  it('finds nothing to correct where person and machine agree, or nobody has judged', () => {
    expect(correct({ relevance: 'matters', sentiment: 'positive', theme: true }, {}, 'price')).toBeNull();
    expect(correct({ relevance: 'in-passing', sentiment: 'positive' })).toBeNull();
    expect(correct(undefined)).toBeNull();
    expect(correct({ relevance: 'not-about-us' }, { stage: 'set-aside', brands: [] })).toBeNull();
  });

  it('says all that differs, and of what is not about us no more than that', () => {
    expect(correct({ relevance: 'not-about-us' })).toEqual({ relevant: false });
    expect(correct({ relevance: 'matters', sentiment: 'negative' }, { stage: 'important' })).toEqual({
      relevant: true,
      sentiment: 'negative',
    });
    expect(correct({ relevance: 'in-passing', sentiment: 'neutral', theme: false }, {}, 'price')).toEqual({
      sentiment: 'neutral',
      themes: [],
    });
    expect(correct({ relevance: 'in-passing', sentiment: 'positive', theme: true }, {}, 'scent')).toEqual({
      themes: ['price', 'scent'],
    });
  });

  it('leaves alone a post of which nobody can say with one click which brand it is about', () => {
    expect(correct({ relevance: 'matters', sentiment: 'negative' }, { stage: 'set-aside', brands: [] })).toBeNull();
  });
});
