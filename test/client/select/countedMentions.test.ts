import { expect, it } from 'vitest';
import { keptOf, neverSignificant } from '../../../client/select/countedMentions.ts';

/** As the server counts a day: to a tenth. */
const perDayOf = (kept: (step: number) => number, days: number) =>
  Array.from({ length: 101 }, (_, step) => Math.round((kept(step) / days) * 10) / 10);

it('tells of the time counted, not of a day: what a threshold keeps, and what none does', () => {
  const days = 854 / 1_440;
  const counted = { perDay: perDayOf((step) => 21_477 - step * 237, days), days, mentions: 27_613 };
  expect(keptOf(counted, 0.5)).toBe(21_477 - 50 * 237);
  expect(neverSignificant(counted)).toBe(27_613 - 21_477);
});

it('finds every count of a week again, though a day of it was rounded', () => {
  for (let kept = 0; kept <= 100; kept++)
    expect(keptOf({ perDay: perDayOf(() => kept, 7), days: 7 }, 0.5), `${kept}`).toBe(kept);
});
