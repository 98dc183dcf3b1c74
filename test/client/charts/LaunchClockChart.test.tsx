import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { LaunchClockChart } from '../../../client/charts/LaunchClockChart.tsx';

/** A tenth of an hour is 10 px; the newest point stands at 960, its words at the right end since there is no room beside it. */
function draw(events: readonly number[], more: { at?: number; unheard?: { from: number; to: number }[] } = {}): string {
  return renderToStaticMarkup(
    <LaunchClockChart
      width={1_000}
      height={500}
      picture={{
        fromMs: 0,
        toMs: 1_000,
        domain: { low: 0, high: 1_000 },
        launch: [
          { offsetMs: 0, value: 100 },
          { offsetMs: more.at ?? 960, value: 877 },
        ],
        lines: [],
        median: [],
        outer: [],
        inner: [],
        launches: 0,
        unheard: [],
        ticks: [],
      }}
      color="red"
      label=""
      events={events.map((offsetMs) => ({ offsetMs, name: 'sold out', isDone: true }))}
      unheard={more.unheard ?? []}
      nowMs={1_000}
      words={{
        now: 'now',
        median: 'median',
        outer: ['8 in 10'],
        inner: 'half',
        unheard: 'not heard',
        unit: (value) => `${value} mentions an hour`,
        last: (_, isNarrow) => (isNarrow ? '15:00 to 16:00' : 'Vela, 15:00 to 16:00'),
      }}
      formatOffset={String}
      formatValue={String}
    />,
  );
}
const words = (drawn: string) => / x="(\d+)" y="[\d.]+" text-anchor="end">([^<]*) <tspan/.exec(drawn)?.slice(1);

it('keeps the words of the newest point over it', () => {
  expect(words(draw([]))).toEqual(['971', 'Vela, 15:00 to 16:00']);
});

it('moves them off the line of an event, then leaves away what stands elsewhere', () => {
  expect(words(draw([650]))).toEqual(['994', 'Vela, 15:00 to 16:00']);
  expect(words(draw([690]))).toEqual(['971', '15:00 to 16:00']);
  expect(words(draw([730]))).toEqual(['996', '15:00 to 16:00']);
  expect(words(draw([800]))).toEqual(['971', '']);
});

it('begins them over the point where there is room, left of now as it is', () => {
  const drawn = draw([], { at: 500 });
  expect(drawn).toMatch(
    / x="489" y="[\d.]+" text-anchor="start"><tspan class="wall-strong">877<\/tspan> Vela, 15:00 to 16:00</,
  );
});

it('sets the word of unheard hours in the middle of them, and the scale beside them', () => {
  const drawn = draw([], { unheard: [{ from: 0, to: 200 }] });
  expect(drawn).toContain('x="100" y="268.5" text-anchor="middle">not heard<');
  expect(drawn).toContain('x="214" y="66">1000 mentions an hour<');
  expect(drawn).toContain('x="214" y="253">500<');
  expect(draw([])).toContain('x="0" y="66">1000 mentions an hour<');
});

it('lets an event without room for its words stand below the words of others', () => {
  const tops = [...draw([100, 110, 120, 130, 140]).matchAll(/<circle cx="(\d+)" cy="(\d+)" r="10"/g)];
  expect(tops).toHaveLength(5);
  // Three rows of words, then the marks alone.
  expect(tops.filter(([, , top]) => Number(top) > 18 + 2 * 38)).toHaveLength(2);
});
