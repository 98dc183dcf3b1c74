import type { Launch } from '../../shared/domain.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import type { DemoTheme, Tone } from './story.ts';
import { wave } from './wave.ts';

/** A past launch that is told for two weeks: its events, what was decided, and how talk and tone moved. All offsets are ms from T0. */
export type LongStory = {
  fromMs: number;
  toMs: number;
  events: readonly { afterMs: number; name: string; names: { fr: string }; kind: string }[];
  decisions: readonly { afterMs: number; name: string; names: { fr: string }; who: string; expected: string }[];
  lessons: readonly string[];
  /** How much more is said, mentions a minute at the size of today's launch. */
  perMinute(sinceT0: number): number;
  /** How much of the talk of a launch's first day is left. */
  fade(sinceT0: number): number;
  /** How many times as often as usual a theme comes up. */
  times(theme: DemoTheme, sinceT0: number): number;
  /** How many times as often as usual a tone is taken in it. */
  toneTimes(theme: DemoTheme, tone: Tone, sinceT0: number): number;
  /** Reviews of these hours were delivered late, all at once. */
  lateReviews: { fromMs: number; toMs: number; cameMs: number };
};

const between = (at: number, from: number, to: number) => at >= from && at < to;
const refillTold = 8 * hourMs;
const restockTold = 2 * dayMs + 22 * hourMs;
const cardAdded = 9 * dayMs;

/** The Nuit mask: praised for its texture, sold out on its third day, compared by a reviewer on its ninth. Invented. */
export const nuitStory: LongStory = {
  fromMs: -7 * dayMs,
  toMs: 14 * dayMs,
  events: [
    { afterMs: -29 * hourMs, name: 'teaser film', names: { fr: 'film d’annonce' }, kind: 'film' },
    { afterMs: 0, name: 'web shop opens', names: { fr: 'ouverture en ligne' }, kind: 'sale' },
    { afterMs: 2 * dayMs, name: 'film on TV', names: { fr: 'film à la télé' }, kind: 'film' },
    { afterMs: 2 * dayMs + 6 * hourMs, name: 'sold out in shops', names: { fr: 'rupture en magasin' }, kind: 'stock' },
    { afterMs: 8 * dayMs, name: 'a reviewer compares it', names: { fr: 'une critique le compare' }, kind: 'press' },
  ],
  decisions: [
    {
      afterMs: refillTold,
      name: 'Refill price told',
      names: { fr: 'Prix de la recharge annoncé' },
      who: 'Marketing',
      expected: 'Fewer complaints about the price within a day',
    },
    {
      afterMs: restockTold,
      name: 'Restock date told',
      names: { fr: 'Date de retour en stock annoncée' },
      who: 'Sales',
      expected: 'The complaints about “sold out” stop',
    },
    {
      afterMs: cardAdded,
      name: 'Patch test card in the box',
      names: { fr: 'Carte de test cutané dans la boîte' },
      who: 'Product',
      expected: 'Questions about redness are answered before they are asked',
    },
  ],
  lessons: [
    'Say the price of the refill on the first morning: nobody asked again once it was told.',
    'Keep a tenth of the stock for the day of the film.',
    'Reviews come three days late: no verdict on the product before T+4 d.',
  ],
  perMinute: (sinceT0) =>
    26 * wave(sinceT0 - 2 * dayMs, 20 * minuteMs, 5 * hourMs) +
    18 * wave(sinceT0 - 8 * dayMs, 90 * minuteMs, 9 * hourMs),
  fade: (sinceT0) => (sinceT0 <= dayMs ? 1 : Math.max(0.22, Math.exp(-(sinceT0 - dayMs) / (2.5 * dayMs)))),
  times(theme, sinceT0) {
    if (theme === 'availability' && between(sinceT0, 2 * dayMs + 6 * hourMs, restockTold)) return 9;
    if (theme === 'skin-reaction' && sinceT0 >= 8 * dayMs) return 2.5;
    if (theme === 'efficacy' && sinceT0 >= 4 * dayMs) return 1.6;
    return 1;
  },
  toneTimes(theme, tone, sinceT0) {
    if (theme === 'price' && sinceT0 >= refillTold) return tone === 'praise' ? 5 : tone === 'complaint' ? 0.6 : 1;
    if (theme === 'availability' && sinceT0 >= restockTold) return tone === 'complaint' ? 0.4 : 1;
    return 1;
  },
  lateReviews: { fromMs: 0, toMs: 2 * dayMs, cameMs: 3 * dayMs },
};

/** What such a launch has in the workspace, with its T0 at `at` (epoch ms). */
export function longStoryOf(story: LongStory, at: number): Pick<Launch, 'events' | 'decisions' | 'lessons'> {
  const placed = <Row extends { afterMs: number }>({ afterMs, ...row }: Row) => ({ at: at + afterMs, ...row });
  return {
    events: story.events.map(placed),
    decisions: story.decisions.map(placed),
    lessons: [...story.lessons],
  };
}
