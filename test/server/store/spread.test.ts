import { describe, expect, it } from 'vitest';
import { spread } from '../../../server/store/spread.ts';

describe('spread', () => {
  it('draws evenly from the first on, and all where there are no more', () => {
    expect(spread([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
    expect(spread([1, 2], 3)).toEqual([1, 2]);
  });
});
