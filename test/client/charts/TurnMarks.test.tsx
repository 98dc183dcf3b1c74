import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { TurnMarks } from '../../../client/charts/TurnMarks.tsx';
import type { TurnMark } from '../../../client/select/turnMarks.ts';

const mark = (number: number, offsetMs: number, value: number, isConfirmed = false): TurnMark => ({
  number,
  offsetMs,
  value,
  isConfirmed,
  title: `turn ${number}`,
});
const drawn = (marks: readonly TurnMark[]) => {
  const svg = renderToStaticMarkup(
    <svg role="img" aria-label="test">
      <TurnMarks marks={marks} x={(at) => at} y={(value) => 200 - value} top={40} base={200} />
    </svg>,
  );
  return [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="8" fill="([^"]+)"/g)].map(([, x, y, fill]) => ({
    x: Number(x),
    y: Number(y),
    fill,
  }));
};

it('are hollow as suggested, filled once confirmed, and on the curve', () => {
  expect(drawn([mark(1, 50, 100), mark(2, 150, 60, true)])).toEqual([
    { x: 50, y: 100, fill: 'var(--bg)' },
    { x: 150, y: 140, fill: 'var(--ink-1)' },
  ]);
});

it('never cover each other and stay in the plot, however close', () => {
  const places = drawn(Array.from({ length: 6 }, (_, index) => mark(index + 1, 100 + 3 * index, 155)));
  for (const [index, one] of places.entries()) {
    expect(one.y).toBeGreaterThanOrEqual(32);
    expect(one.y).toBeLessThan(200);
    for (const other of places.slice(index + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(18);
  }
});
