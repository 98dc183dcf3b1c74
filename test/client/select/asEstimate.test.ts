import { expect, it } from 'vitest';
import { asEstimate } from '../../../client/select/asEstimate.ts';

it('tells an estimate no finer than its standard error, and an exact number as it is', () => {
  expect(asEstimate(9_397, 211)).toEqual({ value: 9_400, about: 'yes' });
  expect(asEstimate(14_705, 380)).toEqual({ value: 14_700, about: 'yes' });
  expect(asEstimate(1_312, 29)).toEqual({ value: 1_310, about: 'yes' });
  expect(asEstimate(57, 0.4)).toEqual({ value: 57, about: 'yes' });
  expect(asEstimate(57, 0)).toEqual({ value: 57, about: 'no' });
});
