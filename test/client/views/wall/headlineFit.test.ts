import { expect, it } from 'vitest';
import { headlineFit } from '../../../../client/views/wall/headlineFit.ts';

const room = { width: 1776, height: 200 };
const sizes = { least: 44, most: 70 };
const sizeOf = (...sentences: string[]) => headlineFit(sentences, room, sizes);

it('is as large as it may be where both sentences keep to a line', () => {
  expect(sizeOf('a'.repeat(55), 'b'.repeat(50))).toBe(70);
});

it('never grows with longer sentences, and never falls below what can be read', () => {
  let before = sizes.most;
  for (let letters = 20; letters < 400; letters += 5) {
    const size = sizeOf('a'.repeat(letters), 'b'.repeat(40));
    expect(size).toBeLessThanOrEqual(before);
    expect(size).toBeGreaterThanOrEqual(sizes.least);
    before = size;
  }
  expect(before).toBe(sizes.least);
});
