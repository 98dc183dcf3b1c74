// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { KeptCurve } from '../../../client/charts/KeptCurve.tsx';
import { createFormat } from '../../../client/ui/format.ts';

afterEach(cleanup);

const perDay = Array.from({ length: 101 }, (_, step) => 36_200 - step * 362);
const curveAt = (threshold: number, value: string) =>
  render(
    <KeptCurve
      perDay={perDay}
      threshold={threshold}
      value={value}
      label="Significant a day"
      format={createFormat('en', 'UTC')}
    />,
  );
const topOf = (element: HTMLElement) => Number.parseFloat(element.style.top);

it('has a round top and zero, and tells the value at the threshold beside its dot', () => {
  const { getByText, getAllByText, getByRole } = curveAt(0.5, '18,100');
  const value = getByText('18,100');
  expect(value.style.left).toBe('50%');
  const [top, zero] = [topOf(getByText('40,000')), topOf(getAllByText('0')[0]!)];
  expect((zero - topOf(value)) / (zero - top)).toBeCloseTo(18_100 / 40_000, 3);
  expect(getByRole('img').getAttribute('aria-label')).toBe('Significant a day: 18,100');
});

it('puts the value left of its dot where the right has no room', () => {
  const sideAt = (threshold: number) => curveAt(threshold, `at ${threshold}`).getByText(`at ${threshold}`).dataset.side;
  expect(sideAt(0.5)).toBe('right');
  expect(sideAt(0.95)).toBe('left');
});
