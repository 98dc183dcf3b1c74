import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedLaunch, compareLaunches, figureOf } from '../../../server/launches/compare.ts';
import { bandPoint, medianOf, percentileOf, placeOf } from '../../../server/launches/pastLaunches.ts';
import { shapeDistance } from '../../../server/launches/shapeDistance.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';

const axis = { fromMs: -2 * hourMs, toMs: 6 * hourMs, stepMs: hourMs, metric: 'mentions', scale: 'raw' } as const;
const bucket = (offsetMs: number, mentions: number): CountedLaunch['points'][number] => ({
  ...{ offsetMs, mentions, distinct: mentions, positive: mentions, neutral: 0, negative: 0 },
});
/** A launch with these mentions an hour, from the beginning of the axis on. */
function launchOf(id: string, mentions: readonly number[], some: Partial<CountedLaunch> = {}): CountedLaunch {
  const points = mentions.map((count, index) => bucket(axis.fromMs + index * hourMs, count));
  const heard = { fromMs: axis.fromMs, toMs: axis.fromMs + mentions.length * hourMs };
  return { id, name: id, brand: 'b', at: 0, counts: 'brand', heard, size: null, points, ...some };
}
const counts = fc.array(fc.nat({ max: 500 }), { minLength: 8, maxLength: 8 });

describe('the rule for past launches', () => {
  it('draws bands from ten, one range from three, nothing below, and each holds the median', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1_000 }), { maxLength: 30 }), (values) => {
        const point = bandPoint(0, values);
        expect(point.launches).toBe(values.length);
        expect(point.median === undefined).toBe(values.length < 3);
        expect(point.outer === undefined).toBe(values.length < 3);
        expect(point.inner === undefined).toBe(values.length < 10);
        if (!point.outer || point.median === undefined) return;
        const [low, high] = point.outer;
        const [from, to] = point.inner ?? point.outer;
        expect(low <= from && from <= point.median && point.median <= to && to <= high).toBe(true);
        if (values.length < 10) expect(point.outer).toEqual([Math.min(...values), Math.max(...values)]);
        else {
          const inside = values.filter((value) => value >= low && value <= high).length;
          expect(inside / values.length).toBeGreaterThanOrEqual(0.75);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('places a launch among others alike whatever their order', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 50 }),
        fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 20 }),
        (own, others) => {
          const back = [...others].reverse();
          expect(medianOf(back)).toBe(medianOf(others));
          expect(percentileOf(own, back)).toBe(percentileOf(own, others));
          expect(placeOf(own, back)).toBe(placeOf(own, others));
          expect(percentileOf(own + 1, others)).toBeGreaterThanOrEqual(percentileOf(own, others));
          expect(placeOf(own + 1, others)).toBeLessThanOrEqual(placeOf(own, others));
          expect(placeOf(51, others)).toBe(1);
        },
      ),
      { seed: 2, numRuns: 200 },
    );
    expect(percentileOf(5, [1, 2, 5, 9])).toBe(63);
  });
});

describe('shapeDistance', () => {
  it('is 0 of a curve and itself, the same both ways, and hardly feels its height', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(shapeDistance(a, a)).toBe(0);
        expect(shapeDistance(a, b)).toBeCloseTo(shapeDistance(b, a), 12);
        const many = a.map((value) => value + 1_000);
        expect(
          shapeDistance(
            many,
            many.map((value) => 7 * value),
          ),
        ).toBeLessThan(0.001);
      }),
      { seed: 3, numRuns: 200 },
    );
    expect(shapeDistance([900, 10, 10], [10, 10, 900])).toBeGreaterThan(1);
  });
});

describe('compareLaunches', () => {
  it('says nothing in words of two past launches, the rank of three, the percentile of ten', () => {
    const own = launchOf('now', [0, 0, 10, 20, 30]);
    const past = (many: number) =>
      Array.from({ length: many }, (_, index) => launchOf(`${index}`, [9, 9, 5, 5, index, 9, 9, 9]));
    const of = (many: number) => compareLaunches(own, past(many), axis);
    const two = of(2);
    expect([two.shows, two.closest]).toEqual(['lines', null]);
    expect(two.standing).toEqual({
      ...{ fromMs: 0, toMs: 3 * hourMs, mentions: 60, value: 60, launches: 2, texts: { count: 60, value: 60 } },
    });
    const three = of(3);
    expect(three.shows).toBe('range');
    expect(three.standing).toMatchObject({ median: 11, times: 60 / 11, rank: { place: 1, of: 4 } });
    expect(three.standing?.percentile).toBeUndefined();
    expect(three.standing?.probabilityMore).toBeGreaterThan(0.95);
    const ten = of(10);
    expect(ten.shows).toBe('bands');
    expect(ten.standing).toMatchObject({ percentile: 100 });
    expect(ten.standing?.rank).toBeUndefined();
    expect(ten.band.map(({ launches }) => launches)).toEqual(Array(8).fill(10));
  });

  it('places distinct texts among those of past launches: copies move the mentions alone', () => {
    const texts = (id: string, counts: readonly number[], share: number) => {
      const { points, ...launch } = launchOf(id, counts);
      return { ...launch, points: points.map((point) => ({ ...point, distinct: share * point.mentions })) };
    };
    const past = [10, 20, 30].map((each) => texts(`${each}`, Array(8).fill(each), 0.9));
    const { standing } = compareLaunches(texts('now', [0, 0, 40, 40, 40], 0.25), past, axis);
    expect(standing).toMatchObject({ mentions: 120, times: 2, rank: { place: 1, of: 4 } });
    expect(standing?.texts).toMatchObject({ count: 30, median: 54, rank: { place: 3, of: 4 } });
    expect(standing?.texts.times).toBeCloseTo(30 / 54, 12);
    expect(standing?.texts.probabilityMore).toBeLessThan(0.1);
  });

  it('compares nothing where a past launch was not heard', () => {
    const own = launchOf('now', [1, 1, 10, 10, 10]);
    const late = launchOf('late', [7, 7, 50, 60, 70, 80, 90, 90]);
    const deaf = { ...late, heard: { fromMs: hourMs, toMs: 6 * hourMs }, points: late.points.slice(3) };
    const whole = ['a', 'b'].map((id) => ({ ...late, id }));
    const { band, standing, closest } = compareLaunches(own, [deaf, ...whole], axis);
    expect(band.map(({ launches }) => launches)).toEqual([2, 2, 2, 3, 3, 3, 3, 3]);
    expect(standing).toMatchObject({ launches: 2 });
    expect(closest).toBeNull();
    const silent = { ...late, heard: null, points: [] };
    expect(compareLaunches(own, [silent], axis)).toMatchObject({ shows: 'lines', standing: { launches: 0 } });
    expect(compareLaunches(silent, whole, axis)).toMatchObject({ standing: null, closest: null });
  });

  it('stands among past launches as far as three of them were heard, where it has come further itself', () => {
    const own = launchOf('now', [0, 0, 10, 20, 30, 40, 50, 60]);
    const short = ['a', 'b', 'c'].map((id) => launchOf(id, [9, 9, 5, 5, 5]));
    const { standing } = compareLaunches(own, short, axis);
    expect(standing).toMatchObject({
      toMs: 3 * hourMs,
      mentions: 60,
      launches: 3,
      median: 15,
      rank: { place: 1, of: 4 },
    });
    // Two of three do not make one of several.
    const two = compareLaunches(own, short.slice(1), axis);
    expect(two.standing).toMatchObject({ toMs: 6 * hourMs, mentions: 210, launches: 0 });
  });

  it('names the past launch of the most similar shape', () => {
    const own = launchOf('now', [0, 0, 40, 20, 10, 5, 2, 1]);
    const past = [
      launchOf('slow', [0, 0, 10, 20, 40, 80, 160, 300]),
      launchOf('twin', [0, 0, 400, 200, 100, 50, 20, 10]),
      launchOf('flat', [9, 9, 90, 90, 90, 90, 90, 90]),
    ];
    expect(compareLaunches(own, past, axis).closest?.id).toBe('twin');
  });

  it('measures by the size of the brand, and refuses where it is not known', () => {
    const size = { perDay: 24, days: 28, fromMs: 0, toMs: 1 };
    const own = launchOf('now', [0, 0, 10, 20, 30], { size });
    const past = [10, 20, 40].map((perDay, index) =>
      launchOf(`${index}`, [1, 1, 10, 10, 10, 10, 10, 10], { size: { ...size, perDay } }),
    );
    const sized = compareLaunches(own, past, { ...axis, scale: 'size' });
    expect(sized.launch.points.map(({ value }) => value)).toEqual([0, 0, 10, 20, 30]);
    expect(sized.standing).toMatchObject({ mentions: 60, value: 20, median: 12 });
    const unknown = compareLaunches({ ...own, size: null }, past, { ...axis, scale: 'size' });
    expect(unknown.launch.points.every(({ value }) => value === null)).toBe(true);
    expect(unknown.standing).toEqual({
      ...{ fromMs: 0, toMs: 3 * hourMs, mentions: 60, value: null, launches: 3 },
      texts: { count: 60, value: null },
    });
  });

  it('has no figure of five opinions or mentions, nor of authors that are not told', () => {
    const few = { ...bucket(0, 4), positive: 2, negative: 2, theme: 1 };
    const some = { ...bucket(0, 20), positive: 6, negative: 2, theme: 5 };
    const of = (point: typeof few, metric: 'net' | 'theme' | 'authors') => figureOf(point, metric, 'raw', null, dayMs);
    expect([of(few, 'net'), of(few, 'theme'), of(few, 'authors')]).toEqual([null, null, null]);
    expect([of(some, 'net'), of(some, 'theme')]).toEqual([50, 25]);
  });
});
