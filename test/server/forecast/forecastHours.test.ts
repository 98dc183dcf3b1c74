import { describe, expect, it } from 'vitest';
import { forecastHours, neededHours } from '../../../server/forecast/forecastHours.ts';
import { createRandom } from '../../../server/random.ts';
import { hourMs } from '../../../shared/rollup.ts';

const startAt = Date.parse('2026-03-02T00:00:00Z');
const ahead = 7;

function drawing(seed: number) {
  const random = createRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const poisson = (mean: number) => {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let [count, product] = [0, random()];
    const limit = Math.exp(-mean);
    while (product > limit) {
      count += 1;
      product *= random();
    }
    return count;
  };
  return { random, normal, poisson };
}
type Drawing = ReturnType<typeof drawing>;
const day = (hour: number) => 1 + 0.6 * Math.sin((hour / 24) * 2 * Math.PI);

/** Shapes of four weeks: what multiplies the rhythm of the day. */
const shapes: Record<string, (drawing: Drawing) => (hour: number) => number> = {
  'the rhythm of the day alone': () => () => 1,
  'a level that wanders': ({ normal }) => {
    let away = 0;
    return () => {
      away = 0.9 * away + 0.25 * normal();
      return Math.exp(away);
    };
  },
  'bursts that fade over hours': ({ random }) => {
    let burst = 0;
    return () => {
      burst *= 0.8;
      if (random() < 0.01) burst += 5;
      return 1 + burst;
    };
  },
  'quiet weekends': () => (hour) => (Math.floor(hour / 24) % 7 < 5 ? 1 : 0.4),
};
const draw = (shape: string, level: number, seed: number, hours = 28 * 24) => {
  const by = drawing(seed);
  const move = shapes[shape]!(by);
  return Array.from({ length: hours }, (_, hour) => by.poisson(level * day(hour) * move(hour)));
};

describe('the forecast of the coming hours', () => {
  it('begins with the running hour and goes on hour by hour, within its band', () => {
    const { points, stepMs } = forecastHours(startAt, draw('the rhythm of the day alone', 50, 1), ahead);
    expect(stepMs).toBe(hourMs);
    expect(points.map(({ at }) => at)).toEqual(
      Array.from({ length: ahead }, (_, k) => startAt + (28 * 24 + k) * hourMs),
    );
    for (const { expected, low, high } of points) {
      expect(low).toBeLessThanOrEqual(expected);
      expect(high).toBeGreaterThanOrEqual(expected);
      expect(low).toBeGreaterThanOrEqual(0);
    }
  });

  it('knows the hours of the day: the evening is not the night', () => {
    const counts = draw('the rhythm of the day alone', 100, 2, 14 * 24);
    const { points } = forecastHours(startAt, counts, ahead);
    for (const [k, { expected }] of points.entries()) {
      expect(expected).toBeGreaterThan(80 * day(k));
      expect(expected).toBeLessThan(120 * day(k));
    }
  });

  it('expects more for a while where more is said than usual', () => {
    const counts = draw('bursts that fade over hours', 50, 3);
    const usual = forecastHours(startAt, counts, ahead).points;
    const burst = forecastHours(startAt, [...counts.slice(0, -3), 400, 400, 400], ahead).points;
    expect(burst[0]!.expected).toBeGreaterThan(2 * usual[0]!.expected);
    expect(burst[6]!.expected / usual[6]!.expected).toBeLessThan(burst[0]!.expected / usual[0]!.expected);
  });

  it('says nothing before three days were heard, nor of a record before anything came of it', () => {
    const counts = draw('the rhythm of the day alone', 20, 4, neededHours + 1);
    expect(forecastHours(startAt, counts.slice(0, neededHours - 1), ahead)).toEqual({
      stepMs: hourMs,
      points: [],
      record: null,
      refused: { code: 'too-short', heardHours: neededHours - 1, neededHours },
    });
    expect(forecastHours(startAt, counts.slice(0, neededHours), ahead)).toMatchObject({ record: null });
    expect(forecastHours(startAt, counts, ahead).record).toMatchObject({ hours: 1, errorOfLastWeek: null });
  });

  it('stays a number in silence and after it', () => {
    for (const counts of [new Array<number>(200).fill(0), [...new Array<number>(200).fill(0), 5_000]])
      for (const { expected, low, high } of forecastHours(startAt, counts, ahead).points) {
        expect(Number.isFinite(expected)).toBe(true);
        expect(low).toBeLessThanOrEqual(high);
      }
  });
});

describe('the record of the forecast', () => {
  it('is what forecasts made one hour after the other, each from its past alone, would have scored', () => {
    const counts = draw('a level that wanders', 30, 5, 9 * 24);
    let [forecasts, covered, error, ofLastWeek] = [0, 0, 0, 0];
    for (let made = neededHours; made < counts.length; made += 1) {
      const { points } = forecastHours(startAt, counts.slice(0, made), ahead);
      for (const [k, { expected, low, high }] of points.entries()) {
        const hour = made + k;
        if (hour < 7 * 24 || hour >= counts.length) continue;
        forecasts += 1;
        if (counts[hour]! >= low && counts[hour]! <= high) covered += 1;
        error += Math.abs(counts[hour]! - expected);
        ofLastWeek += Math.abs(counts[hour]! - counts[hour - 168]!);
      }
    }
    const { record } = forecastHours(startAt, counts, ahead);
    expect(record!.hours).toBe(48);
    expect(record!.covered80).toBeCloseTo(covered / forecasts, 10);
    expect(record!.error).toBeCloseTo(error / forecasts, 8);
    expect(record!.errorOfLastWeek).toBeCloseTo(ofLastWeek / forecasts, 8);
  });

  const cases = Object.keys(shapes).flatMap((shape) => [3, 40, 600].map((level) => ({ shape, level })));
  it.each(cases)(
    'holds four in five, and errs less than last week unless weeks are all alike: $shape, $level an hour (seeds 1 to 4)',
    ({ shape, level }) => {
      let [covered, better] = [0, 0];
      for (const seed of [1, 2, 3, 4]) {
        const { record } = forecastHours(startAt, draw(shape, level, seed), ahead);
        covered += record!.covered80 / 4;
        if (record!.error < record!.errorOfLastWeek!) better += 1;
      }
      expect(covered).toBeGreaterThan(0.74);
      expect(covered).toBeLessThan(level < 10 ? 0.99 : 0.93);
      // Weekends that begin at midnight sharp are what last week alone knows: the record says so then.
      if (shape !== 'quiet weekends') expect(better).toBe(4);
    },
  );

  it('says when last week was the better guess', () => {
    // Two weeks that are alike to the mention, and no two days of them: only last week knows.
    const { random } = drawing(6);
    const week = Array.from({ length: 168 }, () => Math.floor(400 * random()));
    const { record } = forecastHours(startAt, [...week, ...week], ahead);
    expect(record!.errorOfLastWeek).toBe(0);
    expect(record!.error).toBeGreaterThan(0);
  });
});
