import { describe, expect, it } from 'vitest';
import { seamKind, seamMarks } from '../../../client/select/seamMarks.ts';

const window = { from: 1_000, to: 2_000 };

describe('seamMarks', () => {
  it('marks both moments, the earlier first', () => {
    expect(seamMarks({ collected: 1_800, mentions: 1_200, ruleSet: 3 }, window)).toEqual([
      { at: 1_200, kind: 'mentions' },
      { at: 1_800, kind: 'all' },
    ]);
  });

  it('marks one where both are the same, and where all mentions are kept', () => {
    expect(seamMarks({ collected: 1_800, mentions: 1_800, ruleSet: 3 }, window)).toEqual([{ at: 1_800, kind: 'all' }]);
    expect(seamMarks({ collected: 1_800, mentions: 0, ruleSet: 3 }, window)).toEqual([{ at: 1_800, kind: 'all' }]);
  });

  it('marks nothing outside of the window, at its very ends, or without a seam', () => {
    expect(seamMarks({ collected: 2_000, mentions: 1_000, ruleSet: 3 }, window)).toEqual([]);
    expect(seamMarks({ collected: 900, mentions: 0, ruleSet: 3 }, window)).toEqual([]);
    expect(seamMarks(null, window)).toEqual([]);
  });
});

describe('seamKind', () => {
  it('tells what is gone', () => {
    expect(seamKind({ collected: 5, mentions: 0, ruleSet: 1 })).toBe('collected');
    expect(seamKind({ collected: 5, mentions: 3, ruleSet: 1 })).toBe('both');
    expect(seamKind({ collected: 5, mentions: 5, ruleSet: 1 })).toBe('same');
  });
});
