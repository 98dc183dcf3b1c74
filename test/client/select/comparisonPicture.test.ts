import { describe, expect, it } from 'vitest';
import { comparisonPicture, isBlank, offsetTicks } from '../../../client/select/comparisonPicture.ts';
import { comparisonRows } from '../../../client/select/comparisonRows.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';
import { countedLaunch, makeComparison, steadyPast } from '../../support/makeComparison.ts';

const launch = countedLaunch('balm', [40, 50, 60, 50]);

describe('the picture of a comparison', () => {
  it('draws lines by name below three past launches, one range below ten, two bands from ten on', () => {
    for (let count = 0; count <= 14; count += 1) {
      const comparison = makeComparison(launch, steadyPast(count));
      const { lines, outer, inner, median, launches } = comparisonPicture(comparison);
      const isDrawn = (points: readonly unknown[]) => points.some((point) => point !== null);
      expect(lines.length, `${count} lines`).toBe(count < 3 ? count : 0);
      expect(isDrawn(median), `${count} median`).toBe(count >= 3);
      expect(isDrawn(outer), `${count} range`).toBe(count >= 3);
      expect(isDrawn(inner), `${count} inner`).toBe(count >= 10);
      expect(launches).toBe(count < 3 ? 0 : count);
      expect(comparisonRows(comparison).columns).toHaveLength(count < 3 ? 1 + count : count < 10 ? 4 : 6);
    }
  });

  it('holds every figure in its domain, from zero where counts are told', () => {
    for (const metric of ['mentions', 'distinct', 'net'] as const) {
      const picture = comparisonPicture(makeComparison(launch, steadyPast(5), { metric }));
      const { low, high } = picture.domain;
      const values = [...picture.launch, ...picture.median].flatMap((point) => point?.value ?? []);
      values.push(...picture.outer.flatMap((range) => (range ? [range.low, range.high] : [])));
      expect(values.length).toBeGreaterThan(4);
      for (const value of values) expect(value >= low && value <= high, `${metric} ${value}`).toBe(true);
      if (metric !== 'net') expect(low).toBe(0);
    }
  });

  it('draws nothing across a bucket that is missing or says nothing', () => {
    const few = countedLaunch('balm', [40, 0, 60, 70]);
    expect(comparisonPicture(makeComparison(few, [], { metric: 'net' })).launch.map((point) => point === null)).toEqual(
      [false, true, false, false],
    );
    const torn = countedLaunch('balm', [40, 50, 60, 70]);
    torn.points.splice(1, 1);
    expect(comparisonPicture(makeComparison(torn, [])).launch.map((point) => point?.value ?? null)).toEqual([
      40,
      null,
      60,
      70,
    ]);
  });

  it('marks what nobody heard before now, and nothing that is to come', () => {
    const late = countedLaunch('balm', [40, 50], {}, 3);
    const { unheard } = comparisonPicture(makeComparison(late, [], { nowHour: 5 }));
    expect(unheard).toEqual([{ fromMs: 0, toMs: 3 * hourMs }]);
    const none = countedLaunch('balm', [], { heard: null, missing: 'not-heard' });
    const ahead = comparisonPicture(makeComparison(none, [], { nowHour: -30 }));
    expect(ahead.unheard).toEqual([]);
    expect(isBlank(ahead)).toBe(true);
    expect(comparisonPicture(makeComparison(none, [], { nowHour: 30 })).unheard).toEqual([
      { fromMs: 0, toMs: 12 * hourMs },
    ]);
  });

  it('ends a little after the last figure that is known: half a picture of nothing tells nothing', () => {
    const long = { toHour: 48, nowHour: 4 };
    const picture = comparisonPicture(makeComparison(launch, steadyPast(3), long));
    // The last past point stands at T+11.5 h.
    expect(picture.toMs / hourMs).toBeCloseTo(11.5 * 1.05, 5);
    expect(picture.ticks.every((tick) => tick <= picture.toMs)).toBe(true);
    const whole = comparisonPicture(makeComparison(launch, steadyPast(3, 48), long));
    expect(whole.toMs).toBe(48 * hourMs);
    const ahead = countedLaunch('balm', [5, 5], {}, -4);
    expect(comparisonPicture(makeComparison(ahead, [], { fromHour: -4, toHour: 48 })).toMs).toBeGreaterThan(0);
  });

  it('has ticks at round distances that T0 is one of', () => {
    for (const [from, to] of [
      [-24, 48],
      [-168, 48],
      [-672, 24],
      [-72, 336],
      [-168, 672],
      [-7, 5],
    ] as const) {
      const ticks = offsetTicks(from * hourMs, to * hourMs, 9);
      expect(ticks).toContain(0);
      expect(ticks.length).toBeLessThanOrEqual(11);
      expect(ticks.every((tick) => tick >= from * hourMs && tick <= to * hourMs)).toBe(true);
    }
    expect(offsetTicks(-28 * dayMs, dayMs, 5).every((tick) => tick % dayMs === 0)).toBe(true);
  });
});

it('tells the table what the chart draws, bucket by bucket', () => {
  const { columns, rows } = comparisonRows(makeComparison(launch, steadyPast(2)));
  expect(columns).toEqual(['launch', 'line past1', 'line past2']);
  expect(rows).toHaveLength(12);
  expect(rows[0]).toEqual({ offsetMs: 0, figures: { launch: 40, 'line past1': 10, 'line past2': 20 } });
  expect(rows[11]!.figures).toEqual({ 'line past1': 10, 'line past2': 20 });
  const ranged = comparisonRows(makeComparison(launch, steadyPast(3)));
  expect(ranged.rows[1]!.figures).toEqual({ launch: 50, median: 20, low: 10, high: 30 });
});
