import type { Launch } from '../../shared/domain.ts';
import { bucketOf, dayMs, hourMs } from '../../shared/rollup.ts';
import { type LongStory, longStoryOf, nuitStory } from './longStory.ts';

/** A launch that the demo's brand had before, invented too. `size`: of today's buzz; `tempo`: how fast its story runs. */
export type PastLaunch = {
  id: string;
  name: string;
  names?: { fr: string };
  query: string;
  daysBefore: number;
  size: number;
  tempo: number;
  products: { en: readonly string[]; fr: readonly string[] };
  /** What came of it: market share after a quarter, %; and what was spent on media, thousands of euros. */
  outcome: number;
  spend: number;
  /** Told for longer than its first day. */
  long?: LongStory;
};

export const pastLaunches: readonly PastLaunch[] = [
  {
    id: 'nuit',
    name: 'Solenne Nuit mask',
    names: { fr: 'Masque Solenne Nuit' },
    query: 'nuit NEAR/4 (mask, masque)',
    daysBefore: 61,
    size: 0.3,
    tempo: 0.9,
    products: { en: ['the Solenne Nuit mask', 'Solenne’s Nuit mask'], fr: ['le masque Nuit de Solenne'] },
    outcome: 4.1,
    spend: 420,
    long: nuitStory,
  },
  {
    id: 'ciel',
    name: 'Solenne Ciel SPF 50',
    query: 'ciel',
    daysBefore: 150,
    size: 0.22,
    tempo: 1.1,
    products: { en: ['Solenne Ciel', 'the Ciel SPF 50 from Solenne'], fr: ['Ciel SPF 50 de Solenne'] },
    outcome: 3.3,
    spend: 380,
  },
  {
    id: 'velours',
    name: 'Solenne Velours balm',
    names: { fr: 'Baume Solenne Velours' },
    query: 'velours',
    daysBefore: 236,
    size: 0.17,
    tempo: 0.7,
    products: { en: ['the Solenne Velours balm', 'Solenne Velours'], fr: ['le baume Velours de Solenne'] },
    outcome: 3.5,
    spend: 290,
  },
  {
    id: 'rosee',
    name: 'Solenne Rosée mist',
    names: { fr: 'Brume Solenne Rosée' },
    query: 'rosée',
    daysBefore: 307,
    size: 0.14,
    tempo: 1.3,
    products: { en: ['the Solenne Rosée mist', 'Solenne Rosée'], fr: ['la brume Rosée de Solenne'] },
    outcome: 2.4,
    spend: 240,
  },
  {
    id: 'aube',
    name: 'Solenne Aube cream',
    names: { fr: 'Crème Solenne Aube' },
    query: 'aube',
    daysBefore: 372,
    size: 0.1,
    tempo: 1,
    products: { en: ['the Solenne Aube cream', 'Solenne Aube'], fr: ['la crème Aube de Solenne'] },
    outcome: 2.2,
    spend: 150,
  },
];

/** What is told of each: hours around its T0. More would fill the demo's store with what nobody looks at. */
export const pastHours = { from: -4, to: 20 };
/** Told right after that of all: their first day to its end. */
export const pastDayEnds = 24;

/** The number that no post tells, under one name for all launches. */
export const spendColumn = 'media spend, thousand €';

/** Its T0, for a story that starts at `startAt`: the same time of the day, or one hour beside it where clocks changed. */
export const pastStart = (startAt: number, { daysBefore }: PastLaunch): number =>
  bucketOf(startAt - daysBefore * dayMs, hourMs / 4);

export function pastLaunchOf(startAt: number, past: PastLaunch, brand: string, timeZone: string): Launch {
  const at = pastStart(startAt, past);
  const { id, name, names, query, outcome, spend, long } = past;
  return {
    id,
    name,
    ...(names ? { names } : {}),
    brand,
    query,
    at,
    timeZone,
    events: [{ at, name: 'web shop opens', names: { fr: 'ouverture en ligne' }, kind: 'sale' }],
    decisions: [],
    outcome,
    columns: [{ name: spendColumn, value: spend }],
    ...(long ? longStoryOf(long, at) : {}),
  };
}
