import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ThemePanels } from '../../../client/charts/ThemePanels.tsx';
import type { ChartRow } from '../../../client/select/timeSeries.ts';

const lines = ['a', 'b', 'c'].map((key) => ({
  key,
  name: key,
  color: `var(--${key})`,
  figure: '9',
  net: '+1',
  feels: 'positive' as const,
  isFocus: false,
}));

const panels = (isCompared: boolean, feeling: readonly ChartRow[] = []) =>
  renderToStaticMarkup(
    <ThemePanels
      width={656}
      columns={2}
      lines={[{ ...lines[0]!, change: { text: '×2.5', isSure: true } }, lines[1]!]}
      rows={[
        { at: 0, a: 0, 'a~before': 100, b: 10, 'b~before': null },
        { at: 100, a: 100, 'a~before': 0, b: 10, 'b~before': null },
      ]}
      feeling={feeling}
      from={0}
      to={100}
      top={100}
      formatY={String}
      formatNet={String}
      xTicks={[0]}
      formatX={String}
      events={[]}
      unheard={[]}
      unheardWord="not heard"
      label="Mentions"
      words={{ net: 'Net sentiment' }}
      isCompared={isCompared}
      describe={() => null}
      onSelect={() => undefined}
    />,
  );

it('puts each line before its own past where it is compared, and none of the others', () => {
  const drawn = panels(true);
  expect(drawn).toMatch(/d="M0,26h0L314,110[^>]*stroke-dasharray/);
  expect(drawn.split('d="M0,110h0L314,26')).toHaveLength(2);
  expect(drawn).toContain('×2.5');
  expect(panels(false)).not.toContain('data-before');
});

it('gives each line a drawing on one scale, in front of all others in grey', () => {
  const drawn = renderToStaticMarkup(
    <ThemePanels
      width={656}
      columns={2}
      lines={lines}
      rows={[
        { at: 0, a: 0, b: 100, c: null },
        { at: 50, a: 50, b: 100, c: 20 },
        { at: 100, a: 100, b: null, c: 10 },
      ]}
      feeling={[
        { at: 0, a: 0, 'a~band': [-50, 50] },
        { at: 100, a: 100, 'a~band': [0, 100] },
      ]}
      from={0}
      to={100}
      top={100}
      formatY={String}
      formatNet={String}
      xTicks={[0]}
      formatX={String}
      events={[{ at: 50, name: 'film out' }]}
      unheard={[]}
      unheardWord="not heard"
      label="Mentions"
      words={{ net: 'Net sentiment' }}
      describe={() => null}
      onSelect={() => undefined}
    />,
  );
  // (656 - 28) / 2 wide, the scale's top at 26 and zero at 110: the same path in front once and behind twice.
  expect(drawn.split('d="M0,110h0L157,68L314,26"')).toHaveLength(4);
  expect(drawn.match(/d="M0,110h0L157,68L314,26"[^>]*stroke="var\(--a\)"/g)).toHaveLength(1);
  expect(drawn.match(/<path[^>]*stroke="var\(--hairline-strong\)"/g)).toHaveLength(6);
  expect(drawn).toContain('Net sentiment');
  // Opinion has its own colour, whatever the line's.
  expect(drawn).toMatch(/<path[^>]*fill="var\(--positive-band\)"/);
  expect(drawn).toContain('fill:var(--positive)');
  expect([...drawn.matchAll(/translate\(([^)]*)\)/g)].map(([, place]) => place)).toEqual(['0 4', '342 4', '0 204']);
});

it('names the scale of net sentiment once, and draws a value with none beside it as a dot in its interval', () => {
  const drawn = panels(true, [
    { at: 0, a: 50, 'a~band': [0, 100] },
    { at: 50, a: null },
    { at: 75, a: 20, 'a~band': [0, 40] },
    { at: 100, a: 30, 'a~band': [10, 50] },
  ]);
  expect([...drawn.matchAll(/data-net-scale="true">([^<]*)</g)].map(([, word]) => word)).toEqual(['100', '0', '-100']);
  expect(drawn.match(/data-lone/g)).toHaveLength(1);
  // From zero in the middle of the strip to its top.
  expect(drawn).toMatch(/data-lone="true"><line x1="0" x2="0" y1="152" y2="130"/);
});
