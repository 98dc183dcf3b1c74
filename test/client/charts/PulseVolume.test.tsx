import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { PulseVolume, type PulseVolumeProps } from '../../../client/charts/PulseVolume.tsx';

const props: PulseVolumeProps = {
  width: 600,
  height: 200,
  points: [0, 10, 20, 30, 40, 50, 60].map((at) => ({ at, mentions: 50 })),
  domain: [0, 60],
  ahead: null,
  partialFrom: null,
  unheard: { spans: [], widthMs: 10, word: 'not heard' },
  top: 100,
  ticks: [],
  end: 'now',
  events: [],
  color: 'red',
  number: String,
  name: 'mentions an hour',
};
const heard = (from: number, to: number) => ({ ...props.unheard, spans: [{ from, to }] });

it('hatches what was not heard, and names it', () => {
  const drawn = renderToStaticMarkup(<PulseVolume {...props} unheard={heard(20, 50)} />);
  expect(drawn).toMatch(/<rect x="200" y="34" width="300" height="122"/);
  expect(drawn).toContain('>not heard</text>');
  expect(renderToStaticMarkup(<PulseVolume {...props} />)).not.toContain('data-unheard');
});

it('hatches nothing before its first point', () => {
  const drawn = renderToStaticMarkup(<PulseVolume {...props} unheard={heard(-20, 20)} />);
  expect(drawn).toMatch(/<rect x="0" y="34" width="200"/);
});

it('breaks the dotted line of least counts there too', () => {
  const drawn = renderToStaticMarkup(<PulseVolume {...props} partialFrom={50} unheard={heard(10, 30)} />);
  // Above zero at 156, half of the axis' top is at 95.
  expect(drawn).toContain('d="M0,95h0L100,95M400,95h0L500,95"');
  expect(drawn).toMatch(/d="M500,95h0L600,95"[^>]*stroke-dasharray/);
});

it('names an axis line where the curve leaves room for it', () => {
  const place = (points: PulseVolumeProps['points']) => {
    const drawn = renderToStaticMarkup(<PulseVolume {...props} points={points} />);
    const [, left, baseline] = /<text class="wall-tick" x="([\d.]+)" y="([\d.]+)">50</.exec(drawn) ?? [];
    return [Number(left), Number(baseline)];
  };
  const at = (mentions: (at: number) => number) =>
    [0, 10, 20, 30, 40, 50, 60].map((moment) => ({ at: moment, mentions: mentions(moment) }));
  // Half of the top is at 95: above its line, unless the curve runs there.
  expect(place(at(() => 20))).toEqual([0, 87]);
  expect(place(at(() => 60))).toEqual([0, 123]);
  expect(place(at((moment) => (moment === 0 ? 55 : 90)))).toEqual([0, 123]);
});
