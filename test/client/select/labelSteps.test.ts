import { describe, expect, it } from 'vitest';
import { finished, nextOpen } from '../../../client/select/labelSteps.ts';
import type { SheetItem } from '../../../shared/scoreboard.ts';

describe('finished', () => {
  it('asks nothing more of what is not about us', () => {
    expect(finished({ relevance: 'not-about-us', sentiment: 'negative' }, 'price')).toEqual({
      relevance: 'not-about-us',
    });
  });

  it('waits for the sentiment, and for the theme where one is asked about', () => {
    expect(finished({}, undefined)).toBeUndefined();
    expect(finished({ relevance: 'matters' }, undefined)).toBeUndefined();
    expect(finished({ relevance: 'matters', sentiment: 'positive' }, undefined)).toEqual({
      relevance: 'matters',
      sentiment: 'positive',
    });
    expect(finished({ relevance: 'matters', sentiment: 'positive' }, 'price')).toBeUndefined();
    expect(finished({ relevance: 'in-passing', sentiment: 'neutral', theme: false }, 'price')).toEqual({
      relevance: 'in-passing',
      sentiment: 'neutral',
      theme: false,
    });
  });
});

describe('nextOpen', () => {
  const items = (labelled: boolean[]): SheetItem[] =>
    labelled.map((isLabelled, seq) => ({
      seq,
      message: { seq, text: 'x', at: 0, channel: 'social', lang: 'en' },
      ...(isLabelled ? { label: { relevance: 'not-about-us' } } : {}),
    }));

  it('goes on, and round once', () => {
    expect(nextOpen(items([false, true, false]), 0)).toBe(2);
    expect(nextOpen(items([false, true, true]), 2)).toBe(0);
    expect(nextOpen(items([false, true, true]), 0)).toBe(0);
    expect(nextOpen(items([true, true]), 0)).toBeUndefined();
    expect(nextOpen([], 0)).toBeUndefined();
  });
});
