import { describe, expect, it } from 'vitest';
import { parseRowMoment } from '../../../server/sources/rowMoment.ts';

describe('parseRowMoment', () => {
  it.each([
    ['2024-02-29T12:30:00Z', Date.UTC(2024, 1, 29, 12, 30), false],
    ['2024-02-29 12:30:00.250 UTC', Date.UTC(2024, 1, 29, 12, 30, 0, 250), false],
    ['2024-02-29T12:30:00-05:30', Date.UTC(2024, 1, 29, 18), false],
    ['2013-07-12T22:33:27', Date.UTC(2013, 6, 12, 22, 33, 27), true],
    ['2017-09-12', Date.UTC(2017, 8, 12), true],
    ['06 15, 2010', Date.UTC(2010, 5, 15), true],
    ['Mon Dec 01 19:30:03 +0000 2014', Date.UTC(2014, 11, 1, 19, 30, 3), false],
    ['1276560000', 1_276_560_000_000, false],
    [1_276_560_000_000, 1_276_560_000_000, false],
  ])('reads %s', (written, at, naive) => {
    expect(parseRowMoment(written)).toEqual({ at, naive });
  });

  it.each([
    '',
    'soon',
    '2024-02-30',
    '2024-13-01',
    '2024-01-01T25:00:00Z',
    '03/04/2020',
    '12',
    -1,
    Number.NaN,
    null,
    {},
  ])('refuses %s', (written) => {
    expect(parseRowMoment(written)).toBeUndefined();
  });
});
