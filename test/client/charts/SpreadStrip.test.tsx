// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SpreadStrip } from '../../../client/charts/SpreadStrip.tsx';

const hour = 3_600_000;

it('draws a bar where something was said, as tall as its share of the most, and none outside of its time', () => {
  const { container, getByRole } = render(
    <SpreadStrip
      width={100}
      height={21}
      from={0}
      to={10 * hour}
      startAt={-hour}
      stepMs={hour}
      counts={[9, 0, 4, 8, 0, 1]}
      color="var(--brand-1)"
      label="13 messages"
    />,
  );
  const bars = [...container.querySelectorAll('rect')].map((bar) =>
    ['x', 'width', 'height'].map((name) => Number(bar.getAttribute(name))),
  );
  expect(bars.map(([x]) => x)).toEqual([10, 20, 40]);
  expect(bars.every(([, width]) => width === 9)).toBe(true);
  expect(bars.map(([, , height]) => Math.round(height!))).toEqual([9, 18, 2]);
  expect(getByRole('img').getAttribute('aria-label')).toBe('13 messages');
});
