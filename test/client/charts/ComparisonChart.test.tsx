import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ComparisonChart } from '../../../client/charts/ComparisonChart.tsx';

const hour = 3_600_000;
const name = 'Solenne Lumière serum, 877 from 15:00 to 16:00';

/** A curve that ends at `last` of an axis from T0 to T+24 h. */
function draw(last: number): string {
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
        median: [],
        outer: [],
        inner: [],
        lines: [],
        unheard: [],
        ticks: [],
        launches: 0,
      }}
      color="red"
      label="what"
      events={[]}
      turns={[]}
      decisions={[]}
      phases={[]}
      words={{ launch: name, median: 'median', range: 'range', unheard: 'not heard' }}
      formatOffset={String}
      formatValue={String}
    />,
  );
}

it('says name and figure of the launch in one line where there is room, in two where the curve ends near the edge', () => {
  expect(draw(6 * hour)).toContain(`>${name}</text>`);
  expect(draw(24 * hour)).toMatch(/>Solenne Lumière serum,<tspan x="[\d.]+" dy="16">877 from 15:00 to 16:00<\/tspan>/);
});
