import { expect, it } from 'vitest';
import { readableText } from '../../server/launches/exports/readableText.ts';
import { isolated } from '../../shared/isolated.ts';

it('isolates names from right to left within a sentence, and no other ones', () => {
  expect(isolated('Glow 🚀 ünï =1+1')).toBe('Glow 🚀 ünï =1+1');
  expect(isolated('إطلاق')).toBe('\u2068إطلاق\u2069');
  expect(isolated('השקה 2')).toBe('\u2068השקה 2\u2069');
});

it('takes no sign of direction from a text that people wrote', () => {
  expect(isolated(readableText('\u202Eevil\u202C \u2067x'))).toBe('evil x');
});
