import { expect, it } from 'vitest';
import { fillingOf } from '../../../client/select/fillingOf.ts';

it('is the share of a launch that is told, within 0 and 1', () => {
  expect(fillingOf(100, 150, 200)).toBe(0.5);
  expect(fillingOf(100, 50, 200)).toBe(0);
  expect(fillingOf(100, 300, 200)).toBe(1);
  expect(fillingOf(200, 100, 100)).toBe(0);
});
