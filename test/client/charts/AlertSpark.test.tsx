import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { AlertSpark } from '../../../client/charts/AlertSpark.tsx';
import { makeCourse } from '../../support/alertStory.ts';

const now = Date.UTC(2026, 10, 12, 15, 5);
const draw = (isNegative: boolean, isKnown = true) =>
  renderToStaticMarkup(
    <AlertSpark
      course={makeCourse(now, [10, 40])}
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

it('draws no usual range where none is known', () => {
  expect(draw(true)).toContain('data-band');
  expect(draw(true, false)).not.toContain('data-band');
});
