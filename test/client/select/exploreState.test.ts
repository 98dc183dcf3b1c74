import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultExplore,
  type ExploreState,
  exploreLink,
  exploreSearch,
  opinions,
  parseExplore,
  ranges,
  splits,
} from '../../../client/select/exploreState.ts';
import { channels, setAsideReasons, stages } from '../../../shared/domain.ts';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,12}$/).filter((text) => text !== 'dark' && text !== 'light');
const some = <T>(known: readonly T[]) => fc.subarray([...known]);

const state: fc.Arbitrary<ExploreState> = fc
  .record({
    range: fc.constantFrom(...ranges),
    span: fc.tuple(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 1e10 })),
    compare: fc.boolean(),
    by: fc.constantFrom(...splits),
    brands: fc.uniqueArray(id),
    themes: fc.uniqueArray(id),
    channels: some(channels),
    langs: fc.uniqueArray(fc.stringMatching(/^[a-z]{2}$/)),
    opinions: some(opinions),
    stage: fc.constantFrom(...stages),
    reasons: some(setAsideReasons),
    q: fc.string({ unit: 'grapheme' }),
    isCounts: fc.boolean(),
    copies: fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: undefined }),
    mention: fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: undefined }),
  })
  .map(({ span: [from, length], mention, copies, ...rest }) => ({
    ...rest,
    ...(rest.range === 'custom' ? { from, to: from + length } : {}),
    ...(copies === undefined ? {} : { copies }),
    ...(mention === undefined ? {} : { mention }),
  }));

describe('the state of Explore in its address', () => {
  it('comes back the same from any address it writes (seed 20261112)', () => {
    fc.assert(
      fc.property(state, (one) => {
        expect(parseExplore(exploreSearch(one))).toEqual(one);
      }),
      { seed: 20261112, numRuns: 2_000 },
    );
  });

  it('reads any address at all without complaint, and means something by it (seed 7)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (search, range) => {
        const read = parseExplore(`${search}&range=${encodeURIComponent(range)}`);
        expect(ranges).toContain(read.range);
        expect(parseExplore(exploreSearch(read))).toEqual(read);
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });

  it('is empty for what everybody sees first', () => {
    expect(exploreSearch(defaultExplore)).toBe('');
    expect(exploreLink({ brands: ['solenne'], themes: ['price'], stage: 'important' })).toBe(
      '/explore?brand=solenne&theme=price&stage=important',
    );
  });

  it('keeps the language and the look of the screen apart from filters by the same names', () => {
    expect(parseExplore('?theme=dark&theme=price&lang=fr&ui=en')).toMatchObject({ themes: ['price'], langs: ['fr'] });
    const next = new URLSearchParams(exploreSearch({ themes: ['scent'] }, '?theme=dark&ui=fr&brand=kaoline'));
    expect(next.getAll('theme')).toEqual(['dark', 'scent']);
    expect(next.get('ui')).toBe('fr');
    expect(next.get('brand')).toBeNull();
  });

  it('falls back where a custom range has no length', () => {
    expect(parseExplore('?range=custom&from=2000&to=1000').range).toBe('24h');
    expect(parseExplore('?from=2026-11-12T10:00:00Z&to=2026-11-12T11:00:00Z')).toMatchObject({
      range: 'custom',
      from: Date.UTC(2026, 10, 12, 10),
      to: Date.UTC(2026, 10, 12, 11),
    });
  });
});
