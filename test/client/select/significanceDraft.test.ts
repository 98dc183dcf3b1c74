import { describe, expect, it } from 'vitest';
import {
  byHand,
  byTarget,
  draftOf,
  isSameSignificance,
  significanceOf,
  targetOf,
} from '../../../client/select/significanceDraft.ts';

/** 100 a day at 0, one less with each hundredth. */
const perDay = Array.from({ length: 101 }, (_, step) => 100 - step);

describe('the draft of a threshold', () => {
  it('follows a number a day, keeps it beside the threshold, and forgets it when the threshold is set by hand', () => {
    const draft = byTarget(draftOf({ threshold: 0.5 }), '30', perDay);
    expect(significanceOf(draft)).toEqual({ threshold: 0.7, targetPerDay: 30 });
    expect(draftOf(significanceOf(draft))).toEqual(draft);
    expect(significanceOf(byHand(0.4))).toEqual({ threshold: 0.4 });
  });

  it('keeps everything where there are not so many', () => {
    expect(significanceOf(byTarget(byHand(0.5), '4000', perDay))).toEqual({ threshold: 0, targetPerDay: 4_000 });
  });

  it('stays where the field holds no number, or one that no door takes', () => {
    for (const target of ['', '-3', '1.5', '1e3', 'many', '123456789'])
      expect(significanceOf(byTarget(byHand(0.5), target, perDay)), target).toEqual({ threshold: 0.5 });
    expect(targetOf({ target: ' 12 ' })).toBe(12);
    expect(targetOf({ target: '0' })).toBe(0);
  });

  it('differs from what is saved by either member', () => {
    expect(isSameSignificance({ threshold: 0.5 }, { threshold: 0.5 })).toBe(true);
    expect(isSameSignificance({ threshold: 0.5 }, { threshold: 0.5, targetPerDay: 9 })).toBe(false);
    expect(isSameSignificance({ threshold: 0.5 }, { threshold: 0.4 })).toBe(false);
  });
});
