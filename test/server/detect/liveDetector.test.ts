import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../server/detect/createDetector.ts';
import type { Spike } from '../../../server/detect/createSpikes.ts';
import { findSpikes } from '../../../server/detect/findSpikes.ts';
import { createRandom } from '../../../server/random.ts';
import { day, hour, makeCounts, minute } from './makeCounts.ts';

const quarter = 15 * minute;
const shapes = [
  { perHour: 4, alpha: 0.5 },
  { perHour: 60, alpha: 0.1 },
  { perHour: 60_000, alpha: 0.05 },
];
const bursting = (shape: (typeof shapes)[number], seed: number, options = {}) =>
  makeCounts({
    ...shape,
    stepMs: quarter,
    days: 20,
    seed,
    bursts: [8, 12, 17].map((one, k) => ({ at: one * day + 11 * hour, hours: 1 + k, times: 8 })),
    ...options,
  });

describe('a detector that is asked while its step is running', () => {
  it.each(shapes)('answers by peek what a push answers, and is not changed by it: $perHour an hour', (shape) => {
    const random = createRandom(7);
    const { counts, stepMs } = bursting(shape, 7);
    const holed = counts.filter(({ at }) => at < 14 * day || at > 14 * day + 5 * hour);
    const asked = createDetector(stepMs);
    const unasked = createDetector(stepMs);
    let spikes = 0;
    for (const { at, value } of holed) {
      for (let peek = 0; peek < 3; peek += 1) asked.peek(at, Math.floor(random() * 9 * value));
      const foreseen = asked.peek(at, value);
      const told = asked.push(at, value);
      expect(foreseen).toEqual(told);
      expect(told).toEqual(unasked.push(at, value));
      if (told) spikes += 1;
    }
    expect(spikes).toBeGreaterThan(5);
  });

  it.each(shapes)('never claims at a part what it does not at more: $perHour an hour', (shape) => {
    for (const options of [{}, { among: 300, least: 10 }]) {
      const { counts, stepMs } = bursting(shape, 11);
      const detector = createDetector(stepMs, options);
      let changes = 0;
      for (const { at, value } of counts) {
        const answers = [0, 0.3, 0.7, 1, 1.5, 3, 9, 40].map((times) =>
          detector.peek(at, Math.ceil(times * (value + 1))),
        );
        const first = answers.findIndex((answer) => answer !== undefined);
        if (first > 0) changes += 1;
        const later = first < 0 ? [] : answers.slice(first);
        expect(later.every((answer) => answer?.at === later[0]?.at)).toBe(true);
        const severities = later.map((answer) => answer!.severity);
        expect(severities).toEqual([...severities].sort((a, b) => a - b));
        detector.push(at, value);
      }
      expect(changes).toBeGreaterThan(100);
    }
  });

  it.each(shapes)('answers over a file what it answered live, also after a restart: $perHour an hour', (shape) => {
    const made = bursting(shape, 5);
    const copies = (spikes: Iterable<Spike>) => [...spikes].map((spike) => ({ ...spike }));
    const whole = copies(findSpikes(made));
    const restartAt = 12 * day + 11 * hour + 30 * minute;
    const told = new Map<number, Spike>();
    let live = createDetector(made.stepMs);
    for (const { at, value } of made.counts) {
      if (at === restartAt) {
        // The counts are kept, the detector is not: it hears them again.
        live = createDetector(made.stepMs);
        for (const count of made.counts) if (count.at < at) live.push(count.at, count.value);
      }
      live.peek(at, value >> 1);
      const spike = live.push(at, value);
      if (spike) told.set(spike.at, { ...spike });
    }
    expect(whole.length).toBeGreaterThan(1);
    expect([...told.values()]).toEqual(whole);
  });

  it('answers by peek what a push answers where a gap hides the moment at which three days are over', () => {
    const { counts, stepMs } = makeCounts({ perHour: 600, stepMs: quarter, days: 6, seed: 2, alpha: 0.1 });
    const holed = counts.filter(({ at }) => at < 2.8 * day || at > 3.3 * day);
    const asked = createDetector(stepMs);
    for (const { at, value } of holed) {
      const times = at > 3.2 * day && at < 3.5 * day ? 8 : 1;
      asked.peek(at, value * 40);
      const foreseen = asked.peek(at, value * times);
      expect(asked.forecast(at)).toEqual(asked.forecast(at));
      expect(foreseen).toEqual(asked.push(at, value * times));
    }
  });

  it('refuses to look back', () => {
    const detector = createDetector(minute);
    detector.push(5 * minute, 1);
    expect(() => detector.peek(5 * minute, 1)).toThrow('order of time');
  });
});

describe('many series watched together', () => {
  const rates = [2, 30, 600, 6_000, 120_000];
  const alphas = [0, 0.1, 0.5];

  it('raise less than an alarm a day, all of them, whatever their rate and dispersion', () => {
    const weeks = 4;
    let series = 0;
    let spikes = 0;
    for (const perHour of rates)
      for (const alpha of alphas)
        for (let seed = 1; seed <= 8; seed += 1) {
          const weekend = seed % 2 ? 1 : 0.5;
          const made = makeCounts({
            perHour,
            alpha,
            weekend,
            stepMs: quarter,
            days: 7 * weeks,
            seed: seed * 97 + perHour,
          });
          series += 1;
          spikes += findSpikes(made, { among: 300 }).length;
        }
    expect((spikes / series / weeks) * 300).toBeLessThan(7);
  });

  it('still tell within half an hour what is eight times the usual, and at once what comes over a quiet one', () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const at = 15 * day + 13 * hour;
      const bursts = [{ at, hours: 1, times: 8 }];
      const made = makeCounts({ perHour: 600, alpha: 0.05, stepMs: quarter, days: 16, seed, bursts });
      const spike = findSpikes(made, { among: 300, least: 10 }).find((one) => one.at >= at);
      expect(spike?.at).toBeLessThanOrEqual(at + quarter);

      const quiet = makeCounts({ perHour: 2, alpha: 0.2, stepMs: quarter, days: 15, seed });
      const detector = createDetector(quarter, { among: 300, least: 10 });
      for (const count of quiet.counts) detector.push(count.at, count.value);
      expect(detector.peek(15 * day, 40)?.severity).toBeGreaterThanOrEqual(5);
    }
  });

  it('are told more the more somebody wants to hear', () => {
    const made = [1, 2, 3, 4].map((seed) =>
      makeCounts({ perHour: 60, alpha: 0.3, stepMs: quarter, days: 60, seed, weekend: 0.7 }),
    );
    const told = [1, 4, 7, 10].map((sensitivity) =>
      made.reduce((sum, one) => sum + findSpikes(one, { among: 20, sensitivity }).length, 0),
    );
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told[0]).toBe(0);
    expect(told[3]).toBeGreaterThan(10);
  });
});
