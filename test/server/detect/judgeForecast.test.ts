import { describe, expect, it } from 'vitest';
import { countQuantiles } from '../../../server/detect/countQuantiles.ts';
import { createDetector } from '../../../server/detect/createDetector.ts';
import { judgeForecast } from '../../../server/detect/judgeForecast.ts';
import { createRandom } from '../../../server/random.ts';
import { gamma, poisson } from './chance.ts';
import { day, hour, makeCounts, minute } from './makeCounts.ts';

describe('countQuantiles', () => {
  it.each([
    [0.5, 0.2],
    [12, 1],
    [900, 0.05],
    [90_000, 0.3],
    [90_000, 1e-6],
    [3, 15],
  ])('cuts a tenth of counts off at either end: mean %d, dispersion %d', (mean, alpha) => {
    const random = createRandom(3);
    const [low, high] = countQuantiles(mean, alpha, [0.1, 0.9]) as [number, number];
    const counts = Array.from({ length: 4_000 }, () => poisson(mean * gamma(1 / alpha, random) * alpha, random));
    const shareOf = (is: (count: number) => boolean) => counts.filter(is).length / counts.length;
    expect(shareOf((count) => count < low)).toBeLessThan(0.115);
    expect(shareOf((count) => count <= low)).toBeGreaterThan(0.085);
    expect(shareOf((count) => count <= high)).toBeGreaterThan(0.885);
    expect(shareOf((count) => count < high)).toBeLessThan(0.915);
  });
});

describe('forecast', () => {
  it('is silent before three days, then follows the day within its band', () => {
    const { counts, stepMs } = makeCounts({ perHour: 400, alpha: 0.05, stepMs: 15 * minute, days: 15, seed: 2 });
    const detector = createDetector(stepMs);
    for (const { at, value } of counts) {
      if (at < 3 * day) expect(detector.forecast(at)).toBeUndefined();
      detector.push(at, value);
    }
    const at = (hours: number) => detector.forecast(15 * day + hours * hour)!;
    // The invented day is fullest at 14:00 and emptiest at 2:00: 1.7 and 0.3 of the mean.
    expect(at(14).expected / 170).toBeCloseTo(1, 0);
    expect(at(2).expected / 30).toBeCloseTo(1, 0);
    for (const one of [at(2), at(14)]) {
      expect(one.low).toBeLessThan(one.expected);
      expect(one.high).toBeGreaterThan(one.expected);
    }
  });
});

describe('judgeForecast', () => {
  it.each([
    { perHour: 60, alpha: 0.3 },
    { perHour: 6_000, alpha: 0.05 },
  ])('finds four in five hours within the band, and nearer than last week: $perHour an hour', (shape) => {
    const { counts, stepMs } = makeCounts({ ...shape, stepMs: 15 * minute, days: 42, seed: 8 });
    const record = judgeForecast(counts, stepMs, { aheadHours: 6 })!;
    expect(record.hours).toBeGreaterThan(33 * 24);
    expect(record.covered80).toBeGreaterThan(0.75);
    expect(record.covered80).toBeLessThan(0.9);
    expect(record.error).toBeLessThan(record.errorOfLastWeek);
  });

  it('judges nothing where a week before is missing', () => {
    const { counts, stepMs } = makeCounts({ perHour: 60, stepMs: 15 * minute, days: 6, seed: 8 });
    expect(judgeForecast(counts, stepMs)).toBeUndefined();
  });
});
