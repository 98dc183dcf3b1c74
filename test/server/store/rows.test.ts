import { describe, expect, it } from 'vitest';
import { extraOf, packThemes, unpackCountedThemes, unpackLaunches, unpackThemes } from '../../../server/store/rows.ts';

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

describe('packThemes', () => {
  it('keeps themes and launches apart in one column, and counts what is about no theme under none', () => {
    for (const themes of [[], [{ id: 'price' }], [{ id: 'price', opinion: 'negative' as const }, { id: 'glow' }]])
      for (const launches of [undefined, ['glow'], ['glow', 'price']]) {
        const packed = packThemes({ themes, ...(launches ? { launches } : {}) });
        expect(unpackThemes(packed)).toEqual(themes);
        expect(unpackLaunches(packed)).toEqual(launches);
        const counted = unpackCountedThemes(packed);
        expect(counted.filter((name) => name !== 'none' && !name.startsWith('launch:'))).toEqual(
          themes.map(({ id }) => id),
        );
        expect(counted.includes('none')).toBe(launches !== undefined && themes.length === 0);
      }
    expect(unpackCountedThemes(packThemes({ themes: [{ id: 'price' }], launches: ['glow'] }))).toEqual([
      'price',
      'launch:glow',
      'launch:glow:price',
    ]);
  });
});
