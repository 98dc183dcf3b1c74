import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exploreHeadline } from '../../../client/select/exploreHeadline.ts';
import { listedCount, matrixOf, matrixThemes, setAsideOf } from '../../../client/select/explorePicture.ts';
import { markSegments } from '../../../client/select/markSegments.ts';
import { placeIn, repairQuery } from '../../../client/select/repairQuery.ts';
import { ringRadii } from '../../../client/select/ringRadii.ts';
import { spreadLabels } from '../../../client/select/spreadLabels.ts';
import { sumOfParts } from '../../../client/select/sumOfParts.ts';
import { noCounts } from '../../../client/select/timeSeries.ts';
import { localIn, momentIn, timeTicks } from '../../../client/select/timeTicks.ts';
import type { SeriesPoint } from '../../../shared/protocol.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rollup.ts';
import type { Mark } from '../../../shared/trace.ts';
import { noError } from '../../../shared/uncertainty.ts';

const counts = (mentions: number, positive = 0, negative = 0) => ({ ...noCounts(), mentions, positive, negative });
const point = (key: string, mentions: number): SeriesPoint => ({
  at: 0,
  key,
  mentions,
  distinct: mentions,
  significant: 0,
  positive: 0,
  neutral: 0,
  negative: 0,
  reach: 0,
  engagement: 0,
});

describe('markSegments', () => {
  it('joins to the text again, whatever the marks (seed 13)', () => {
    const kinds = ['brand', 'theme', 'positive', 'negative', 'turn'] as const;
    const mark = fc.record({
      field: fc.constantFrom<Mark['field']>('text', 'title'),
      from: fc.integer({ min: -3, max: 30 }),
      to: fc.integer({ min: -3, max: 30 }),
      kind: fc.constantFrom(...kinds),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), fc.array(mark), (text, marks) => {
        const segments = markSegments(text, marks);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        expect(segments.every((segment) => segment.text !== '')).toBe(true);
      }),
      { seed: 13, numRuns: 1_000 },
    );
  });

  it('draws the brand where a theme shares its letters', () => {
    const segments = markSegments('Solenne serum', [
      { field: 'text', from: 0, to: 13, kind: 'theme', id: 'texture' },
      { field: 'text', from: 0, to: 7, kind: 'brand', id: 'solenne' },
    ]);
    expect(segments).toEqual([
      { text: 'Solenne', mark: expect.objectContaining({ kind: 'brand' }) },
      { text: ' serum' },
    ]);
  });
});

describe('exploreHeadline', () => {
  it('claims a change only where it is sure', () => {
    const now = new Map([
      ['a', counts(103)],
      ['b', counts(98)],
    ]);
    const before = new Map([
      ['a', counts(100)],
      ['b', counts(100)],
    ]);
    expect(exploreHeadline(now, before, ['a', 'b'])).toEqual({ key: 'steady', brands: 2 });
  });

  it('names the brand whose mentions changed most, and how many others hardly move', () => {
    const now = new Map([
      ['a', counts(1_720)],
      ['b', counts(500)],
      ['c', counts(300)],
    ]);
    const before = new Map([
      ['a', counts(1_000)],
      ['b', counts(510)],
      ['c', counts(295)],
    ]);
    expect(exploreHeadline(now, before, ['a', 'b', 'c'])).toMatchObject({
      key: 'more',
      brand: 'a',
      percent: 72,
      steady: 2,
      up: [],
      down: [],
    });
  });

  it('names the others that surely changed, and which way', () => {
    const now = new Map([
      ['a', counts(4_000)],
      ['b', counts(100)],
      ['c', counts(900)],
      ['d', counts(500)],
    ]);
    const before = new Map([
      ['a', counts(1_000)],
      ['b', counts(400)],
      ['c', counts(300)],
      ['d', counts(501)],
    ]);
    expect(exploreHeadline(now, before, ['a', 'b', 'c', 'd'])).toMatchObject({
      brand: 'a',
      up: ['c'],
      down: ['b'],
      steady: 1,
    });
  });

  it('compares with nothing where nothing is known before', () => {
    const now = new Map([
      ['a', counts(20)],
      ['b', counts(7)],
    ]);
    expect(exploreHeadline(now, new Map(), ['a', 'b'])).toEqual({
      key: 'noBefore',
      leader: 'a',
      mentions: 20,
      others: 1,
    });
    expect(exploreHeadline(new Map(), null, ['a'])).toEqual({ key: 'none' });
    // Hours that nobody heard are no fall, and no rise.
    expect(exploreHeadline(now, new Map([['a', counts(900)]]), ['a', 'b'], true)).toMatchObject({
      key: 'unjudged',
      leader: 'a',
    });
  });
});

describe('matrixOf and listedCount', () => {
  const picture = {
    matrixBrands: [point('a', 10), point('b', 4)],
    themesOf: { a: [point('price', 8), point('none', 2)], b: [point('price', 4)] },
  };

  it('puts every brand against every theme, bars against the largest cell', () => {
    const matrix = matrixOf(
      picture,
      { brands: ['a', 'b'], themes: ['price', 'none'] },
      { whole: noError, theme: noError },
    );
    expect(matrix.rows[0]!.cells.price).toMatchObject({ share: 1, net: null });
    expect(matrix.rows[1]!.cells).toMatchObject({ price: { share: 0.5 }, none: { share: 0, counts: { mentions: 0 } } });
    expect(matrix.rows[0]!.all.counts.mentions).toBe(10);
  });

  it('says how many messages a choice lists, or nothing where it does not know', () => {
    const figures = {
      all: { ...counts(100, 30, 20), distinct: 90, neutral: 10 },
      significant: counts(40, 5, 3),
      funnel: { collected: 160, important: 100, significant: 40, setAside: { spam: 50, 'no-brand': 60, passing: 10 } },
    };
    const state = { stage: 'important', q: '', brands: [], opinions: [], reasons: [], isFiltered: false };
    expect(listedCount(figures, state)).toBe(100);
    expect(listedCount(figures, { ...state, opinions: ['negative', 'unscored'] })).toBe(60);
    expect(listedCount(figures, { ...state, stage: 'significant' })).toBe(40);
    expect(listedCount(figures, { ...state, stage: 'set-aside' })).toBe(120);
    expect(listedCount(figures, { ...state, stage: 'set-aside', reasons: ['spam'] })).toBe(50);
    expect(listedCount(figures, { ...state, stage: 'set-aside', isFiltered: true })).toBeUndefined();
    expect(listedCount(figures, { ...state, q: 'price' })).toBeUndefined();
    // The list of a brand holds no post that does not name it.
    expect(listedCount(figures, { ...state, stage: 'set-aside', brands: ['a'] })).toBe(60);
  });

  it('never lets one brand have more set aside than all of them together', () => {
    const all = { collected: 160, important: 100, significant: 40, setAside: { 'no-brand': 60, passing: 60 } };
    const one = { collected: 160, important: 30, significant: 20, setAside: { 'no-brand': 130, passing: 10 } };
    expect(setAsideOf(all, [])).toMatchObject({ posts: 120, notAbout: 0 });
    expect(setAsideOf(one, ['a'])).toEqual({ posts: 10, notAbout: 130, reasons: [{ reason: 'passing', posts: 10 }] });
  });
});

describe('sumOfParts', () => {
  const parts = [
    { name: 'a', value: 0.5 },
    { name: 'b', value: -0.75 },
    { name: 'c', value: 0.5 },
  ];

  it('begins each part where the sum of those before it stands', () => {
    const sum = sumOfParts(parts, [0, 1]);
    expect(sum.bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.5],
      [0.5, -0.25],
      [-0.25, 0.25],
    ]);
    expect([sum.low, sum.high]).toEqual([-0.25, 1]);
  });

  it('shows hundredths that add up to the total shown, whatever the parts (seed 17)', () => {
    const values = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { maxLength: 9 });
    fc.assert(
      fc.property(values, (all) => {
        const { bars } = sumOfParts(
          all.map((value) => ({ name: 'a', value })),
          [0, 1],
        );
        const shown = bars.reduce((sum, bar) => sum + Math.round(bar.shown * 100), 0);
        expect(shown).toBeCloseTo(Math.round(all.reduce((sum, value) => sum + value, 0) / 0.01));
        for (const bar of bars) expect(Math.abs(bar.shown - bar.value)).toBeLessThan(0.0101);
      }),
      { seed: 17 },
    );
    const few = sumOfParts(
      [0.455, 0.048, 0.1].map((value) => ({ name: 'a', value })),
      [0, 1],
    );
    expect(few.bars.map(({ shown }) => shown)).toEqual([0.45, 0.05, 0.1]);
  });

  it('draws every score of a kind on the same range, a small one small', () => {
    const [small, large] = [sumOfParts([{ name: 'a', value: 0.02 }], [-1, 1]), sumOfParts(parts, [-1, 1])];
    expect([small.low, small.high]).toEqual([large.low, large.high]);
    const wide = sumOfParts(
      [
        { name: 'a', value: 1.5 },
        { name: 'b', value: -0.7 },
      ],
      [-1, 1],
    );
    expect([wide.low, wide.high]).toEqual([-1, 1.5]);
  });
});

describe('spreadLabels', () => {
  it('keeps labels apart and in order while there is room (seed 17)', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 8 }), (wanted) => {
        const places = spreadLabels(wanted, 17, 0, 200);
        const sorted = [...places].sort((a, b) => a - b);
        for (let at = 1; at < sorted.length; at++) expect(sorted[at]! - sorted[at - 1]!).toBeGreaterThan(16.999);
        for (const place of places) expect(place).toBeGreaterThanOrEqual(-0.001);
        for (const place of places) expect(place).toBeLessThanOrEqual(200);
      }),
      { seed: 17 },
    );
  });

  it('leaves a label level with its own point, and gives what has no point the lowest place that is free', () => {
    expect(spreadLabels([24, 53, null, null], 17, 18, 88)).toEqual([24, 53, 71, 88]);
    expect(spreadLabels([24, 70, null, null], 17, 18, 88)).toEqual([24, 70, 53, 88]);
  });

  it('moves all where there is no room for one without a point', () => {
    expect(spreadLabels([10, 25, null], 17, 0, 34)).toEqual([0, 17, 34]);
  });
});

describe('ringRadii', () => {
  it('makes a ring of a point that lies on another, so that both are seen', () => {
    expect(ringRadii([90, 50, 20, 20, null])).toEqual([3.5, 3.5, 3.5, 6.5, 3.5]);
    expect(ringRadii([20, 22, 21])).toEqual([3.5, 6.5, 9.5]);
  });
});

describe('matrixThemes', () => {
  it('are the eight most talked about, and last what has none', () => {
    const themes = Array.from({ length: 9 }, (_, index) => point(`t${index}`, 9 - index));
    const picture = { themesOf: { a: [point('none', 99), ...themes], b: [point('t8', 5)] } };
    expect(matrixThemes(picture)).toEqual(['t0', 't1', 't2', 't3', 't8', 't4', 't5', 't6', 'none']);
  });
});

describe('timeTicks', () => {
  it('stands on local midnights across the change of clocks in Paris', () => {
    const from = Date.UTC(2026, 9, 23, 12);
    const { at } = timeTicks(from, from + 5 * dayMs, 'Europe/Paris');
    expect(at.map((tick) => localIn('Europe/Paris', tick).slice(11))).toEqual(at.map(() => '00:00'));
    expect(at).toHaveLength(5);
  });

  it('finds whole hours in zones half an hour off, and few of them', () => {
    const from = Date.UTC(2026, 10, 12, 4, 10);
    const { at, stepMs } = timeTicks(from, from + 6 * hourMs, 'Asia/Kolkata');
    expect(stepMs % minuteMs).toBe(0);
    expect(at.every((tick) => localIn('Asia/Kolkata', tick).endsWith(':00'))).toBe(true);
    expect(at.length).toBeLessThanOrEqual(7);
  });

  it('reads a local time back as it was written (seed 23)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.constantFrom('UTC', 'Europe/Paris', 'Asia/Kolkata', 'America/New_York'),
        (moment, zone) => {
          const at = Math.floor(moment / minuteMs) * minuteMs;
          // The hour that clocks show twice has two moments: both read the same.
          expect(localIn(zone, momentIn(zone, localIn(zone, at))!)).toBe(localIn(zone, at));
        },
      ),
      { seed: 23 },
    );
  });
});

describe('repairQuery', () => {
  it('writes the suggestion in the place of what was wrong', () => {
    expect(repairQuery('solenne chanel:store', { position: 8, length: 7, suggestion: 'channel:' })).toBe(
      'solenne channel:store',
    );
    expect(repairQuery('solenne AND', { position: 8, length: 3 })).toBe('solenne AND');
    expect(placeIn('a OR\nb AND', 7)).toEqual({ line: 2, column: 3 });
  });
});
