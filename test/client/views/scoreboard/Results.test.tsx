// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { afterEach, expect, it } from 'vitest';
import { createFormat } from '../../../../client/ui/format.ts';
import { scoreboardEn } from '../../../../client/ui/words/scoreboard.en.ts';
import { sharedEn } from '../../../../client/ui/words/shared.en.ts';
import { Answer, Results } from '../../../../client/views/scoreboard/Results.tsx';
import type { MeasuredShare, ScoreboardAnswer, SheetAnswer } from '../../../../shared/scoreboard.ts';
import { measuredErrors } from '../../../../shared/uncertainty.ts';

afterEach(cleanup);

const few: MeasuredShare = { labels: 3, share: null, low: null, high: null };
const board: ScoreboardAnswer = {
  days: 90,
  sheets: 6,
  labels: 102,
  sentiment: { labels: 84, share: 0.87, low: 0.78, high: 0.93 },
  recall: few,
  precision: few,
  mentionRecall: few,
  byBrand: [],
  byTheme: [],
  byLanguage: [],
  themes: [],
  errors: measuredErrors,
};
const format = createFormat('en', 'UTC');
const shown = (part: React.ReactNode) => {
  const { container } = render(
    <IntlProvider locale="en" messages={{ ...sharedEn, ...scoreboardEn }}>
      {part}
    </IntlProvider>,
  );
  return container;
};
const plain = (element: Element | null | undefined) => element?.textContent?.replace(/\s/g, ' ');

it('says a figure once: its note has the interval and the labels only, and its track has ends', () => {
  const [read, found] = shown(<Answer board={board} format={format} />).querySelectorAll('dl > div');
  const [figure, track, note] = [...read!.querySelectorAll('dd')].map(plain);
  expect(figure).toBe('87 %');
  expect(track).toBe('0100 %');
  expect(note).toMatch(/^78–93 % · 84 labels; of mentions/);
  expect(plain(found!.querySelector('dd:last-child'))).toMatch(/^3 labels; of all posts/);
});

it('says how much narrower the labels make net sentiment’s interval, and nothing where they are too few to', () => {
  const told = (errors: ScoreboardAnswer['errors']) =>
    plain(shown(<Answer board={{ ...board, errors }} format={format} />).querySelector('[data-narrowed]'));
  expect(told(measuredErrors)).toBeUndefined();
  const { whole, theme } = measuredErrors;
  expect(told({ whole: { ...whole, sd: 0.6 }, theme: { ...theme, sd: 0.8 } })).toBe(
    'Labels make net sentiment surer on every screen: a figure of zero has the interval ±46 (without labels ±60), a theme’s ±58 (±72).',
  );
  // Where people stand elsewhere than the machine, a figure of zero has what every screen gives it.
  expect(told({ whole: { ...whole, shift: -0.32, sd: 0.575 }, theme: { ...theme, sd: 0.8 } })).toContain('−56…+30 (');
  // One label leaves ±60 of ±60.
  expect(told({ whole: { ...whole, sd: 0.848 }, theme: { ...theme, sd: 1.099 } })).toBeUndefined();
});

const names = { theme: (id: string) => id, brand: (id: string) => id } as never;
const toldOf = (weights: SheetAnswer['weights']) =>
  plain(shown(<Results board={board} weights={weights} names={names} format={format} />).querySelector('h2 + div > p'));

it('says what the kinds are and what one label stands for, and not where a kind has none', () => {
  expect(toldOf({ significant: 1_851, important: 4_594, 'set-aside': 3_376 })).toContain(
    'significant (kept for reading), other mentions, and what is no mention',
  );
  expect(toldOf({ significant: 1_851, important: 4_594, 'set-aside': 3_376 })).toContain(
    'Today one label stands for 1,851 significant posts, 4,594 other mentions or 3,376 that are none.',
  );
  expect(toldOf({ significant: 0, important: 4_594, 'set-aside': 3_376 })).not.toContain('Today');
});
