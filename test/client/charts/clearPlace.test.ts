import { describe, expect, it } from 'vitest';
import { clearPlace } from '../../../client/charts/clearPlace.ts';

/** Nine letters of 14 px in a drawing 400 wide: at the right edge they begin at 274. */
const words = {
  text: 'ten lette',
  width: 400,
  first: { end: 60, start: 60 },
  last: { end: 140, start: 110 },
};
const level = (y: number) => [
  { x: 0, y },
  { x: 400, y },
];

describe('a clear place', () => {
  it('is the first one where no line runs', () => {
    expect(clearPlace({ ...words, lines: [level(20), level(180)] })).toEqual({ x: 400, y: 60, textAnchor: 'end' });
  });

  it('is the nearest one, here below an edge that runs through the first', () => {
    expect(clearPlace({ ...words, lines: [level(50)] })).toEqual({ x: 400, y: 76, textAnchor: 'end' });
  });

  it('is at the left where that is nearer, and a stretch between two points counts', () => {
    const falling = [{ x: 0, y: 20 }, { x: 200, y: 20 }, { x: 400, y: 120 }, null];
    expect(clearPlace({ ...words, lines: [falling] })).toEqual({ x: 8, y: 60, textAnchor: 'start' });
  });

  it('may lie above the first as well', () => {
    const up = { ...words, first: { end: 140, start: 110 }, last: { end: 60, start: 60 } };
    expect(clearPlace({ ...up, lines: [level(135)] })).toEqual({ x: 8, y: 110, textAnchor: 'start' });
  });

  it('is the first where lines run everywhere, and where there is no way to go', () => {
    const all = Array.from({ length: 20 }, (_, index) => level(index * 10));
    expect(clearPlace({ ...words, lines: all })).toEqual({ x: 400, y: 60, textAnchor: 'end' });
    expect(clearPlace({ ...words, last: words.first, lines: [level(50)] }).y).toBe(60);
  });
});
