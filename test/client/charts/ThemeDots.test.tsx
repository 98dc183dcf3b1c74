import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type ThemeDot, ThemeDots } from '../../../client/charts/ThemeDots.tsx';

const words = {
  mentions: '',
  before: '',
  complaint: '',
  praise: 'more praise',
  bars: 'bars: 90 %',
  tooFew: '',
  net: '',
  more: '',
  label: '',
};
const dot = (change: Partial<ThemeDot>): ThemeDot => ({
  id: 'price',
  name: 'Price',
  mentions: 10,
  before: null,
  net: { net: -60, low: -90, high: -30 },
  grey: false,
  netBefore: null,
  isPole: false,
  isClearWeight: false,
  ...change,
});
const marks = (row: ThemeDot) => {
  const drawn = renderToStaticMarkup(
    <ThemeDots width={1300} height={592} rows={[row]} top={10} number={String} signed={String} words={words} />,
  );
  return {
    zeros: drawn.match(/<ellipse/g)?.length ?? 0,
    squares: drawn.match(/<rect x="-17"/g)?.length ?? 0,
    rings: drawn.match(/<circle r="16.5"/g)?.length ?? 0,
    says: drawn.includes('48 % filed right'),
  };
};

it('marks a theme that is often filed wrongly with a ring of its own, on its axis and beside the words, and never as neutral', () => {
  expect(marks(dot({}))).toEqual({ zeros: 0, squares: 1, rings: 0, says: false });
  expect(marks(dot({ grey: true }))).toEqual({ zeros: 1, squares: 0, rings: 0, says: false });
  const doubted = dot({ grey: true, note: '48 % filed right' });
  expect(marks(doubted)).toEqual({ zeros: 0, squares: 0, rings: 2, says: true });
});

it('draws no axis of sentiment where no theme has a figure, but says how few opinions and how many mentions each has', () => {
  const draw = (row: ThemeDot) =>
    renderToStaticMarkup(
      <ThemeDots width={1776} height={592} rows={[row]} top={10} number={String} signed={String} words={words} />,
    );
  const few = draw(dot({ net: null, mentions: 7, tooFew: 'too few: 1 of 5 opinions' }));
  expect(few).toContain('>too few: 1 of 5 opinions</text>');
  expect(few).toContain('>7</text>');
  expect(few).not.toContain('>-50</text>');
  expect(draw(dot({}))).toContain('>-50</text>');
});

it('says what the intervals are only where there is room beside the ends of the axis', () => {
  const draw = (praise: string) =>
    renderToStaticMarkup(
      <ThemeDots
        width={1300}
        height={592}
        rows={[dot({})]}
        top={10}
        number={String}
        signed={String}
        words={{ ...words, praise }}
      />,
    );
  expect(draw('plus d’éloges')).toContain('>bars: 90 %</text>');
  expect(draw('more praise than complaint')).not.toContain('bars: 90 %');
});

it('draws the bar of what has no theme, with its words after it, where axis and row have room', () => {
  const draw = (row: Partial<ThemeDot>, width = 1776) =>
    renderToStaticMarkup(
      <ThemeDots width={width} height={592} rows={[dot(row)]} top={4} number={String} signed={String} words={words} />,
    );
  const few = { net: null, tooFew: 'too few: 1 of 5 opinions', mentions: 2, told: '2 of 4' };
  expect(draw(few)).toContain('height="22"');
  expect(draw(few)).toMatch(/x="680"[^>]*>2 of 4</);
  expect(draw({ ...few, mentions: 5, told: '5 of 9' })).not.toContain('height="22"');
  expect(draw({ mentions: 4, told: '4 of 6,000' }, 1300)).not.toContain('height="22"');
  expect(draw({ mentions: 1, told: '1 of 6,000', net: null }, 1300)).toContain('height="22"');
});
