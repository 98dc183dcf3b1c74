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

  it('is where fewest lines run where some run everywhere, the nearest of such', () => {
    const all = Array.from({ length: 20 }, (_, index) => level(index * 10));
    // From 25 above to 10 below a baseline: four of them at 60, three at 68.
    expect(clearPlace({ ...words, lines: all })).toEqual({ x: 400, y: 68, textAnchor: 'end' });
    const right = [50, 80, 110, 140].map((y) => [null, { x: 250, y }, { x: 400, y }]);
    const through = Array.from({ length: 40 }, (_, index) => level(index * 5));
    expect(clearPlace({ ...words, lines: [...through, ...right] }).textAnchor).toBe('start');
  });

  it('is the first where there is no way to go', () => {
    expect(clearPlace({ ...words, last: words.first, lines: [level(50)] }).y).toBe(60);
  });
});
