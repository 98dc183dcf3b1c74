// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BrandThemeMatrix } from '../../../client/charts/BrandThemeMatrix.tsx';
import { type TimeEvent, TimeSeries } from '../../../client/charts/TimeSeries.tsx';
import { matrixOf } from '../../../client/select/explorePicture.ts';
import { noError } from '../../../shared/uncertainty.ts';

afterEach(cleanup);

const lines = [
  { key: 'a', name: 'Solenne', color: 'red', figure: '60', isFocus: true },
  { key: 'b', name: 'Kaoline', color: 'blue', figure: '6', isFocus: false },
];

function draw(events: TimeEvent[] = []) {
  return render(
    <TimeSeries
      width={500}
      height={200}
      rows={[
        { at: 0, a: 0, b: 1 },
        { at: 50, a: 100, b: 2, 'a~open': 100 },
        { at: 100, a: null, b: null, 'a~open': 50 },
      ]}
      lines={lines}
      from={0}
      to={100}
      domain={[0, 100]}
      yTicks={[0, 50, 100]}
      formatY={String}
      xTicks={[0, 50, 100]}
      formatX={(at) => `t${at}`}
      label="Mentions"
      events={events}
    />,
  );
}

describe('TimeSeries', () => {
  it('draws each line from its rows, from zero at the bottom to the top of its domain', () => {
    const { container } = draw();
    const paths = [...container.querySelectorAll('path.recharts-line-curve')];
    // Plot: x from 44 to 350, y from 8 (100) to 178 (0). What the last bucket holds so far is no fall of the line.
    const red = paths.filter((path) => path.getAttribute('stroke') === 'red');
    expect(red.map((path) => path.getAttribute('d'))).toEqual(['M44,178L197,8']);
  });

  it('names the lines at their ends and the chart in words', () => {
    const { container } = draw();
    expect(container.textContent).toContain('Solenne 60');
    expect(container.textContent).toContain('t50');
    expect(screen.getByRole('img', { name: 'Mentions' })).toBeTruthy();
  });

  it('names each event once, below the curve those that found no room above it', () => {
    const name = 'a film whose name is far too long for a plot of so few pixels, told in full all the same';
    const { container } = draw([
      { at: 50, name: 'T0', isStrong: true },
      { at: 60, name },
    ]);
    expect(screen.getByText(name).closest('svg')).toBeNull();
    expect(screen.getByText('T0').closest('svg')).toBeTruthy();
    expect(container.querySelectorAll('p span')).toHaveLength(1);
  });

  it('draws a brand’s first value with its interval, and beside it its own name', () => {
    const sentiment = [
      { key: 'a', name: 'Solenne', color: 'red', figure: '+50', isFocus: true },
      { key: 'b', name: 'Kaoline', color: 'blue', figure: '-20', isFocus: false },
      { key: 'c', name: 'Nordvale', color: 'green', figure: 'too few', isFocus: false },
    ];
    const { container } = render(
      <TimeSeries
        width={500}
        height={130}
        rows={[{ at: 50, a: 50, 'a~start': 50, 'a~band': [-30, 90], b: -20, 'b~start': -20, c: null }]}
        lines={sentiment}
        from={0}
        to={100}
        domain={[-100, 100]}
        yTicks={[-100, 0, 100]}
        formatY={String}
        xTicks={[]}
        formatX={String}
        label="Net sentiment"
        bandKey="a"
      />,
    );
    // A plot of 100 px for 200 points, from y = 8.
    const bar = container.querySelector('[data-lone]')!;
    expect(['y', 'height'].map((name) => Math.round(Number(bar.getAttribute(name))))).toEqual([13, 60]);
    const height = (key: string) => container.querySelector(`[data-begun="${key}"] circle`)!.getAttribute('cy');
    const named = (name: string) => Number(screen.getByText(name).closest('text')!.getAttribute('y')) - 4;
    expect([named('Solenne'), named('Kaoline'), named('Nordvale')]).toEqual([33, 68, 108]);
    expect([height('a'), height('b')]).toEqual(['33', '68']);
  });

  it('rings a first value that lies under another', () => {
    const { container } = render(
      <TimeSeries
        width={500}
        height={130}
        rows={[{ at: 50, a: null, 'a~start': 4, b: null, 'b~start': 4 }]}
        lines={lines}
        from={0}
        to={100}
        domain={[0, 4]}
        yTicks={[0, 4]}
        formatY={String}
        xTicks={[]}
        formatX={String}
        label="Mentions"
      />,
    );
    const radii = [...container.querySelectorAll('[data-begun] circle')].map((circle) => circle.getAttribute('r'));
    expect(radii).toEqual(['6.5', '3.5']);
  });
});

describe('BrandThemeMatrix', () => {
  it('opens a cell by a click, and says in words what stands in it', () => {
    const point = (key: string, mentions: number, positive: number, negative: number) => ({
      at: 0,
      key,
      mentions,
      distinct: mentions,
      significant: 0,
      positive,
      neutral: 0,
      negative,
      reach: 0,
      engagement: 0,
    });
    const matrix = matrixOf(
      { matrixBrands: [point('a', 90, 60, 5)], themesOf: { a: [point('price', 60, 2, 50), point('scent', 3, 1, 1)] } },
      { brands: ['a'], themes: ['price', 'scent', 'ethics'] },
      { whole: noError, theme: noError },
    );
    const choose = vi.fn();
    render(
      <BrandThemeMatrix
        matrix={matrix}
        caption="Brand by theme"
        brandName={() => 'Solenne'}
        themeName={(id) => id}
        themeDoubt={(id) => (id === 'price' ? { note: '50 % filed right', why: 'Often wrong' } : undefined)}
        color={() => 'red'}
        words={{ all: 'All', tooFew: 'too few', brand: 'Brands' }}
        formatCount={String}
        formatNet={({ net, low, high }) => [`${Math.round(net)}`, `±${Math.round((high - low) / 2)}`, 'ends']}
        describe={(brand, theme) => [`${brand} ${theme}:`, 'mentions, net']}
        isChosen={(_, theme) => theme === 'price'}
        onChoose={choose}
      />,
    );
    const price = screen.getByRole('button', { name: /^a price:\s*60\s*mentions, net/ });
    expect(price.textContent).toContain('-92');
    // Its -92 is sure, and it is a theme under which half is filed wrongly: grey, without a mark, and it says so.
    expect(price.querySelector('svg')).toBeNull();
    expect(screen.getByRole('columnheader', { name: /price\s*50 % filed right/ }).title).toBe('Often wrong');
    expect(price.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('button', { name: /^a scent:\s*3/ }).textContent).toContain('too few');
    expect(screen.getByRole('button', { name: /^a ethics:\s*0/ })).toHaveProperty('disabled', true);
    fireEvent.click(price);
    expect(choose).toHaveBeenCalledExactlyOnceWith('a', 'price');
  });
});
