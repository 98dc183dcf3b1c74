import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LaunchCurve, type LaunchCurveProps } from '../../../client/charts/LaunchCurve.tsx';
import { OpinionMark } from '../../../client/charts/OpinionMark.tsx';
import { bandPath, linePath } from '../../../client/charts/path.ts';
import { StripPlot } from '../../../client/charts/StripPlot.tsx';
import { foldVoices, VoiceBars } from '../../../client/charts/VoiceBars.tsx';
import { netDomain, niceTop } from '../../../client/select/niceTop.ts';

describe('paths', () => {
  it('break where nothing is known, and keep a lone point as a dot', () => {
    expect(linePath([{ x: 0, y: 1 }, { x: 2, y: 3 }, null, { x: 4, y: 5 }])).toBe('M0,1h0L2,3M4,5h0');
  });

  it('close a band there and back, one piece for each stretch', () => {
    const band = [{ x: 0, low: 8, high: 2 }, { x: 4, low: 9, high: 3 }, null, { x: 6, low: 1, high: 1 }];
    expect(bandPath(band)).toBe('M0,2L4,3L4,9L0,8Z');
  });
});

const curve: LaunchCurveProps = {
  width: 976,
  compact: false,
  from: 0,
  to: 100,
  volume: [
    { at: 0, mentions: 0 },
    { at: 50, mentions: 100 },
    { at: 100, mentions: 50 },
  ],
  before: [{ at: 100, mentions: 50 }],
  sentiment: [{ at: 100, net: 50, low: 25, high: 75 }],
  events: [{ at: 50, time: '11:20', name: 'film out' }],
  stepMs: 50,
  unheard: [],
  partialFrom: null,
  ticks: [{ at: 0, label: 'T0' }],
  top: 100,
  topLabel: '100',
  halfLabel: '50',
  net: { low: 0, high: 100 },
  color: 'red',
  label: 'Mentions',
  words: {
    last: 'Vela 50 / 5 min',
    before: 'the period before',
    unheard: 'not heard',
    net: 'Net +50',
    netOf: 'last 10 min',
    netColor: 'blue',
  },
};

describe('LaunchCurve', () => {
  it('starts volume at zero and ends at now', () => {
    // 176 px on the right are kept for labels; the top of the axis stands at 44, its zero at 160.
    expect(renderToStaticMarkup(<LaunchCurve {...curve} />)).toContain('d="M0,160h0L400,44L800,102"');
  });

  it('breaks where nothing was heard, and hatches that instead of a line at zero', () => {
    const volume = [0, 10, 20, 70, 80].map((at) => ({ at, mentions: 50 }));
    const drawn = renderToStaticMarkup(
      <LaunchCurve {...curve} stepMs={10} volume={volume} unheard={[{ from: 20, to: 60 }]} />,
    );
    expect(drawn).toContain('d="M0,102h0L80,102L160,102M560,102h0L640,102"');
    expect(drawn).toMatch(/<rect x="160" y="44" width="320"/);
    expect(drawn).toContain('>not heard</text>');
    expect(renderToStaticMarkup(<LaunchCurve {...curve} />)).not.toContain('data-unheard');
  });

  it('dots the line from where a source is missing', () => {
    const drawn = renderToStaticMarkup(<LaunchCurve {...curve} partialFrom={60} />);
    expect(drawn).toContain('d="M0,160h0L400,44"');
    expect(drawn).toMatch(/d="M400,44h0L800,102"[^>]*data-partial/);
  });

  it('keeps two labels at the same end apart', () => {
    const drawn = renderToStaticMarkup(<LaunchCurve {...curve} />);
    const last = Number(/y="([\d.]+)"[^>]*>Vela/.exec(drawn)?.[1]);
    const before = Number(/y="([\d.]+)"[^>]*>the period/.exec(drawn)?.[1]);
    expect(Math.abs(last - before)).toBeGreaterThanOrEqual(15);
  });

  it('leaves events and sentiment out on a phone', () => {
    const drawn = renderToStaticMarkup(<LaunchCurve {...curve} width={350} compact />);
    expect(drawn).not.toContain('film out');
    expect(drawn).not.toContain('Net +50');
    expect(drawn).toContain('Vela 50 / 5 min');
  });
});

describe('LaunchCurve ahead of now', () => {
  const ahead = {
    points: [
      { at: 100, expected: 50, low: 25, high: 75 },
      { at: 150, expected: 100, low: 50, high: 100 },
    ],
    until: 200,
    by: 'expected by 12:00:',
    ends: '25 to 100, line: 100',
    often: '(8 times in 10)',
    beyond: null,
    title: 'how it came out so far',
  };

  it('gives what is expected room of its own on the axis, and says how sure', () => {
    const drawn = renderToStaticMarkup(<LaunchCurve {...curve} ahead={ahead} />);
    // The past keeps the left half of an axis that goes on until twice as far.
    expect(drawn).toContain('d="M0,160h0L200,44L400,102"');
    expect(drawn).toContain('d="M400,73L600,44L600,102L400,131Z"');
    expect(drawn).toContain('how it came out so far');
    expect(drawn).not.toContain('the period before');
    expect(drawn).toMatch(/>expected by 12:00:<tspan[^>]*>25 to 100, line: 100<\/tspan><tspan[^>]*>\(8 times in 10\)</);
    // Without its words beside it, nothing says what the line is.
    expect(drawn).toContain('stroke-width="1.2"');
    expect(renderToStaticMarkup(<LaunchCurve {...curve} compact ahead={ahead} />)).not.toContain('stroke-width="1.2"');
  });

  it('tells the last value above the plot, where it hides nothing of what is expected, and events keep clear of it', () => {
    const events = [{ at: 95, time: '13:40', name: 'sold out online' }];
    const drawn = renderToStaticMarkup(<LaunchCurve {...curve} ahead={ahead} events={events} />);
    const [, x, y] = /<text[^>]*x="([\d.]+)" y="([\d.]+)"[^>]*>Vela 50/.exec(drawn) ?? [];
    expect(Number(y)).toBeLessThan(44);
    expect(Math.abs(Number(x) - 400)).toBeLessThan(2);
    expect(drawn).toMatch(/text-anchor="end"[^>]*>Vela 50/);
    // It ends before the last value's name begins.
    const [, wordsAt] = /<text[^>]*x="([\d.]+)"[^>]*text-anchor="end"><tspan[^>]*>13:40/.exec(drawn) ?? [];
    expect(Number(wordsAt ?? 0)).toBeLessThan(400);
  });

  it('says how high the band goes where the axis cuts it', () => {
    for (const compact of [false, true]) {
      const drawn = renderToStaticMarkup(
        <LaunchCurve {...curve} compact={compact} ahead={{ ...ahead, beyond: '125' }} />,
      );
      expect(drawn).toMatch(/text-anchor="end">↑ (<!-- -->)?125<\/text>/);
      expect(renderToStaticMarkup(<LaunchCurve {...curve} compact={compact} ahead={ahead} />)).not.toContain('↑');
    }
  });

  it('marks decisions with their letter, on a phone too', () => {
    const decisions = [{ at: 50, letter: 'B', name: 'price told', title: 'Decision B, 11:20: price told' }];
    for (const compact of [false, true]) {
      const drawn = renderToStaticMarkup(<LaunchCurve {...curve} compact={compact} decisions={decisions} />);
      expect(drawn).toContain('Decision B, 11:20: price told');
      expect(drawn).toMatch(/>B<\/text>/);
    }
  });
});

describe('marks', () => {
  it('tell opinions apart by shape, not by colour alone', () => {
    const shapes = (['positive', 'neutral', 'negative', 'unscored'] as const).map((kind) =>
      renderToStaticMarkup(<OpinionMark kind={kind} size={24} />).replace(/var\([^)]*\)/g, ''),
    );
    expect(new Set(shapes).size).toBe(4);
  });
});

describe('StripPlot', () => {
  it('puts now and before on one scale, and its labels inside', () => {
    const drawn = renderToStaticMarkup(
      <StripPlot
        width={212}
        now={{ value: 50, low: 40, high: 60 }}
        before={{ value: 0, label: 'before 0' }}
        from={0}
        to={100}
        color="red"
        label="x"
      />,
    );
    expect(drawn).toContain('cx="106"');
    expect(drawn).toContain('cx="6"');
    expect(drawn).toMatch(/<text class="ax" x="44"/);
  });
});

describe('VoiceBars', () => {
  const row = (brand: string, share: number) => ({ brand, mentions: share * 100, share, before: null });

  it('gathers what has no room into one bar, so that the bars still make a whole', () => {
    const bars = foldVoices([row('a', 0.4), row('b', 0.3), row('c', 0.2), row('d', 0.06), row('e', 0.04)], 4);
    expect(bars.map((bar) => bar.brand)).toEqual(['a', 'b', 'c', null]);
    expect(bars.reduce((sum, bar) => sum + bar.share!, 0)).toBeCloseTo(1);
  });

  it('draws a bar as wide as its share', () => {
    const drawn = renderToStaticMarkup(
      <VoiceBars
        width={400}
        height={428}
        rows={foldVoices([row('a', 0.25)], 4)}
        nameOf={String}
        colorOf={() => 'red'}
        percent={String}
        beforeLabel={String}
        caption=""
        label=""
      />,
    );
    expect(drawn).toContain('width="100" height="16" fill="red"');
  });

  it.each([
    [0.66, 'notch', 'var(--bg)'],
    [0.672, 'end', undefined],
    [0.69, 'beyond', 'var(--ink-1)'],
  ])('keeps the end of a bar of 67 percent in sight beside a tick at %d', (before, kind, within) => {
    const drawn = renderToStaticMarkup(
      <VoiceBars
        width={416}
        height={428}
        rows={[{ brand: 'a', share: 0.67, before, isFocus: true }]}
        nameOf={String}
        colorOf={() => 'red'}
        percent={String}
        beforeLabel={String}
        caption=""
        label=""
      />,
    );
    const [, tick] = new RegExp(`data-before="${kind}">(.*?)</g>`).exec(drawn) ?? [];
    const strokes = [...tick!.matchAll(/stroke="(.*?)"/g)].map((found) => found[1]);
    expect(strokes).toEqual(['var(--ink-1)', ...(within === undefined ? [] : [within])]);
  });
});

describe('axes', () => {
  it.each([
    [0, 10],
    [3, 4],
    [41, 50],
    [100, 100],
    [101, 150],
    [1705, 2000],
  ])('end volume of %d at %d', (value, top) => {
    expect(niceTop(value)).toBe(top);
  });

  it('keep zero of net sentiment in sight, in steps', () => {
    expect(netDomain([12, 31])).toEqual({ low: 0, high: 50 });
    expect(netDomain([-3, 12])).toEqual({ low: -25, high: 25 });
    expect(netDomain([])).toEqual({ low: -25, high: 25 });
  });
});
