import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SignalStrip } from '../../../client/charts/SignalStrip.tsx';

it('draws both series on one time axis, each from zero on its own scale, and breaks where nothing is known', () => {
  const drawn = renderToStaticMarkup(
    <SignalStrip
      width={320}
      right={120}
      from={0}
      to={4}
      t0={2}
      stepMs={1}
      points={[
        { at: 0, value: 500, buzz: 1 },
        { at: 1, value: null, buzz: 2 },
        { at: 2, value: 1_000, buzz: null },
        { at: 3, value: 0, buzz: 4 },
      ]}
      color="red"
      label="TV spend"
      words={{ name: 'TV spend', buzz: 'mentions', t0: 'T0' }}
      ticks={[{ at: 2, label: 'T0' }]}
      format={String}
    />,
  );
  expect(drawn).toContain('d="M0,46h0L50,46M100,18h0L150,18L150,74L200,74"');
  expect(drawn).toContain('d="M0,138h0L50,138L50,124L100,124M150,96h0L200,96"');
  expect(drawn).toContain('x1="100" x2="100"');
});

it('draws values at the edge of an axis, and none beyond it', () => {
  const points = [-2, -1, 0, 1, 2, 3, 4].map((at) => ({ at, value: 10, buzz: 1 }));
  const drawn = renderToStaticMarkup(
    <SignalStrip
      {...{ width: 200, right: 0, from: 0, to: 4, t0: 0, stepMs: 1, points, color: 'red', label: 'Orders' }}
      words={{ name: 'Orders', buzz: 'mentions', t0: 'T0' }}
      ticks={[]}
      format={String}
    />,
  );
  const places = [...drawn.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x));
  expect(Math.min(...places)).toBe(0);
  expect(Math.max(...places)).toBe(200);
  // Without room beside them, what the lines are stands above them.
  expect(drawn).toMatch(/text-anchor="end">Orders</);
});
