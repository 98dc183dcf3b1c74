import { describe, expect, it } from 'vitest';
import { brandFigures, directionOf, voiceRows } from '../../../client/select/brandFigures.ts';
import { noError } from '../../../shared/uncertainty.ts';
import { makeCell, makeFigures, noon } from '../../support/makeFrames.ts';

const set = ['a', 'b', 'c'];
const exact = noError;

describe('brandFigures', () => {
  const state = makeFigures({
    now: { a: { '*': makeCell(400, 120, 40, 30) }, b: { '*': makeCell(100) } },
    before: { a: { '*': makeCell(100, 30, 30) }, b: { '*': makeCell(100) } },
  });

  it('counts mentions of all and opinions of significant mentions', () => {
    const figures = brandFigures(state, 'a', set, exact);
    expect(figures).toMatchObject({ mentions: 400, before: 100, opinions: 160, significant: 190 });
    expect(figures.net?.net).toBeCloseTo(50);
    expect(figures.neutralShare).toBeCloseTo(30 / 190);
  });

  it('counts the unscored mentions of this brand alone', () => {
    expect(brandFigures(state, 'a', set, exact).unscored).toBe(400 - 120 - 40 - 30);
    expect(brandFigures(state, 'b', set, exact).unscored).toBe(100);
  });

  it('claims a rise that is surer than 90 %, in buzz, opinion and share', () => {
    const figures = brandFigures(state, 'a', set, exact);
    expect([figures.buzz, figures.sentiment, figures.voice]).toEqual(['up', 'up', 'up']);
  });

  it('has no share where no other brand was heard, now or before: 100 % would say nothing', () => {
    const alone = makeFigures({ now: { a: { '*': makeCell(300) } }, before: { a: { '*': makeCell(200) } } });
    expect(brandFigures(alone, 'a', set, exact)).toMatchObject({ share: null, shareBefore: null, isAlone: true });
    expect(brandFigures(alone, 'a', ['a'], exact)).toMatchObject({ share: 1, isAlone: false });
    const heard = makeFigures({ now: { a: { '*': makeCell(300) } }, before: { b: { '*': makeCell(1) } } });
    expect(brandFigures(heard, 'a', set, exact)).toMatchObject({ share: 1, isAlone: false });
  });

  it('claims nothing about a difference that chance explains', () => {
    const few = makeFigures({
      now: { a: { '*': makeCell(12, 4, 3) } },
      before: { a: { '*': makeCell(10, 3, 3) } },
    });
    const figures = brandFigures(few, 'a', set, exact);
    expect([figures.buzz, figures.sentiment]).toEqual(['same', 'same']);
  });

  it('has no figure for fewer than five opinions, but says how many there are', () => {
    const few = makeFigures({ now: { a: { '*': makeCell(12, 3, 1) } } });
    expect(brandFigures(few, 'a', set, exact)).toMatchObject({ net: null, opinions: 4 });
  });

  it('compares with nothing when the preceding period was only half heard', () => {
    const late = { ...state, knownFrom: noon - 90 * 60_000 };
    const figures = brandFigures(late, 'a', set, exact);
    expect(figures).toMatchObject({ before: null, buzz: 'unknown', sentiment: 'unknown', voice: 'unknown' });
    expect(figures.shareBefore).toBeNull();
  });

  it('widens the interval by the error of the scorer', () => {
    const sure = brandFigures(state, 'a', set, exact).net!;
    const honest = brandFigures(state, 'a', set, { ...noError, sd: 0.5 }).net!;
    expect(honest.high - honest.low).toBeGreaterThan(sure.high - sure.low + 30);
  });
});

describe('voiceRows', () => {
  it('adds up to one over the set, whoever is in focus, and puts the focus first', () => {
    const state = makeFigures({
      now: { a: { '*': makeCell(30) }, b: { '*': makeCell(60) }, c: { '*': makeCell(10) }, z: { '*': makeCell(500) } },
    });
    const rows = voiceRows(state, set, 'c');
    expect(rows.map((row) => row.brand)).toEqual(['c', 'b', 'a']);
    expect(rows.reduce((sum, row) => sum + row.share!, 0)).toBeCloseTo(1);
  });

  it('has no shares where nobody of the set was named', () => {
    expect(voiceRows(makeFigures(), set, 'a').every((row) => row.share === null)).toBe(true);
  });
});

describe('directionOf', () => {
  it.each([
    [0.95, 'up'],
    [0.9, 'same'],
    [0.5, 'same'],
    [0.05, 'down'],
    [null, 'unknown'],
  ] as const)('calls a probability of %s %s', (probability, direction) => {
    expect(directionOf(probability)).toBe(direction);
  });
});
