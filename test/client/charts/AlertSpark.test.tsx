import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { AlertSpark } from '../../../client/charts/AlertSpark.tsx';
import { makeCourse } from '../../support/alertStory.ts';

const now = Date.UTC(2026, 10, 12, 15, 5);
const quarter = 15 * 60_000;
/** The quarter-hour that the last bar is. */
const lastQuarter = { at: Math.floor(now / quarter) * quarter + quarter, spanMs: quarter, value: 40, expected: 4 };
const draw = (isNegative: boolean, isKnown = true, figure = lastQuarter) =>
  renderToStaticMarkup(
    <AlertSpark
      course={makeCourse(now, [10, 40])}
      figure={figure}
      width={200}
      height={44}
      isNegative={isNegative}
      isKnown={isKnown}
      label="what"
    />,
  );

it('stands from zero in proportion, the bar that tells in the colour of what it is', () => {
  const tall = [...draw(true).matchAll(/<rect[^>]*? height="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(tall).toHaveLength(24);
  expect(tall.at(-1)! / tall.at(-2)!).toBeCloseTo(4, 5);
  expect(draw(true)).toContain('fill="var(--negative)"');
  expect(draw(false)).not.toContain('fill="var(--negative)"');
});

it('stands at its pace where it is shorter than a bar, beside what the bar leaves', () => {
  const figure = { at: now, spanMs: 5 * 60_000, value: 40, expected: 4 };
  const drawn = draw(true, true, figure);
  expect(drawn.match(/data-told/g)).toHaveLength(1);
  const told = Number(/<rect[^>]*? height="([\d.]+)"[^>]*data-told/.exec(drawn)![1]);
  const rest = Number([...drawn.matchAll(/<rect[^>]*? height="([\d.]+)"[^>]*data-bar=""/g)].at(-1)![1]);
  expect(told / rest).toBeCloseTo(120 / 40, 1);
});

it('colours the bars of a time longer than one, as high as they were', () => {
  const figure = { at: lastQuarter.at, spanMs: 4 * quarter, value: 70, expected: 16 };
  const drawn = draw(true, true, figure);
  expect(drawn.match(/data-told/g)).toHaveLength(4);
  const tall = [...drawn.matchAll(/<rect[^>]*? height="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(tall).toHaveLength(24 + 4);
  expect(tall.at(-1)! / tall.at(-2)!).toBeCloseTo(4, 5);
});

it('draws no usual range where none is known', () => {
  expect(draw(true)).toContain('data-band');
  expect(draw(true, false)).not.toContain('data-band');
});

it('leaves out a step that has just begun: a dot at the end of the axis says nothing', () => {
  const began = Math.floor(now / quarter) * quarter;
  const bars = (minutes: number) =>
    renderToStaticMarkup(
      <AlertSpark
        course={{ ...makeCourse(began, [10, 2]), until: began + minutes * 60_000 }}
        figure={{ at: began, spanMs: quarter, value: 10, expected: 4 }}
        width={200}
        height={44}
        isNegative
        isKnown
        label="what"
      />,
    ).match(/data-bar="running"/g);
  expect(bars(1)).toBeNull();
  expect(bars(14)).toHaveLength(1);
});
