import { describe, expect, it } from 'vitest';
import { deniedBrands, isDeniedAlone } from '../../../client/select/deniedBrands.ts';
import type { KeptCorrection } from '../../../shared/correction.ts';

const found = (id: string, excluded: string[] = []) => ({ id, query: id, matched: [id], excluded });
const named = (...ids: string[]) => ids.map((id) => ({ id, opinion: 'neutral' as const, score: 0 }));
const not = (brand?: string): KeptCorrection => ({
  what: 'relevant',
  value: false,
  number: 1,
  at: 0,
  ...(brand ? { brand } : {}),
});

describe('brands of which people say that a message is not about them', () => {
  it('are those found by their words and not counted, where people said something', () => {
    const brands = [found('vela'), found('orso'), found('lumen', ['lamp']), { ...found('miro'), matched: [] }];
    expect(deniedBrands({ brands: named('vela'), trace: { brands, corrections: [not('orso')] } })).toEqual(['orso']);
    const machine = { stage: 'significant', reason: null, opinion: 'neutral', themes: [] } as const;
    const ruled = { ids: ['c1'], machine: { ...machine, themes: [] } };
    expect(deniedBrands({ brands: [], trace: { brands, ruled } })).toEqual(['vela', 'orso']);
  });

  it('are none where the first sort alone set it aside, as for its language', () => {
    expect(deniedBrands({ brands: [], trace: { brands: [found('vela')] } })).toEqual([]);
  });

  it('can be given back by taking the word back where it was said of this brand alone', () => {
    expect(isDeniedAlone({ trace: { corrections: [not('orso')] } }, 'orso')).toBe(true);
    expect(isDeniedAlone({ trace: { corrections: [not()] } }, 'orso')).toBe(false);
    expect(isDeniedAlone({ trace: {} }, 'orso')).toBe(false);
  });
});
