import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ComparisonChart, comparisonRight, type OffsetEvent } from '../../../client/charts/ComparisonChart.tsx';

const hour = 3_600_000;
const name = 'Solenne Lumière serum, 1,877 from 15:00 to 16:00 (451 distinct texts)';

/** A curve that ends at `last` of an axis from T0 to T+24 h. */
function draw(last: number, past: number | null = null, events: readonly OffsetEvent[] = []): string {
  return renderToStaticMarkup(
    <ComparisonChart
      width={800}
      isCompact={false}
      picture={{
        fromMs: 0,
        toMs: 24 * hour,
        domain: { low: 0, high: 1_000 },
        launch: [
          { offsetMs: 0, value: 10 },
          { offsetMs: last, value: 877 },
        ],
        median: past === null ? [] : [{ offsetMs: past, value: 300 }],
        outer: past === null ? [] : [{ offsetMs: past, low: 100, high: 500 }],
        inner: [],
        lines: [],
        unheard: [],
        ticks: [],
        launches: 0,
      }}
      color="red"
      label="what"
      events={events}
      turns={[]}
      phases={[]}
      words={{ launch: name, median: 'median', range: 'range', unheard: 'not heard' }}
      formatOffset={String}
      formatValue={String}
    />,
  );
}

it('says name, figure and texts of the launch in one line where there is room, in three where the curve ends near the edge', () => {
  expect(draw(6 * hour)).toContain(`>${name}</text>`);
  expect(draw(24 * hour)).toMatch(
    />Solenne Lumière serum,<tspan x="[\d.]+" dy="16">1,877 from 15:00 to 16:00<\/tspan><tspan x="[\d.]+" dy="16">\(451 distinct texts\)</,
  );
});

it('names past launches at their end, and leaves it to the legend where the curve goes on behind them', () => {
  const xOf = (drawn: string, word: string) =>
    Number(drawn.match(`<text class="[a-z ]+" x="([\\d.]+)" y="[\\d.]+">${word}<`)?.[1]);
  const ended = draw(12 * hour, 6 * hour);
  expect([xOf(ended, 'range'), xOf(ended, 'median')]).toEqual([Number.NaN, Number.NaN]);
  const within = draw(3 * hour, 6 * hour);
  expect(xOf(within, 'range')).toBe((800 - comparisonRight) * 0.25 + 10);
});

it('names each decision beside its diamond over the curve, and leaves the letter where its name finds no room', () => {
  const decision = (offsetMs: number, letter: string, called = 'Refill price told') => ({
    ...{ offsetMs, letter, name: called },
    title: `Decision ${letter}: ${called}`,
  });
  const drawn = draw(12 * hour, null, [decision(3 * hour, 'A'), decision(6 * hour, 'B', 'x'.repeat(200))]);
  expect(drawn.match(/data-decision/g)).toHaveLength(2);
  expect(drawn).toContain('>Refill price told</text>');
  expect(drawn).toContain('<title>Decision B: ');
  expect(drawn).not.toContain(`>${'x'.repeat(200)}</text>`);
});

it('puts the words of the scale beside an event’s line that would cross them', () => {
  const scaleX = (events: readonly OffsetEvent[]) =>
    [...draw(6 * hour, null, events).matchAll(/<text[^>]* x="([\d.]+)"[^>]*data-scale/g)].map(([, x]) => Number(x));
  const event = (offsetMs: number) => ({ offsetMs, name: 'teaser film', title: 'teaser film' });
  const lineAt = (offsetMs: number) => ((800 - comparisonRight) * offsetMs) / (24 * hour);
  expect(scaleX([event(12 * hour)])).toEqual([0, 0]);
  expect(scaleX([event(hour / 2)])).toEqual([lineAt(hour / 2) + 5, lineAt(hour / 2) + 5]);
});
