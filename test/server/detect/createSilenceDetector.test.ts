import { describe, expect, it } from 'vitest';
import { createSilenceDetector } from '../../../server/detect/createSilenceDetector.ts';
import { day, hour, makeCounts, minute } from './makeCounts.ts';

const quarter = 15 * minute;

/** Hears the counts until `stopAt` and nothing after; answers when silence was told, asking every five minutes. */
function listen(made: ReturnType<typeof makeCounts>, stopAt: number, among = 10) {
  const detector = createSilenceDetector(made.stepMs, { among });
  const told: number[] = [];
  for (const { at, value } of made.counts) {
    const count = at < stopAt ? value : 0;
    for (let now = at; count === 0 && at > 0 && now < at + made.stepMs; now += 5 * minute)
      if (detector.check(now)) told.push(now);
    detector.push(at, count);
  }
  return { told, detector };
}

describe('createSilenceDetector', () => {
  it.each([
    { perHour: 2, alpha: 0.2, within: 12 * hour },
    { perHour: 60, alpha: 0.2, within: 3 * hour },
    { perHour: 600, alpha: 0.5, within: 90 * minute },
    { perHour: 6_000, alpha: 0.05, within: 20 * minute },
  ])(
    'tells within $within ms that a source of $perHour an hour stopped, and nothing before',
    ({ within, ...shape }) => {
      for (const seed of [1, 2, 3, 4, 5]) {
        const stopAt = 16 * day + 9 * hour;
        const { told } = listen(makeCounts({ ...shape, stepMs: quarter, days: 17, seed }), stopAt);
        expect(told.filter((now) => now < stopAt)).toEqual([]);
        expect(told[0]).toBeGreaterThanOrEqual(stopAt + 10 * minute);
        expect(told[0]).toBeLessThanOrEqual(stopAt + within);
      }
    },
  );

  it('goes on telling until the source is heard again, and then counts from there', () => {
    const stopAt = 10 * day + 9 * hour;
    const made = makeCounts({ perHour: 600, alpha: 0.1, stepMs: quarter, days: 12, seed: 3 });
    const { detector, told } = listen(made, stopAt);
    expect(told.at(-1)).toBe(12 * day - 5 * minute);
    const silence = detector.check(12 * day)!;
    expect(silence).toMatchObject({ at: stopAt, until: 12 * day, value: 0, spanMs: 12 * day - stopAt });
    expect(silence.expected).toBeGreaterThan(10_000);
    expect(silence.severity).toBe(10);
    expect(detector.check(12 * day, 12 * day - minute)).toBeUndefined();
    expect(detector.check(12 * day + 2 * hour, 12 * day - minute)).toMatchObject({ at: 12 * day - minute });
    detector.push(12 * day, 40);
    expect(detector.check(12 * day + quarter + 9 * minute)).toBeUndefined();
  });

  it('does not wonder at a night in which nobody speaks', () => {
    const made = makeCounts({ perHour: 200, stepMs: quarter, days: 14, seed: 5 });
    const isNight = (at: number) => at % day < 7 * hour;
    const counts = made.counts.map(({ at, value }) => ({ at, value: isNight(at) ? 0 : value }));
    const { told } = listen({ ...made, counts }, Number.POSITIVE_INFINITY);
    // The first nights are new to it.
    expect(told.filter((now) => now > 3 * day)).toEqual([]);
  });

  it('knows nothing before a day, and nothing of a source that hardly speaks', () => {
    const made = makeCounts({ perHour: 600, stepMs: quarter, days: 1, seed: 6 });
    expect(listen(made, 20 * hour).told).toEqual([]);
    const seldom = createSilenceDetector(quarter);
    for (let one = 0; one < 8; one += 1) seldom.push(one * 5 * hour, 1);
    expect(seldom.check(5 * day)).toBeUndefined();
  });

  it('takes a step left out for an empty one, and is not changed by being asked', () => {
    const made = makeCounts({ perHour: 3, stepMs: quarter, days: 9, seed: 7 });
    const whole = createSilenceDetector(quarter);
    const sparse = createSilenceDetector(quarter);
    for (const { at, value } of made.counts) {
      whole.push(at, value);
      if (value > 0 || at === 0) sparse.push(at, value);
      if (value > 0) expect(sparse.check(at + 9 * hour)).toEqual(whole.check(at + 9 * hour));
    }
    expect(() => whole.push(0, 1)).toThrow('order of time');
  });
});
