import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOf, knownUntil, windowOf } from '../../../client/select/exploreRange.ts';
import { intervalShape, loneIntervals } from '../../../client/select/loneIntervals.ts';
import {
  band,
  beforeKey,
  besideBefore,
  type ChartRow,
  endFigure,
  hasLine,
  lowestOf,
  openEnd,
  openStart,
  roundTop,
  sentimentRows,
  strongestKeys,
  totalsByKey,
  volumeRows,
} from '../../../client/select/timeSeries.ts';
import type { SeriesPoint } from '../../../shared/protocol.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rollup.ts';
import { noError } from '../../../shared/uncertainty.ts';

const noon = Date.UTC(2026, 10, 12, 12);

function point(at: number, mentions: number, key?: string, opinions: Partial<SeriesPoint> = {}): SeriesPoint {
  return {
    at,
    key,
    mentions,
    distinct: mentions,
    significant: 0,
    positive: 0,
    neutral: 0,
    negative: 0,
    reach: 0,
    engagement: 0,
    ...opinions,
  };
}

describe('windowOf and cutOf', () => {
  it('ends for a reader no later than at the moment that its figures were asked for', () => {
    const at = noon + 30_000;
    const window = windowOf({ range: '24h' }, at, {});
    expect(window.to).toBe(noon + 60_000);
    expect(knownUntil({ window, at })).toBe(at);
    expect(knownUntil({ window: { to: noon - hourMs }, at })).toBe(noon - hourMs);
  });

  it('ends a live window with the minute that runs, so that the newest post is in it', () => {
    const window = windowOf({ range: '1h' }, noon + 30_000, {});
    expect(window).toEqual({ from: noon + minuteMs - hourMs, to: noon + minuteMs, live: true });
  });

  it('begins since T0 with the whole minute of T0, as the live figures do', () => {
    const window = windowOf({ range: 't0' }, noon + hourMs, { t0: noon + 30_000 });
    expect(window.from).toBe(noon);
  });

  it('never asks a chart to draw more than 120 points, whatever the window (seed 3)', () => {
    fc.assert(
      fc.property(fc.integer({ min: minuteMs, max: 700 * dayMs }), (span) => {
        expect(span / cutOf({ from: 0, to: span }).stepMs).toBeLessThanOrEqual(120);
      }),
      { seed: 3 },
    );
  });

  it('shows all that is kept up to its last day, and is not live long after it', () => {
    const window = windowOf({ range: 'all' }, noon, { firstAt: noon - 400 * dayMs, lastAt: noon - 300 * dayMs });
    expect(window.live).toBe(false);
    expect(window.from).toBe(noon - 400 * dayMs);
    expect(window.to).toBeGreaterThan(noon - 300 * dayMs);
  });
});

describe('volumeRows', () => {
  const window = { from: noon - hourMs, to: noon, live: false };
  const cut = cutOf(window);

  it('draws a true zero where nothing was said', () => {
    const rows = volumeRows([point(noon - 10 * minuteMs, 3, 'a')], ['a'], window, cut);
    expect(rows).toHaveLength(60);
    expect(rows.filter((row) => row.a === 0)).toHaveLength(59);
    expect(rows.find((row) => row.a === 3)?.at).toBe(noon - 10 * minuteMs);
  });

  it('leaves a gap where nobody heard, in volume and in sentiment', () => {
    const unheard = [{ from: noon - 30 * minuteMs, to: noon - 20 * minuteMs }];
    const rows = volumeRows([point(noon - 25 * minuteMs, 3, 'a')], ['a'], window, cut, unheard);
    expect(rows.filter((row) => row.a === null).map((row) => row.at)).toEqual(
      Array.from({ length: 10 }, (_, index) => noon - (30 - index) * minuteMs),
    );
    const felt = point(noon - 25 * minuteMs, 50, 'a', { positive: 50 });
    const feeling = (gaps: typeof unheard) => sentimentRows([felt], ['a'], ['a'], window, cut, noError, gaps);
    expect(feeling([]).some((row) => row.a !== null)).toBe(true);
    expect(feeling(unheard).every((row) => row.a === null)).toBe(true);
  });

  it('keeps every mention of whole buckets: rows add up to the points (seed 11)', () => {
    const some = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('a', 'b')),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const points = drawn.map(([minute, mentions, key]) => point(window.from + minute * minuteMs, mentions, key));
        const rows = volumeRows(points, ['a', 'b'], window, cut);
        for (const key of ['a', 'b'])
          expect(rows.reduce((sum, row) => sum + Number(row[key]), 0)).toBe(
            totalsByKey(points).get(key)?.mentions ?? 0,
          );
      }),
      { seed: 11 },
    );
  });

  it('dashes the bucket that is still being counted instead of drawing a fall', () => {
    const live = { from: noon - dayMs + minuteMs, to: noon + minuteMs, live: true };
    const rows = volumeRows([point(noon - 15 * minuteMs, 40, 'a'), point(noon, 2, 'a')], ['a'], live, cutOf(live));
    expect(rows.at(-1)).toMatchObject({ at: noon, a: null, [`a${openEnd}`]: 2 });
    expect(rows.at(-2)).toEqual({ at: expect.any(Number), a: 40 });
    // In the last minute of a bucket the window ends with it, and the minute still runs.
    const ending = { from: noon - dayMs, to: noon, live: true };
    const last = volumeRows([point(noon - 15 * minuteMs, 40, 'a')], ['a'], ending, cutOf(ending)).at(-1);
    expect(last).toMatchObject({ at: noon - 15 * minuteMs, a: null, [`a${openEnd}`]: 40 });
  });

  it('tells the bucket in which listening began apart from whole ones, and draws it hollow', () => {
    const live = { from: noon - dayMs, to: noon + 20 * minuteMs, live: true };
    const points = [point(noon, 11, 'a'), point(noon + 15 * minuteMs, 2, 'a')];
    const at = (heardFrom: number | null) =>
      volumeRows(points, ['a'], live, cutOf(live), [], heardFrom).find((row) => row.at === noon);
    expect(at(noon + 14 * minuteMs)).toEqual({ at: noon, a: null, [`a${openEnd}`]: 11, [`a${openStart}`]: 11 });
    // A few minutes into it the first post may as well be the first that anybody wrote.
    expect(at(noon + 3 * minuteMs)).toEqual({ at: noon, a: 11 });
    expect(at(noon - 14 * minuteMs)).toEqual({ at: noon, a: 11 });
    expect(at(null)).toEqual({ at: noon, a: 11 });
    const feeling = (heardFrom: number | null) => {
      const said = [{ ...point(noon, 20, 'a'), positive: 15, negative: 5 }];
      return sentimentRows(said, ['a'], [], live, cutOf(live), noError, [], heardFrom).find((row) => row.at === noon)!;
    };
    expect(feeling(null)).not.toHaveProperty(`a${openStart}`);
    expect(feeling(noon + 14 * minuteMs)[`a${openStart}`]).toBe(feeling(null).a);
  });

  it('lets the period before end where the line does, whose last bucket is not over', () => {
    const live = { from: noon - hourMs, to: noon + 2 * minuteMs, live: true };
    const cut = { step: '15m', join: 1, stepMs: 15 * minuteMs } as const;
    const at = [45, 30, 15, 0].map((minutes) => noon - minutes * minuteMs);
    const now = volumeRows(
      at.map((one) => point(one, 8, 'a')),
      ['a'],
      live,
      cut,
    );
    const before = volumeRows(
      at.map((one) => point(one, 5, 'a')),
      ['a'],
      { ...live, live: false },
      cut,
    );
    const drawn = besideBefore(now, before, ['a']).map((row) => [row.a, row[`a${beforeKey}`]]);
    expect(drawn.slice(-3)).toEqual([
      [8, 5],
      [8, 5],
      [null, null],
    ]);
  });

  it('leaves out a first bucket that the window cuts', () => {
    const live = { from: noon - dayMs + minuteMs, to: noon + minuteMs, live: true };
    expect(volumeRows([], ['a'], live, cutOf(live))[0]!.at).toBe(noon - dayMs + 15 * minuteMs);
  });

  it('takes days as the server cut them, and fills those without a mention', () => {
    const days = { from: noon - 200 * dayMs, to: noon, live: false };
    const first = noon - 199 * dayMs;
    const rows = volumeRows([point(first, 1, 'a'), point(first + 3 * dayMs + hourMs, 2, 'a')], ['a'], days, {
      step: '1d',
      join: 1,
      stepMs: dayMs,
    });
    const at = rows.findIndex((row) => row.at === first);
    expect(rows.slice(at, at + 4).map((row) => row.a)).toEqual([1, 0, 0, 2]);
    expect(rows.length).toBeGreaterThanOrEqual(199);
  });
});

describe('sentimentRows', () => {
  const window = { from: noon - hourMs, to: noon, live: false };

  it('leaves a gap under five opinions and frames the rest by their interval', () => {
    const points = [
      point(noon - hourMs, 6, 'a', { positive: 4 }),
      point(noon - 30 * minuteMs, 60, 'a', { positive: 40, negative: 10 }),
    ];
    const rows = sentimentRows(points, ['a'], ['a'], window, { step: '1m', join: 1, stepMs: minuteMs }, noError);
    expect(rows[0]).toMatchObject({ a: null, [`a${band}`]: null });
    const row = rows.find((one) => one.at === noon - 30 * minuteMs)!;
    expect(row.a).toBeCloseTo(60);
    const [low, high] = row[`a${band}`] as [number, number];
    expect(low).toBeLessThan(60);
    expect(high).toBeGreaterThan(60);
  });
});

describe('strongestKeys and roundTop', () => {
  it('orders by mentions, then by name, so that two counts agree', () => {
    const totals = totalsByKey([point(0, 2, 'b'), point(0, 2, 'a'), point(0, 9, 'c')]);
    expect(strongestKeys(totals, 2)).toEqual(['c', 'a']);
  });

  it('puts the rest behind all that has a name, however much it is', () => {
    const totals = totalsByKey([point(0, 2, 'b'), point(0, 9, 'none'), point(0, 3, 'a')]);
    expect(strongestKeys(totals, 9, 'none')).toEqual(['a', 'b', 'none']);
    expect(strongestKeys(totals, 2, 'none')).toEqual(['a', 'b']);
  });

  it('finds a round top at or above any height (seed 5)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (highest) => {
        const top = roundTop(highest);
        expect(top).toBeGreaterThanOrEqual(highest);
        if (highest > 4) expect(top).toBeLessThanOrEqual(highest * 2);
      }),
      { seed: 5 },
    );
  });
});

describe('what stands beside a line’s end', () => {
  const rows: ChartRow[] = [
    { at: 0, a: 40, 'a~band': [10, 70], b: 5 },
    { at: 1, a: 8, 'a~band': [-50, 60], b: null },
    { at: 2, a: null, 'a~band': null, b: null },
  ];

  it('is its last value with the interval of that one, not of the whole time', () => {
    expect(endFigure(rows, 'a')).toEqual({ net: 8, low: -50, high: 60 });
  });

  it('is nothing for a line without a value or an interval', () => {
    expect(endFigure(rows, 'b')).toBeNull();
    expect(endFigure(rows, 'c')).toBeNull();
  });
});

describe('the interval of a value that has no neighbour', () => {
  const held = (at: number, interval: [number, number] | null): ChartRow => ({ at, a: 0, 'a~band': interval });

  it('is a bar, for a band takes two', () => {
    const rows = [held(0, null), held(1, [-32, 95]), held(2, null), held(3, [0, 9]), held(4, [0, 8])];
    expect(loneIntervals(rows, 'a')).toEqual([rows[1]]);
    expect(intervalShape(rows, 'a')).toBe('band');
    expect(intervalShape(rows.slice(0, 3), 'a')).toBe('bar');
    expect(intervalShape(rows.slice(0, 1), 'a')).toBeNull();
  });
});

describe('the lowest point of a chart of sentiment', () => {
  it('is that of the band too, which an axis of −50 would cut', () => {
    const rows: ChartRow[] = [
      { at: 0, a: -20, b: 10, 'a~band': [-72, 30] },
      { at: 1, a: null, b: -30 },
    ];
    expect(lowestOf(rows, ['a', 'b'], 'a')).toBe(-72);
    expect(lowestOf(rows, ['a', 'b'], undefined)).toBe(-30);
    expect(lowestOf([], ['a'], 'a')).toBe(0);
  });
});

describe('hasLine', () => {
  it('holds where two values of one line stand beside each other', () => {
    const rows = (...values: (number | null)[]) => values.map((a, at) => ({ at, a, b: null }));
    expect(hasLine(rows(null, 1, 2), ['a', 'b'])).toBe(true);
    expect(hasLine(rows(1, null, 2), ['a', 'b'])).toBe(false);
    expect(hasLine(rows(1, 2), ['b'])).toBe(false);
  });
});
