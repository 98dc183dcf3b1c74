import { expect, it } from 'vitest';
import { isPlacedApart, textsBeside } from '../../shared/textsBeside.ts';

const standing = (count: number, times: number | undefined, probabilityMore = 0.99) => ({
  ...{ mentions: 1_000, times: 2, probabilityMore: 0.99 },
  texts: { count, value: count, ...(times === undefined ? {} : { times }), probabilityMore },
});

it('says nothing of texts below a tenth of copies, unless they are not as sure', () => {
  expect(textsBeside(standing(901, 1.9))).toBe('none');
  expect(textsBeside(standing(900, 1.9))).toBe('times');
  expect(textsBeside(standing(999, 1.1, 0.6))).toBe('unclear');
  expect(textsBeside(standing(500, undefined))).toBe('none');
});

it('calls two multiples alike that are written alike', () => {
  expect(textsBeside(standing(500, 2.04))).toBe('also');
  expect(textsBeside(standing(500, 2.06))).toBe('times');
});

it('tells another place among past launches from the same', () => {
  const place = (mentions: number, texts: number) =>
    isPlacedApart({
      rank: { place: mentions, of: 6 },
      texts: { count: 1, value: 1, rank: { place: texts, of: 6 } },
    });
  expect([place(1, 1), place(1, 2)]).toEqual([false, true]);
  expect(isPlacedApart({ percentile: 80, texts: { count: 1, value: 1, percentile: 70 } })).toBe(true);
});
