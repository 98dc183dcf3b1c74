import { expect, it } from 'vitest';
import { launchFigures } from '../../../client/select/launchFigures.ts';
import type { ComparedLaunch, Standing } from '../../../shared/launchComparison.ts';
import { hourMs } from '../../../shared/rollup.ts';

const standing: Standing = {
  ...{ fromMs: 0, toMs: 2 * hourMs, mentions: 9, value: 9, launches: 0 },
  texts: { count: 7, value: 7 },
};
const launchOf = (counts: readonly number[], heard: ComparedLaunch['heard']): ComparedLaunch => ({
  ...{ id: 'a', name: 'A', brand: 'b', at: 0, counts: 'product', size: null, heard },
  points: counts.map((mentions, index) => ({
    ...{ offsetMs: (index - 1) * hourMs, mentions, distinct: mentions - 1, value: mentions },
    ...{ positive: mentions, neutral: 1, negative: 0 },
  })),
});

it('adds up what is drawn, and what is as far as the launch has come, where that was heard', () => {
  const whole = launchOf([1, 5, 4, 7], { fromMs: -hourMs, toMs: 3 * hourMs });
  expect(launchFigures(whole, standing, hourMs)).toEqual({
    soFar: { fromMs: 0, toMs: 2 * hourMs, mentions: 9, texts: 7 },
    drawn: { fromMs: -hourMs, toMs: 3 * hourMs, mentions: 17, texts: 13 },
    peak: { mentions: 7, texts: 6 },
    // Of the stretch that is told, not of all that is drawn.
    opinions: { positive: 9, neutral: 2, negative: 0 },
  });
  const short = launchOf([1, 5], { fromMs: -hourMs, toMs: hourMs });
  expect(launchFigures(short, standing, hourMs)).toMatchObject({ soFar: null, drawn: { mentions: 6 } });
  expect(launchFigures(launchOf([], null), standing, hourMs)).toEqual({
    ...{ soFar: null, drawn: null, peak: null },
    opinions: { positive: 0, neutral: 0, negative: 0 },
  });
});
