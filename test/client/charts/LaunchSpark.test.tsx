import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LaunchSpark } from '../../../client/charts/LaunchSpark.tsx';

const hour = 3_600_000;
const draw = (points: { offsetMs: number; mentions: number }[]) =>
  renderToStaticMarkup(
    <LaunchSpark
      width={280}
      height={40}
      fromMs={-4 * hour}
      toMs={24 * hour}
      top={100}
      stepMs={hour}
      points={points}
      color="red"
      label="what"
    />,
  );

it('marks T0 by one whole line at its place on the axis, however far the launch has come', () => {
  for (const points of [
    [{ offsetMs: 0, mentions: 40 }],
    [
      { offsetMs: -hour, mentions: 1 },
      { offsetMs: 23 * hour, mentions: 9 },
    ],
  ]) {
    const line = /<line[^>]*data-t0[^>]*>/.exec(draw(points))?.[0] ?? '';
    expect(line).toContain('x1="40" x2="40" y1="0" y2="39"');
    expect(line).not.toContain('dasharray');
  }
});
