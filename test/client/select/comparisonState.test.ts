import { describe, expect, it } from 'vitest';
import { type ComparisonState, comparisonParams, parseComparison } from '../../../client/select/comparisonState.ts';
import { compareMetrics, compareScales } from '../../../shared/launchComparison.ts';

const known = { themes: ['price', 'scent'], launches: ['balm', 'serum', 'mask'] };
const searchOf = (state: ComparisonState) => {
  const params = new URLSearchParams({ theme: 'dark', ui: 'fr' });
  for (const [name, value] of Object.entries(comparisonParams(state))) if (value !== undefined) params.set(name, value);
  return params.toString();
};

describe('what a comparison shows', () => {
  it('comes back from its address, whatever it is', () => {
    for (const metric of compareMetrics)
      for (const scale of compareScales)
        for (const past of [[], ['serum'], ['balm', 'mask']]) {
          const isCount = metric !== 'net' && metric !== 'theme';
          const theme = metric === 'theme' ? { theme: 'scent' } : {};
          const state: ComparisonState = { metric, scale: isCount ? scale : 'raw', past, ...theme };
          expect(parseComparison(searchOf(state), known)).toEqual(state);
        }
  });

  it('falls back to mentions as counted where an address means nothing, and takes the look for no theme', () => {
    const usual = { metric: 'mentions', scale: 'raw', past: [] };
    expect(parseComparison('', known)).toEqual(usual);
    expect(parseComparison('metric=likes&scale=huge&with=gone&theme=dark', known)).toEqual(usual);
    expect(parseComparison('metric=theme&about=gone&theme=dark', known)).toEqual({
      ...usual,
      metric: 'theme',
      theme: 'price',
    });
    expect(parseComparison('metric=theme', { ...known, themes: [] })).toEqual(usual);
    expect(comparisonParams({ metric: 'mentions', scale: 'raw', past: [] })).toEqual({});
  });
});
