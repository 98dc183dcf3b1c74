import { describe, expect, it } from 'vitest';
import {
  level,
  placeBandNames,
  placeNewest,
  placeScale,
  placeUnheard,
  upright,
} from '../../../client/charts/clockWords.ts';

const [width, base, top] = [1_776, 448, 33];
const names = ['Vela, 15:00 to 16:00', '15:00 to 16:00'];
const grid = [74, 261];

/** The newest point of a launch, with events at some places and what else is drawn. */
function newest(
  dot: { x: number; y: number },
  rules: number[] = [],
  more = { now: null as number | null, lines: [] as ReturnType<typeof level>[] },
) {
  const lines = [...rules.map((x) => upright(x, 0, base)), ...grid.map((y) => level(y, width)), ...more.lines];
  return placeNewest(dot, '877', names, { width, top, grid, rules, now: more.now }, lines, []);
}

describe('the words of the newest point', () => {
  it('begin over its dot, also where now is close behind it', () => {
    expect(newest({ x: 1_000, y: 160 })).toMatchObject({
      name: names[0],
      x: 989,
      y: 142,
      anchor: 'start',
      leader: null,
    });
  });

  it('end over it where an event follows soon', () => {
    expect(newest({ x: 1_000, y: 160 }, [1_050])).toMatchObject({ name: names[0], x: 1_011, anchor: 'end' });
  });

  it('are raised over a line of the scale that would run through them, and led there', () => {
    const raised = newest({ x: 1_000, y: 100 });
    expect(raised).toMatchObject({ name: names[0], y: 66, anchor: 'start' });
    expect(newest({ x: 1_000, y: 282 }).y).toBe(253);
    expect(newest({ x: 1_000, y: 282 }).leader).toBeNull();
    expect(newest({ x: 1_000, y: 310 }).leader).toBeNull();
    const curve = [
      { x: 900, y: 330 },
      { x: 1_000, y: 300 },
      { x: 1_400, y: 250 },
    ];
    const over = newest({ x: 1_000, y: 300 }, [], { now: null, lines: [curve] });
    expect(over.leader?.to).toEqual({ x: 1_000, y: over.y + 8 });
    expect(over.y).toBeLessThan(261);
  });

  it('never stand among the names of events, however near the top the point is', () => {
    for (const y of [74, 80, 90, 110]) {
      const { boxes } = newest({ x: 1_000, y });
      expect(boxes[0]!.top).toBeGreaterThanOrEqual(top);
    }
  });

  it('stand right of what is in the way where two events are too close to each other, and a line leads there', () => {
    const beside = newest({ x: 1_000, y: 160 }, [960, 1_040]);
    expect(beside).toMatchObject({ name: names[0], x: 1_064, anchor: 'start' });
    expect(beside.leader).toEqual({ from: { x: 1_016, y: 160 }, to: { x: 1_056, y: 160 } });
    expect(newest({ x: 1_000, y: 160 }, [960, 1_040], { now: 1_070, lines: [upright(1_070, 160, base)] }).x).toBe(
      1_094,
    );
  });

  it('leave the figure alone where there is no room for any name', () => {
    const rules = Array.from({ length: 21 }, (_, index) => 48 + 84 * index);
    const alone = newest({ x: 1_010, y: 160 }, rules);
    expect(alone.name).toBe('');
    expect(Math.abs(alone.x - 1_010)).toBeLessThan(40);
  });
});

describe('the scale', () => {
  const words = [
    ['1,000 mentions an hour', '500'],
    ['1,000 an hour', '500'],
    ['1,000', '500'],
  ];
  const place = (rules: number[], patches: { left: number; right: number }[]) =>
    placeScale(
      grid,
      words,
      [0, ...patches.map(({ right }) => right + 14)],
      rules.map((x) => upright(x, 0, base)),
      patches.map((patch) => ({ ...patch, top: grid[0]!, bottom: base })),
    );

  it('stands at the left edge', () => {
    expect(place([600], [])).toMatchObject({ x: 0, words: words[0] });
  });

  it('gives way to hours that nobody heard, both its words together', () => {
    expect(place([600], [{ left: 0, right: 200 }])).toMatchObject({ x: 214, words: words[0] });
  });

  it('is said more briefly before an event runs through it', () => {
    expect(place([200], [])).toMatchObject({ x: 0, words: words[1] });
    expect(place([100], [])).toMatchObject({ x: 0, words: words[2] });
  });
});

describe('the word of hours that nobody heard', () => {
  const patch = { left: 100, right: 300, top: 74, bottom: base };
  const none = { high: [], low: [] };

  it('stands in their middle', () => {
    expect(placeUnheard('not heard', [patch], none, [])).toBeCloseTo(268.5);
  });

  it('stands as near to it as nothing lies over it', () => {
    const [high, low] = [level(200, width), level(300, width)];
    const y = placeUnheard('not heard', [patch], { high, low }, []);
    expect(y - 21).toBeGreaterThanOrEqual(300);
    expect(y).toBeLessThan(335);
    expect(placeUnheard('not heard', [patch], { high, low }, [level(330, width)])).toBeLessThan(200);
  });
});

describe('the names of a band', () => {
  const at = (heights: number[]) => heights.map((y, index) => ({ x: 100 + 100 * index, y }));
  const band = {
    high: at([300, 200, 150, 200, 240, 260, 280, 300, 310, 320]),
    low: at(Array.from({ length: 10 }, () => 430)),
    innerHigh: [],
    median: at([400, 360, 340, 340, 345, 350, 355, 360, 365, 370]),
  };
  const said = { outer: ['range of the last 5', 'last 5'], inner: 'half of them', median: 'median' };
  const place = (
    from: number,
    lines: ReturnType<typeof level>[] = [],
    taken = [] as Parameters<typeof placeBandNames>[4],
  ) => placeBandNames(said, band, { from, width: 1_100, base, grid: [] }, lines, taken);

  it('stand over its highest place right of now, and below the median', () => {
    const [outer, median] = place(500);
    expect(outer).toMatchObject({ name: 'range of the last 5' });
    expect(outer!.x).toBeGreaterThan(600);
    expect(outer!.y).toBeLessThan(260);
    expect(median!.y).toBeGreaterThan(370);
  });

  it('are not set among other words, nor where an event runs through them', () => {
    const taken = { left: 500, right: 900, top: 180, bottom: base };
    const [outer] = place(500, [], [taken]);
    expect(outer!.x + 9.5 * 11).toBeLessThanOrEqual(500);
    const [brief] = place(500, [upright(700, 0, base), upright(860, 0, base)]);
    expect(brief!.name).toBe('last 5');
  });

  it('are none for an inner band that is too narrow for words', () => {
    const innerHigh = band.median.map(({ x, y }) => ({ x, y: y - 20 }));
    const placed = placeBandNames(said, { ...band, innerHigh }, { from: 500, width: 1_100, base, grid: [] }, [], []);
    expect(placed.map(({ name }) => name)).toEqual(['range of the last 5', 'median']);
  });
});
