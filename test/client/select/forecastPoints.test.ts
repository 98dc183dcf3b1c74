import { describe, expect, it } from 'vitest';
import {
  aheadBeyond,
  aheadOf,
  aheadTop,
  cutAhead,
  forecastPoints,
  rollingForecast,
} from '../../../client/select/forecastPoints.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';

const points = [0, 1, 2, 3].map((k) => ({ at: k * hourMs, expected: 60 * (k + 1), low: 30, high: 120 }));
const answer = { stepMs: hourMs, points, record: null };

describe('the hours ahead', () => {
  it('begin at now with the running hour, and go on at the middles of the hours', () => {
    const drawn = forecastPoints(answer, 20 * minuteMs, 3 * hourMs, 10 * minuteMs);
    expect(drawn.map(({ at }) => at / minuteMs)).toEqual([20, 90, 150]);
    expect(drawn.map(({ expected }) => expected)).toEqual([10, 20, 30]);
    expect(drawn[0]).toMatchObject({ low: 5, high: 20 });
  });

  it('stand at the ends of hours where the curve is of the hour before, opening from its newest value', () => {
    const drawn = rollingForecast(answer, { at: 20 * minuteMs, mentions: 50 }, 2 * hourMs);
    expect(drawn).toEqual([
      { at: 20 * minuteMs, expected: 50, low: 50, high: 50 },
      { at: hourMs, expected: 60, low: 30, high: 120 },
      { at: 2 * hourMs, expected: 120, low: 30, high: 120 },
    ]);
    expect(rollingForecast({ ...answer, points: [] }, { at: 0, mentions: 50 }, hourMs)).toEqual([]);
  });

  it('are none where nothing is forecast, or all of it is over', () => {
    expect(forecastPoints({ ...answer, points: [] }, 0, hourMs, hourMs)).toEqual([]);
    expect(forecastPoints(answer, 5 * hourMs, 9 * hourMs, hourMs)).toEqual([]);
  });

  it('leave the past two thirds of the axis', () => {
    expect(aheadOf(0, 24 * hourMs)).toBe(6 * hourMs);
    expect(aheadOf(0, 4 * hourMs)).toBe(2 * hourMs);
    expect(aheadOf(0, 10 * minuteMs)).toBe(hourMs);
  });

  it('take a quarter of the axis at most, and a sixth where they are very unsure', () => {
    const band = (low: number, high: number) => [
      { at: 0, expected: 100, low: 100, high: 100 },
      { at: hourMs, expected: 120, low, high },
      { at: 2 * hourMs, expected: 140, low, high },
    ];
    const until = (points: ReturnType<typeof band>, past: number) =>
      cutAhead(points, past * hourMs).at(-1)!.at / hourMs;
    expect(until(band(90, 130), 4.5)).toBe(1.5);
    expect(until(band(60, 900), 4.5)).toBe(0.9);
    // 54 minutes, told to the quarter of an hour.
    expect(cutAhead(band(60, 900), 4.5 * hourMs, 15 * minuteMs).at(-1)!.at / minuteMs).toBe(45);
    expect(until(band(90, 130), 12)).toBe(2);
    // Between two points it is what lies between them.
    expect(cutAhead(band(90, 130), 4.5 * hourMs).at(-1)).toMatchObject({ expected: 130, low: 90, high: 130 });
    expect(cutAhead(band(60, 900), 2.5 * hourMs).at(-1)).toMatchObject({ expected: 110, low: 80, high: 500 });
    expect(cutAhead([], hourMs)).toEqual([]);
  });

  it('get a little room above what was counted, or all that their band needs, and are told where they leave it', () => {
    const band = (expected: number, high: number) => [{ at: 0, expected, low: 0, high }];
    expect(aheadTop(band(100, 120), 100)).toBe(120);
    expect(aheadTop(band(100, 200), 100)).toBe(130);
    expect(aheadTop(band(100, 200), 100, 2)).toBe(200);
    expect(aheadTop(band(100, 210), 100, 2)).toBe(130);
    expect(aheadTop(band(100, 900), 100)).toBe(130);
    expect(aheadTop(band(150, 900), 100)).toBe(150);
    expect(aheadTop(band(400, 900), 100)).toBe(200);
    expect(aheadTop(band(400, 900), 0)).toBe(900);
    expect(aheadTop([], 100)).toBe(0);
    expect(aheadBeyond(band(100, 900), 130)).toBe(900);
    expect(aheadBeyond(band(100, 120), 130)).toBeNull();
  });
});
