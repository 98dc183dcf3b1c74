import { describe, expect, it } from 'vitest';
import { extraOf } from '../../../server/store/rows.ts';

describe('extraOf', () => {
  it('is the JSON of what a post has, and nothing where it has nothing', () => {
    expect(extraOf({})).toBeNull();
    for (const extra of [
      { url: 'https://example.org/"?a=\\\u2028' },
      { rating: -0.5 },
      { metrics: {} },
      { metrics: { likes: 0, replies: 1, shares: 2, views: 1e12, followers: 4 } },
      { url: 'https://example.org/', rating: 4, metrics: { followers: 7 } },
    ])
      expect(extraOf(extra)).toBe(JSON.stringify(extra));
  });
});
