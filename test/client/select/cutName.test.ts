import { expect, it } from 'vitest';
import { cutName } from '../../../client/select/cutName.ts';

it('leaves names that have room, and cuts long ones by whole letters', () => {
  expect(cutName('Vela balm')).toBe('Vela balm');
  expect(cutName('x'.repeat(28))).toBe('x'.repeat(28));
  expect(cutName('Very long name '.repeat(8))).toBe('Very long name Very long na…');
  expect(cutName('🎉'.repeat(40))).toBe(`${'🎉'.repeat(27)}…`);
});
