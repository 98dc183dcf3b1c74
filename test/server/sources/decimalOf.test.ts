import { expect, it } from 'vitest';
import { decimalOf } from '../../../server/sources/decimalOf.ts';

it('reads decimal commas where the comma separates no cells, and guesses nothing', () => {
  expect(['1,5', ' -0,25 ', '3', '2.5', '1e3'].map((text) => decimalOf(text, ';'))).toEqual([
    1.5, -0.25, 3, 2.5, 1_000,
  ]);
  expect(decimalOf('1,5', '\t')).toBe(1.5);
  expect(decimalOf('1,5', ',')).toBeUndefined();
  expect(['1.234,5', '1,234,5', ',5', '5,', '', 'many', '1,5e3'].map((text) => decimalOf(text, ';'))).toEqual(
    Array(7).fill(undefined),
  );
});
