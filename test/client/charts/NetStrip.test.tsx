import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { NetStrip } from '../../../client/charts/NetStrip.tsx';

const hour = 3_600_000;

it('says beside the last dot the value of that dot', () => {
  const drawn = renderToStaticMarkup(
    <NetStrip
      width={800}
      plotWidth={632}
      fromMs={0}
      toMs={24 * hour}
      curve={{
        points: [
          { offsetMs: hour, net: 12, low: 0, high: 20 },
          { offsetMs: 2 * hour, net: -37, low: -50, high: -20 },
        ],
        domain: { low: -100, high: 100 },
      }}
      label="what"
      isGrey={false}
      formatValue={String}
    />,
  );
  expect(drawn).toMatch(/<circle[^>]*><\/circle><text[^>]*>-37<\/text>/);
});

it('keeps the name of zero off the name of the lowest line', () => {
  const drawn = renderToStaticMarkup(
    <NetStrip
      width={800}
      plotWidth={632}
      fromMs={0}
      toMs={24 * hour}
      curve={{ points: [{ offsetMs: hour, net: 12, low: 0, high: 20 }], domain: { low: -25, high: 100 } }}
      label="what"
      isGrey={false}
      formatValue={String}
    />,
  );
  const yOf = (name: string) => Number(new RegExp(`y="([\\d.]+)">${name}<`).exec(drawn)?.[1]);
  expect(yOf('-25') - yOf('0')).toBeGreaterThan(20);
});
