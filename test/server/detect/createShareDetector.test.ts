import { describe, expect, it } from 'vitest';
import { createShareDetector, type ShareDetectorOptions } from '../../../server/detect/createShareDetector.ts';
import type { ShareSpike } from '../../../server/detect/createShareSpikes.ts';
import { createRandom } from '../../../server/random.ts';
import { beta, binomial, poisson } from './chance.ts';
import { day, hour, minute } from './makeCounts.ts';

const quarter = 15 * minute;

type Shares = {
  perHour: number;
  share: number;
  days: number;
  seed: number;
  /** The larger, the less do shares vary beside chance. */
  certainty?: number;
  from?: number;
  hours?: number;
  /** The share in these hours. */
  to?: number;
};

function makeShares({ perHour, share, days, seed, certainty = 100, from = Infinity, hours = 3, to = share }: Shares) {
  const random = createRandom(seed);
  const counts: { at: number; part: number; whole: number }[] = [];
  let today = share;
  for (let at = 0; at < days * day; at += quarter) {
    // Each day has a share of its own, as people have other things to say.
    if (at % day === 0) today = beta(share, certainty, random);
    const waking = 1 + 0.7 * Math.sin((((at / hour) % 24) - 8) * (Math.PI / 12));
    const whole = poisson((perHour / 4) * waking, random);
    const isIn = at >= from && at < from + hours * hour;
    counts.push({ at, part: binomial(whole, isIn ? to : beta(today, 4 * certainty, random), random), whole });
  }
  return counts;
}

function find(counts: ReturnType<typeof makeShares>, options: ShareDetectorOptions = {}): ShareSpike[] {
  const detector = createShareDetector(quarter, options);
  const spikes = new Set<ShareSpike>();
  for (const { at, part, whole } of counts) {
    const spike = detector.push(at, part, whole);
    if (spike) spikes.add(spike);
  }
  return [...spikes];
}

describe('createShareDetector', () => {
  it('raises less than an alarm a day of 300 quiet shares, whatever their size and drift', () => {
    const weeks = 4;
    let series = 0;
    let spikes = 0;
    for (const perHour of [6, 60, 600])
      for (const share of [0.03, 0.3, 0.6])
        for (const certainty of [100, 400])
          for (let seed = 1; seed <= 3; seed += 1) {
            series += 1;
            const counts = makeShares({ perHour, share, certainty, days: 7 * weeks, seed: seed * 41 + perHour });
            spikes += find(counts, { among: 300, direction: 'both' }).length;
          }
    expect((spikes / series / weeks) * 300).toBeLessThan(7);
  });

  it.each([
    { perHour: 60, within: 150 },
    { perHour: 600, within: 60 },
  ])('tells within $within minutes that complaints went from a quarter to seven tenths: $perHour an hour', (shape) => {
    for (const seed of [1, 2, 3, 4]) {
      const from = 10 * day + 13 * hour;
      const counts = makeShares({ ...shape, share: 0.25, days: 11, seed, from, to: 0.7 });
      const spike = find(counts, { among: 300 }).find(({ until }) => until > from);
      expect(spike?.at).toBeGreaterThanOrEqual(from);
      expect(spike!.at + quarter - from).toBeLessThanOrEqual(shape.within * minute);
      expect(spike!.value).toBeCloseTo(spike!.part / spike!.whole, 10);
      expect(spike!.value).toBeGreaterThan(0.45);
      expect(spike!.expected).toBeLessThan(0.4);
      expect(spike!.severity).toBeGreaterThanOrEqual(3);
    }
  });

  it('looks the way it was asked to', () => {
    const from = 10 * day + 13 * hour;
    const fallen = makeShares({ perHour: 600, share: 0.5, days: 11, seed: 3, from, to: 0.1 });
    const ways = (direction: ShareDetectorOptions['direction']) =>
      find(fallen, { direction, among: 300 }).map((spike) => spike.direction);
    expect(ways('up')).toEqual([]);
    expect(ways('down')).toEqual(['down']);
    expect(ways('both')).toEqual(['down']);
  });

  it('says nothing of fewer than twenty, nor before three days', () => {
    // Fifteen in any six hours, all of them complaints after ten days of none.
    const few = Array.from({ length: 15 * 96 }, (_, k) => {
      const whole = k % 8 === 0 ? 5 : 0;
      return { at: k * quarter, part: k > 10 * 96 ? whole : 0, whole };
    });
    expect(find(few)).toEqual([]);
    expect(find(few, { leastWhole: 15 }).length).toBe(1);
    const early = makeShares({ perHour: 600, share: 0.2, days: 3, seed: 5, from: 2 * day, to: 0.9 });
    expect(find(early)).toEqual([]);
  });

  it('knows nothing of the future, and says the same when it hears the same again', () => {
    const counts = makeShares({ perHour: 200, share: 0.3, days: 14, seed: 6, from: 9 * day, to: 0.8 });
    const answers = (length: number) => {
      const detector = createShareDetector(quarter, { direction: 'both' });
      return counts.slice(0, length).map(({ at, part, whole }) => {
        const spike = detector.push(at, part, whole);
        return spike && { ...spike };
      });
    };
    const whole = answers(counts.length);
    expect(whole.filter(Boolean).length).toBeGreaterThan(4);
    for (const share of [0.3, 0.65, 0.9]) {
      const length = Math.floor(counts.length * share);
      expect(answers(length)).toEqual(whole.slice(0, length));
    }
  });

  it('refuses more parts than there are, and what is out of order', () => {
    const detector = createShareDetector(quarter);
    expect(() => detector.push(0, 3, 2)).toThrow('none of its whole');
    detector.push(0, 1, 2);
    expect(() => detector.push(0, 1, 2)).toThrow('order of time');
  });
});
