import { describe, expect, it } from 'vitest';
import { brandSetOf, focusOf } from '../../../client/select/focus.ts';
import { workspaceSchema } from '../../../shared/domain.ts';
import { dayMs } from '../../../shared/rollup.ts';
import { noon } from '../../support/makeFrames.ts';

const brands = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), query: id }));
const launch = (id: string, brand: string, at: number) => ({ id, name: id, brand, at });
const workspace = (launches: object[] = [], brandSets: object[] = []) =>
  workspaceSchema.parse({ version: 1, brands, launches, brandSets });

describe('focusOf', () => {
  it('takes the brand of the launch that runs, not of the one that comes', () => {
    const both = workspace([launch('next', 'a', noon + dayMs), launch('now', 'b', noon - dayMs)]);
    expect(focusOf(both, noon, { c: 9 })).toMatchObject({ brand: 'b', launch: { id: 'now' } });
  });

  it('takes the next launch within a week, and none that ended sixteen days ago', () => {
    expect(focusOf(workspace([launch('soon', 'b', noon + 6 * dayMs)]), noon, {})?.brand).toBe('b');
    expect(focusOf(workspace([launch('old', 'b', noon - 17 * dayMs)]), noon, { c: 1 })?.brand).toBe('c');
    expect(focusOf(workspace([launch('far', 'b', noon + 8 * dayMs)]), noon, { c: 1 })?.brand).toBe('c');
  });

  it('takes what the address asks for before all else, if there is such a thing', () => {
    const now = workspace([launch('now', 'b', noon)]);
    expect(focusOf(now, noon, {}, { brand: 'c' })).toEqual({ brand: 'c', launch: null });
    expect(focusOf(now, noon, {}, { brand: 'nobody' })?.brand).toBe('b');
    const old = workspace([launch('old', 'a', noon - 99 * dayMs)]);
    expect(focusOf(old, noon, {}, { launch: 'old' })).toMatchObject({ brand: 'a', launch: { id: 'old' } });
  });

  it('takes the most mentioned brand, else the first, else none', () => {
    expect(focusOf(workspace(), noon, { b: 2, c: 3 })?.brand).toBe('c');
    expect(focusOf(workspace(), noon, {})?.brand).toBe('a');
    expect(focusOf({ brands: [], launches: [] }, noon, {})).toBeNull();
  });
});

describe('brandSetOf', () => {
  it('takes the first named set that holds the brand, else all brands', () => {
    const sets = workspace([], [{ id: 's', name: 'S', brands: ['b', 'c'] }]);
    expect(brandSetOf(sets, 'c')).toEqual({ name: 'S', brands: ['b', 'c'] });
    expect(brandSetOf(sets, 'a')).toEqual({ name: null, brands: ['a', 'b', 'c'] });
  });
});
