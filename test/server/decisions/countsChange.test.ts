import { describe, expect, it } from 'vitest';
import { countsChange, movesAtThisHour, usualMovesOf } from '../../../server/decisions/countsChange.ts';
import { createRandom } from '../../../server/random.ts';
import { hourMs } from '../../../shared/rollup.ts';

const usualBefore = (counts: readonly number[]) => {
  const earlier = counts.slice(0, -1);
  return [usualMovesOf(earlier, 1), movesAtThisHour(earlier, 1)];
};
const of = (mentions: number, heardMs = hourMs) => ({ mentions, heardMs });

describe('the change of a count', () => {
  it('is a ratio of rates that lies in its interval', () => {
    const change = countsChange(of(400), of(800), [])!;
    expect(change.value).toBeCloseTo(2, 2);
    expect(change.low).toBeLessThan(2);
    expect(change.low).toBeGreaterThan(1);
    expect(change.probability).toBeGreaterThan(0.99);
    expect(countsChange(of(400, 2 * hourMs), of(800), [])!.value).toBeCloseTo(4, 2);
  });

  it('turned round is the same change turned round', () => {
    const [up, down] = [countsChange(of(100), of(150), [])!, countsChange(of(150), of(100), [])!];
    expect(down.value).toBeCloseTo(1 / up.value);
    expect(down.low).toBeCloseTo(1 / up.high);
    expect(down.probability).toBeCloseTo(1 - up.probability);
  });

  it('is not told of a handful, nor where nothing was listened to', () => {
    expect(countsChange(of(4), of(5), [])).toBeNull();
    expect(countsChange(of(0, 0), of(500), [])).toBeNull();
  });

  it('is unsure where counts usually move as far', () => {
    const usual = [[0.7, -0.8, 0.6, -0.7, 0.9, -0.6]];
    const change = countsChange(of(4_000), of(8_000), usual)!;
    expect(change.low).toBeLessThan(1);
    expect(change.probability).toBeLessThan(0.9);
  });

  it('holds one in 90 % of series that follow the day and burst by themselves (seed 7)', () => {
    const random = createRandom(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let [held, all] = [0, 0];
    for (let series = 0; series < 600; series += 1) {
      const counts = Array.from({ length: 14 * 24 + 2 }, (_, hour) =>
        Math.round(200 * (1 + 0.5 * Math.sin((hour / 24 + series / 600) * 2 * Math.PI)) * Math.exp(0.25 * normal())),
      );
      const [before, after] = counts.slice(-2) as [number, number];
      const change = countsChange(of(before), of(after), usualBefore(counts))!;
      all += 1;
      if (change.low <= 1 && change.high >= 1) held += 1;
    }
    expect(held / all).toBeGreaterThanOrEqual(0.88);
  });
});

describe('usual moves', () => {
  it('at this hour are those of the same hour on the days before', () => {
    const counts = Array.from({ length: 72 }, (_, hour) => (hour % 24 === 0 ? 7.5 : 0.5));
    expect(movesAtThisHour(counts, 1)).toEqual([Math.log(8), Math.log(8)]);
    expect(movesAtThisHour(counts.slice(0, 24), 1)).toEqual([]);
  });

  it('compare neighbours from the newest backwards, and leave a rest that is no whole span', () => {
    expect(usualMovesOf([9, 1, 1, 4, 4], 2)).toEqual([Math.log(8.5 / 2.5)]);
    expect(usualMovesOf([1, 2], 4)).toEqual([]);
  });
});
