import { describe, expect, it } from 'vitest';
import { clearest, crosses, heightsOf } from '../../../client/charts/clearest.ts';

const rising = [{ x: 0, y: 100 }, { x: 100, y: 0 }, null, { x: 200, y: 50 }];
const box = (left: number, top: number) => ({ left, right: left + 20, top, bottom: top + 20 });

describe('a line in a drawing', () => {
  it('has the heights of its ends within a stretch, also where it bends outside of it', () => {
    expect(heightsOf(rising, 20, 60)).toEqual([80, 40]);
    expect(heightsOf(rising, 120, 180)).toEqual([]);
    const post = [10, 90].map((y) => ({ x: 30, y }));
    expect(new Set(heightsOf(post, 20, 60))).toEqual(new Set([10, 90]));
  });

  it('runs through a box by where it is there, not by where it comes from', () => {
    expect(crosses(rising, box(40, 45))).toBe(true);
    expect(crosses(rising, box(0, 0))).toBe(false);
    expect(crosses(rising, box(120, 40))).toBe(false);
    expect(crosses(rising, box(190, 40))).toBe(true);
  });
});

describe('the clearest place', () => {
  const places = [box(40, 45), box(0, 0), box(120, 0)].map((one) => ({ boxes: [one] }));

  it('is the first one through which nothing runs and in which nothing lies', () => {
    expect(clearest(places, [rising], [])).toEqual({ place: places[1], struck: 0 });
    expect(clearest(places, [rising], [box(10, 10)])).toEqual({ place: places[2], struck: 0 });
  });

  it('is the least struck one where none is clear, and says so', () => {
    expect(clearest(places.slice(0, 2), [rising], [box(10, 10), box(50, 50)])).toEqual({ place: places[1], struck: 1 });
    expect(clearest([], [rising], [])).toBeUndefined();
  });
});
