import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPackedSum } from '../../../server/store/packedSum.ts';
import { unpackRows } from '../../../server/store/packRows.ts';
import { countedThemes } from '../../../shared/launchThemes.ts';
import { type CountedMention, rollUp } from '../../../shared/rollup.ts';
import { inOrder } from './contract.ts';

const opinion = fc.constantFrom('positive', 'neutral', 'negative', 'unscored');
const names = (...all: string[]) => fc.uniqueArray(fc.constantFrom(...all), { maxLength: 4 });
const mention: fc.Arbitrary<CountedMention> = fc.record({
  // More minutes than a first table has room for.
  at: fc.integer({ min: -3, max: 200 }).map((minute) => minute * 60_000 + 1),
  channel: fc.constantFrom('social', 'review'),
  lang: fc.constantFrom('', 'en', 'none'),
  country: fc.constantFrom('', 'FR'),
  brands: fc.array(fc.record({ id: fc.constantFrom('none', 'price', 'b', '__proto__'), opinion }), { maxLength: 3 }),
  themes: fc
    .tuple(names('price', 'b', 'constructor'), names('glow', 'mist'))
    .map(([themes, launches]) => countedThemes(themes, launches)),
  opinion,
  significant: fc.boolean(),
  nearCopy: fc.boolean(),
  reach: fc.nat(),
  engagement: fc.nat(),
});

it('counts what rollUp counts, cell by cell (seed 5, 60 batches)', () => {
  fc.assert(
    fc.property(fc.array(mention, { maxLength: 400, size: 'max' }), (mentions) => {
      const sum = createPackedSum();
      for (const one of mentions) sum.add(one);
      expect(inOrder(unpackRows(sum.rows()))).toEqual(inOrder(rollUp(mentions)));
    }),
    { seed: 5, numRuns: 60 },
  );
});
