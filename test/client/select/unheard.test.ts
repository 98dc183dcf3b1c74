import { describe, expect, it } from 'vitest';
import { type Heard, isUnheard, unheardIn, unheardOf, within } from '../../../client/select/unheard.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { makeCell, makeFigures, noon } from '../../support/makeFrames.ts';

const hours = (...mentions: number[]): Heard[] =>
  mentions.map((count, index) => ({ at: index * hourMs, mentions: count }));

describe('unheardIn', () => {
  it('takes hours without anything for unheard where the pace on both sides would have filled them', () => {
    expect(unheardIn(hours(40, 40, 40, 40, 0, 0, 40, 40, 40, 40), hourMs)).toEqual([
      { from: 4 * hourMs, to: 6 * hourMs },
    ]);
  });

  it('leaves the silence of few people, and of a night, as it is', () => {
    expect(unheardIn(hours(2, 3, 2, 4, 0, 0, 0, 2, 3, 2, 2), hourMs)).toEqual([]);
    expect(unheardIn(hours(40, 40, 20, 8, 2, 1, 0, 0, 1, 2, 4, 8), hourMs)).toEqual([]);
  });

  it('takes no burst for a pace: a file that was read leaves no outage behind it', () => {
    expect(unheardIn(hours(0, 0, 0, 5_000, 0, 0, 0, 0, 0, 0), hourMs)).toEqual([]);
  });

  it('counts the bucket in which it began or ended to it, and reaches to the end', () => {
    expect(unheardIn(hours(40, 40, 40, 40, 9, 0, 0, 0, 28, 40, 40, 40, 40, 40), hourMs)).toEqual([
      { from: 4 * hourMs, to: 9 * hourMs },
    ]);
    const usual = hours(40, 40, 40, 32, 0, 0, 31, 40, 40, 40);
    expect(unheardIn(usual, hourMs)).toEqual([{ from: 4 * hourMs, to: 6 * hourMs }]);
    expect(unheardIn(hours(40, 40, 40, 40, 0, 0), hourMs)).toEqual([{ from: 4 * hourMs, to: 6 * hourMs }]);
  });
});

describe('unheardOf', () => {
  it('looks at all brands together: a brand alone may be silent', () => {
    const at = (minutes: number) => String(noon - minutes * minuteMs);
    const busy = Object.fromEntries([10, 9, 8, 7, 2, 1].map((minutes) => [at(minutes), makeCell(20)]));
    const state = makeFigures({ from: noon - 10 * minuteMs, to: noon, series: { a: {}, '*': busy } });
    expect(unheardOf(state)).toEqual([{ from: noon - 6 * minuteMs, to: noon - 2 * minuteMs }]);
    const heard = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [at(index + 1), makeCell(20)]));
    expect(unheardOf({ ...state, series: { a: {}, '*': heard } })).toEqual([]);
    expect(unheardOf({ ...state, knownFrom: 0 })).toEqual([]);
  });

  it('takes the bucket that began before the window, and is not sent, for no silence', () => {
    const heard = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [String(noon - (index + 1) * minuteMs), makeCell(90)]),
    );
    const state = makeFigures({ from: noon - 9.5 * minuteMs, to: noon, series: { a: {}, '*': heard } });
    expect(unheardOf(state)).toEqual([]);
    expect(unheardOf({ ...state, from: noon - 10 * minuteMs })).toHaveLength(1);
  });
});

describe('isUnheard', () => {
  it('asks for half of a bucket', () => {
    const gaps = [{ from: 10, to: 20 }];
    expect(isUnheard(gaps, 15, 25)).toBe(true);
    expect(isUnheard(gaps, 16, 26)).toBe(false);
    expect(isUnheard(gaps, 20, 30)).toBe(false);
    expect(within(gaps, { from: 0, to: 12 })).toEqual([{ from: 10, to: 12 }]);
  });
});
