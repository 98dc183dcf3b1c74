import { describe, expect, it } from 'vitest';
import {
  biggestMover,
  doubtedPoles,
  fewThemes,
  greyDoubtful,
  nextToPoles,
  themePoles,
  themeRows,
} from '../../../client/select/themeRows.ts';
import { noError, themeError } from '../../../shared/uncertainty.ts';
import { makeCell, makeFigures } from '../../support/makeFrames.ts';

const error = { ...noError, sd: 0.5 };
const themes = ['texture', 'price', 'scent', 'ethics'];
const state = makeFigures({
  now: {
    a: {
      '*': makeCell(1000, 300, 250),
      texture: makeCell(400, 200, 20),
      price: makeCell(300, 20, 180),
      scent: makeCell(100, 40, 38),
      ethics: makeCell(3, 1, 1),
    },
  },
  before: {
    a: {
      '*': makeCell(1000, 300, 250),
      texture: makeCell(400, 200, 20),
      price: makeCell(100, 20, 60),
      scent: makeCell(100, 40, 38),
      ethics: makeCell(3, 1, 1),
    },
  },
});

describe('themeRows', () => {
  const rows = themeRows(state, 'a', themes, error);

  it('sorts from praise to complaint, and puts themes without a figure last', () => {
    expect(rows.map((row) => row.theme)).toEqual(['texture', 'scent', 'price', 'ethics']);
    expect(rows.at(-1)).toMatchObject({ net: null, grey: true, opinions: 2 });
  });

  it('greys a theme that is often wrong, and lets it lead no sentence', () => {
    const doubted = greyDoubtful(rows, new Map([['price', 0.6]]));
    expect(doubted.find(({ theme }) => theme === 'price')!.grey).toBe(true);
    expect(themePoles(rows).hurts!.theme).toBe('price');
    expect(themePoles(doubted)).toMatchObject({ helps: { theme: 'texture' }, hurts: null });
    expect(doubtedPoles(rows, new Map([['price', 0.5]]))).toMatchObject({ helps: null, hurts: { theme: 'price' } });
  });

  it('tells how far each theme pulls the whole', () => {
    expect(rows.find((row) => row.theme === 'price')!.pull!.points).toBeLessThan(-20);
    expect(rows.find((row) => row.theme === 'texture')!.pull!.points).toBeGreaterThan(20);
  });

  it('names the theme that helps and the one that hurts, but none that is only loud', () => {
    const poles = themePoles(rows);
    expect(poles.helps?.theme).toBe('texture');
    expect(poles.hurts?.theme).toBe('price');
    const even = makeFigures({
      now: { a: { '*': makeCell(400, 100, 100), price: makeCell(200, 50, 50), scent: makeCell(200, 50, 50) } },
    });
    expect(themePoles(themeRows(even, 'a', themes, error))).toEqual({ helps: null, hurts: null });
  });

  it('names the theme that moves the whole furthest, though its own figure may be grey, and no smaller one that is surer', () => {
    const crowd = makeFigures({
      now: {
        a: {
          '*': makeCell(1000, 450, 250),
          price: makeCell(300, 30, 150),
          ethics: makeCell(60, 1, 50),
          scent: makeCell(400, 200, 20),
        },
      },
    });
    const wide = themeRows(crowd, 'a', themes, themeError);
    expect(themePoles(wide).hurts).toMatchObject({ theme: 'price', isPullGrey: false });
    const lone = themeRows(crowd, 'a', ['ethics'], themeError);
    expect(themePoles(lone).hurts).toMatchObject({ theme: 'ethics', grey: false });
  });

  it('calls what a theme moves the whole by no fact where that may be nothing', () => {
    const own = themeRows(state, 'a', ['price'], noError)[0]!;
    expect(own).toMatchObject({ grey: false, isPullGrey: false });
    expect(own.pull!.high).toBeLessThan(0);
    // As surely a complaint, but so is all else that is said.
    const among = makeFigures({ now: { a: { '*': makeCell(1000, 90, 720), price: makeCell(300, 20, 240) } } });
    expect(themeRows(among, 'a', ['price'], themeError)[0]).toMatchObject({ grey: false, isPullGrey: true });
  });

  it('names what follows a pole closely, and nothing that weighs less than half as much', () => {
    const twins = makeFigures({
      now: {
        a: {
          '*': makeCell(2000, 600, 600),
          texture: makeCell(300, 200, 10),
          scent: makeCell(240, 160, 10),
          price: makeCell(400, 10, 300),
          ethics: makeCell(80, 5, 50),
        },
      },
    });
    const twinRows = themeRows(twins, 'a', themes, noError);
    expect(themePoles(twinRows)).toMatchObject({ helps: { theme: 'texture' }, hurts: { theme: 'price' } });
    expect(nextToPoles(twinRows)).toMatchObject({ helps: { theme: 'scent' }, hurts: null });
  });

  it('finds the theme whose share of the talk surely moved most', () => {
    expect(biggestMover(rows)?.theme).toBe('price');
  });

  it('falls back on the most mentioned theme where none surely moved', () => {
    const still = makeFigures({ now: state.now, before: state.now });
    expect(biggestMover(themeRows(still, 'a', themes, error))).toMatchObject({ theme: 'texture', weight: 'same' });
  });

  it('keeps the ends that are clear before the most mentioned ones, in their order', () => {
    const many = themeRows(
      makeFigures({
        now: {
          a: {
            '*': makeCell(3_000, 900, 700),
            price: makeCell(900, 450, 300),
            scent: makeCell(800, 380, 300),
            texture: makeCell(400, 390, 5),
            ethics: makeCell(60, 1, 58),
          },
        },
      }),
      'a',
      ['price', 'scent', 'texture', 'ethics'],
      noError,
    );
    expect(many.at(-1)!.theme).toBe('ethics');
    const few = fewThemes(many, 3).map(({ theme }) => theme);
    expect(few).toEqual(['texture', 'price', 'ethics']);
    expect(fewThemes(many, 9)).toEqual(many);
  });
});
