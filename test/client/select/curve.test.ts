import { describe, expect, it } from 'vitest';
import { hourlyPoints, sentimentPoints, volumePoints } from '../../../client/select/curve.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { noError } from '../../../shared/uncertainty.ts';
import { makeCell, makeFigures, noon } from '../../support/makeFrames.ts';

const exact = noError;

describe('volumePoints', () => {
  it('draws empty buckets as zero and leaves out the one that still fills', () => {
    const state = makeFigures({
      from: noon - 3 * minuteMs,
      to: noon + 20_000,
      series: { a: { [noon - 3 * minuteMs]: makeCell(7), [noon]: makeCell(2) } },
    });
    expect(volumePoints(state, 'a')).toEqual([
      { at: noon - 2 * minuteMs, mentions: 7 },
      { at: noon - minuteMs, mentions: 0 },
      { at: noon, mentions: 0 },
    ]);
  });

  it('draws nothing from before anything was known', () => {
    const state = makeFigures({ from: noon - 10 * minuteMs, knownFrom: noon - 2 * minuteMs });
    expect(volumePoints(state, 'a').map((point) => point.at)).toEqual([noon - minuteMs, noon]);
    expect(volumePoints(makeFigures({ knownFrom: 0 }), 'a')).toEqual([]);
  });
});

describe('sentimentPoints', () => {
  it('speaks of a trailing stretch, and is silent while that holds too few opinions', () => {
    const at = (minutes: number) => String(noon - minutes * minuteMs);
    const state = makeFigures({
      from: noon - 3 * minuteMs,
      series: { a: { [at(3)]: makeCell(3, 2, 1), [at(2)]: makeCell(3, 2, 1), [at(1)]: makeCell(9, 0, 9) } },
    });
    const points = sentimentPoints(state, 'a', exact, 2);
    expect(points.map((point) => point.net && Math.round(point.net))).toEqual([null, 33, -67]);
  });
});

describe('hourlyPoints', () => {
  const step = 5 * minuteMs;
  const from = noon - 6 * hourMs;
  const series = Object.fromEntries(Array.from({ length: 72 }, (_, index) => [from + index * step, makeCell(10)]));
  const sixHours = makeFigures({ from, to: noon, stepMs: step, series: { a: series } });
  const lastHour = makeFigures({ to: noon + 40_000, now: { a: { '*': makeCell(123, 20, 10) } } });

  it('says at each point what the figure would have said, and ends in the figure itself', () => {
    const { volume, sentiment } = hourlyPoints(sixHours, lastHour, 'a', exact);
    expect(volume[0]).toEqual({ at: from + hourMs, mentions: 120 });
    expect(volume.at(-1)).toEqual({ at: noon + 40_000, mentions: 123 });
    expect(sentiment.at(-1)!.net).toBeCloseTo(100 / 3);
    expect(volume).toHaveLength(62);
  });

  it('begins a full hour after the first post, because an hour half heard is not an hour', () => {
    const late = { ...sixHours, knownFrom: noon - 2 * hourMs };
    expect(hourlyPoints(late, lastHour, 'a', exact).volume[0]!.at).toBe(noon - hourMs);
  });
});
