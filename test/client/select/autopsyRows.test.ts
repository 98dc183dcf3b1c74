import { describe, expect, it } from 'vitest';
import { autopsyRows } from '../../../client/select/autopsyRows.ts';
import { shareOut } from '../../../client/select/shareOut.ts';
import { createRandom } from '../../../server/random.ts';
import { makeAutopsy } from '../../support/alertStory.ts';

const now = Date.UTC(2026, 10, 12, 15);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('shareOut', () => {
  it.each([1, 2, 3])(
    'rounds amounts so that they add up to their rounded sum, each by less than a unit (seed %i)',
    (seed) => {
      const random = createRandom(seed);
      for (let round = 0; round < 300; round += 1) {
        const amounts = Array.from({ length: 1 + Math.floor(random() * 8) }, () => random() * 20);
        for (const unit of [1, 0.1]) {
          const shared = shareOut(amounts, unit);
          expect(Math.round(sum(shared) / unit)).toBe(Math.round(sum(amounts) / unit));
          shared.forEach((one, index) => void expect(Math.abs(one - amounts[index]!)).toBeLessThan(unit + 1e-9));
        }
      }
    },
  );

  it('gives back first what was cut off most', () => {
    expect(shareOut([0.6, 0.7, 0.7], 1)).toEqual([0, 1, 1]);
    expect(shareOut([], 1)).toEqual([]);
  });
});

describe('The parts of an alert', () => {
  it.each([1, 2, 3, 4])('add up, rows and columns, as they are written (seed %i)', (seed) => {
    const random = createRandom(seed);
    for (let round = 0; round < 200; round += 1) {
      const scale = 10 ** Math.floor(random() * 4);
      const { parts: made } = makeAutopsy(now);
      const parts = made.map((part) => ({
        ...part,
        value: Math.floor(random() * 10 * scale),
        expected: random() * 3 * scale,
      }));
      const rest = { parts: Math.floor(random() * 3), value: Math.floor(random() * 4), expected: random() };
      const { rows, whole, digits } = autopsyRows({ parts, rest });
      const per = 10 ** digits;
      const units = (value: number) => Math.round(value * per);
      for (const { value, expected, excess } of rows) expect(units(excess)).toBe(units(value) - units(expected));
      expect(units(whole.excess)).toBe(sum(rows.map(({ excess }) => units(excess))));
      expect(units(whole.expected)).toBe(sum(rows.map(({ expected }) => units(expected))));
      expect(whole.value).toBe(sum(rows.map(({ value }) => value)));
      if (rows.every(({ excess }) => excess >= 0) && whole.excess > 0)
        expect(sum(rows.map(({ share }) => Math.round(share * 100)))).toBe(100);
    }
  });

  it('stand by what they add, the rest last, and without a rest there is none', () => {
    const { rows, whole, digits } = autopsyRows(makeAutopsy(now));
    expect(rows.map(({ part, excess }) => [part?.channel ?? 'rest', excess])).toEqual([
      ['review', 19.6],
      ['social', 7.7],
      ['forum', 4.6],
      ['rest', 2.1],
    ]);
    expect([whole.excess, digits]).toEqual([34, 1]);
    const none = autopsyRows({ ...makeAutopsy(now), rest: { parts: 0, value: 0, expected: 0 } });
    expect(none.rows.every(({ part }) => part !== null)).toBe(true);
  });
});
