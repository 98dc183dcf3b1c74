import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../server/detect/createDetector.ts';
import type { Spike } from '../../../server/detect/createSpikes.ts';
import { findSpikes } from '../../../server/detect/findSpikes.ts';
import { day, hour, makeCounts, minute } from './makeCounts.ts';

const weeks = 8;
const seeds = [1, 2, 3, 4, 5, 6];
const series = [
  { perHour: 2, stepMs: 5 * minute, alpha: 0 },
  { perHour: 24, stepMs: 5 * minute, alpha: 0.3 },
  { perHour: 600, stepMs: 5 * minute, alpha: 0.1 },
  { perHour: 120_000, stepMs: 5 * minute, alpha: 0.05 },
  { perHour: 30, stepMs: hour, alpha: 0.2 },
];

describe('createDetector', () => {
  it.each(series)('is quiet where nothing happens: $perHour an hour in steps of $stepMs ms', (shape) => {
    const spikes = seeds.flatMap((seed) => findSpikes(makeCounts({ ...shape, days: 7 * weeks, seed })));
    // By chance alone a series should raise about one alarm in ten weeks; five times as many would be a bug.
    expect(spikes.length).toBeLessThan((seeds.length * weeks) / 2);
  });

  it.each([
    { perHour: 24, times: 6, within: 60 },
    { perHour: 600, times: 4, within: 15 },
    { perHour: 120_000, times: 2.5, within: 10 },
  ])('tells a burst of two hours within $within minutes at $perHour an hour', ({ perHour, times, within }) => {
    for (const seed of seeds) {
      const at = (20 + seed) * day + 15 * hour;
      const made = makeCounts({
        perHour,
        stepMs: 5 * minute,
        days: 30,
        seed,
        alpha: 0.05,
        bursts: [{ at, hours: 2, times }],
      });
      const spike = findSpikes(made).find((one) => one.until > at);
      expect(spike, `seed ${seed}`).toBeDefined();
      expect(spike!.at).toBeGreaterThanOrEqual(at);
      expect(spike!.at - at).toBeLessThanOrEqual(within * minute);
      expect(spike!.until).toBeGreaterThanOrEqual(at + 2 * hour - 30 * minute);
      expect(spike!.value / spike!.expected).toBeGreaterThan(times / 2);
    }
  });

  it.each([
    { perHour: 24, times: 40, hours: 1 / 12 },
    { perHour: 240, times: 8, hours: 1 / 12 },
    { perHour: 600, times: 6, hours: 0.5 },
    { perHour: 120_000, times: 2.5, hours: 2 },
  ])('says of a burst of $hours hours, x$times at $perHour an hour, that it was over when it was', (shape) => {
    const late = seeds.map((seed) => {
      const at = (20 + seed) * day + 15 * hour;
      const made = makeCounts({
        ...shape,
        stepMs: 5 * minute,
        days: 30,
        seed,
        alpha: 0.05,
        bursts: [{ at, ...shape }],
      });
      const spike = findSpikes(made).find((one) => one.at >= at);
      expect(spike!.until, `seed ${seed}`).toBeGreaterThanOrEqual(at + shape.hours * hour - 5 * minute);
      return spike!.until - (at + shape.hours * hour);
    });
    // By chance the counts after it may go on for a moment; sums of six hours hold it far longer.
    expect(late.filter((ms) => Math.abs(ms) <= 5 * minute).length).toBeGreaterThanOrEqual(seeds.length - 2);
    expect(Math.max(...late)).toBeLessThanOrEqual(30 * minute);
  });

  it('holds two bursts that one spell holds in one spike, until the second is over', () => {
    const at = 20 * day + 12 * hour;
    const bursts = [0, 3].map((after) => ({ at: at + after * hour, hours: 1 / 6, times: 8 }));
    const made = makeCounts({ perHour: 600, stepMs: 5 * minute, days: 22, seed: 5, alpha: 0.05, bursts });
    const spike = findSpikes(made).find((one) => one.at >= at)!;
    expect(spike.until - (at + 3 * hour + 10 * minute)).toBe(0);
  });

  it('says of a burst that it was over when it was, though somewhat more than usual is said hours later', () => {
    const at = 20 * day + 9 * hour;
    const late = seeds.map((seed) => {
      const bursts = [
        { at, hours: 0.25, times: 60 },
        { at: at + 3 * hour, hours: 2, times: 1.7 },
      ];
      const made = makeCounts({ perHour: 40, stepMs: 5 * minute, days: 21, seed, alpha: 0.05, bursts });
      return findSpikes(made).find((one) => one.at >= at)!.until - (at + hour / 4);
    });
    expect(late.filter((ms) => ms <= hour / 2).length).toBeGreaterThanOrEqual(seeds.length - 1);
  });

  it.each([600, 120_000])(
    'tells four times the usual of a quiet weekend, little more than on other days, at %s an hour',
    (perHour) => {
      const at = 20 * day + 12 * hour;
      const told = seeds.map((seed) => {
        const bursts = [{ at, hours: 1, times: 4 }];
        const made = makeCounts({ perHour, stepMs: 5 * minute, days: 21, seed, alpha: 0.02, weekend: 0.4, bursts });
        return findSpikes(made).some((spike) => spike.at >= at && spike.at < at + hour);
      });
      expect(told.filter(Boolean).length).toBeGreaterThanOrEqual(seeds.length - 1);
    },
  );

  it('tells no more false alarms of quiet weekends than of other weeks', () => {
    const spikes = seeds.flatMap((seed) =>
      findSpikes(makeCounts({ perHour: 600, stepMs: 5 * minute, days: 7 * weeks, seed, alpha: 0.05, weekend: 0.4 })),
    );
    expect(spikes.length).toBeLessThan((seeds.length * weeks) / 4);
  });

  it('tells twice the usual for two hours as soon as three days were heard: the night taught no spread', () => {
    const told = seeds.flatMap((seed) =>
      [60, 600, 120_000].map((perHour) => {
        const at = 4 * day + (10 + seed) * hour;
        const bursts = [{ at, hours: 2, times: 2 }];
        const made = makeCounts({ perHour, stepMs: 5 * minute, days: 5, seed, alpha: 0.05, bursts });
        return findSpikes(made).some((spike) => spike.at >= at && spike.at < at + 2 * hour);
      }),
    );
    expect(told.filter(Boolean).length).toBeGreaterThanOrEqual(told.length - 2);
  });

  it('is not taught by a burst on one of the first days that the hour after it is usual', () => {
    const bursts = [
      { at: day + 13 * hour, hours: 1, times: 20 },
      { at: 4 * day + 13 * hour, hours: 1, times: 6 },
    ];
    const made = makeCounts({ perHour: 120, stepMs: 5 * minute, days: 6, seed: 3, alpha: 0.05, bursts });
    expect(findSpikes(made).map(({ at }) => Math.floor(at / hour))).toContain(4 * 24 + 13);
  });

  it('calls a larger burst more severe', () => {
    const severityOf = (times: number) => {
      const bursts = [{ at: 20 * day + 15 * hour, hours: 2, times }];
      const made = makeCounts({ perHour: 120, stepMs: 5 * minute, days: 22, seed: 4, alpha: 0.1, bursts });
      return Math.max(0, ...findSpikes(made).map(({ severity }) => severity));
    };
    const severities = [1, 4, 40].map(severityOf);
    expect(severities[0]).toBeLessThan(severities[1]!);
    expect(severities[1]).toBeLessThan(severities[2]!);
    expect(severities[2]).toBeLessThanOrEqual(10);
  });

  it('knows nothing of the future: a series that ends earlier is answered the same until there (seed 9)', () => {
    const bursts = [12, 19, 26].map((one) => ({ at: one * day + 9 * hour, hours: 3, times: 5 }));
    const { counts, stepMs } = makeCounts({ perHour: 60, stepMs: 5 * minute, days: 30, seed: 9, alpha: 0.1, bursts });
    const answers = (length: number) => {
      const detector = createDetector(stepMs);
      return counts.slice(0, length).map(({ at, value }): Spike | undefined => {
        const spike = detector.push(at, value);
        return spike && { ...spike };
      });
    };
    const whole = answers(counts.length);
    expect(whole.filter(Boolean).length).toBeGreaterThan(20);
    for (const share of [0.2, 0.41, 0.7, 0.9]) {
      const length = Math.floor(counts.length * share);
      expect(answers(length)).toEqual(whole.slice(0, length));
    }
  });

  it('says nothing before three days were seen, and never adds up over a gap', () => {
    const early = makeCounts({
      perHour: 600,
      stepMs: 5 * minute,
      days: 3,
      seed: 1,
      bursts: [{ at: 2 * day, hours: 2, times: 9 }],
    });
    expect(findSpikes(early)).toEqual([]);
    const { counts, stepMs } = makeCounts({ perHour: 600, stepMs: 5 * minute, days: 20, seed: 2, alpha: 0.05 });
    const holed = counts.filter(({ at }) => at < 10 * day || at > 12 * day);
    expect(findSpikes({ counts: holed, stepMs }).filter(({ at }) => at > 12 * day && at < 13 * day)).toEqual([]);
  });

  it('refuses counts out of order', () => {
    const detector = createDetector(minute);
    detector.push(5 * minute, 1);
    expect(() => detector.push(5 * minute, 1)).toThrow('order of time');
  });
});
