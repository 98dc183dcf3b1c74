import type { TableShape } from '../test/server/outlook/makeTable.ts';
import { type Tried, tryTables } from '../test/server/outlook/tryTables.ts';
import type { Bench } from './bench.ts';

/**
 * The outlook on invented tables of which the truth is known: how often it answers where a signal is planted and where outcomes are
 * shuffled, and how its intervals hold for launches that it did not know. `--tables 100` makes the table of docs/OUTLOOK.md, and takes
 * some minutes.
 */
const asked = process.argv.indexOf('--tables');
const tables = asked < 0 ? 20 : Number(process.argv[asked + 1]);
const plain: TableShape = { past: 20, columns: 4, signals: 2, explained: 0.8, outcome: 'log' };

const planted: TableShape[] = [
  ...[6, 10, 20, 40].flatMap((past) => [0.3, 0.5, 0.8].map((explained) => ({ ...plain, past, explained }))),
  { ...plain, columns: 1, signals: 1, explained: 0.5 },
  { ...plain, columns: 10, signals: 3 },
  { ...plain, columns: 10, signals: 3, past: 40, explained: 0.5 },
  { ...plain, columns: 20, signals: 3, past: 60, explained: 0.5 },
  { ...plain, outcome: 'linear' },
  { ...plain, outcome: 'percent' },
  { ...plain, outcome: 'share' },
  { ...plain, isCollinear: true },
  { ...plain, noise: 'heavy' },
  { ...plain, outliers: 1 },
  { ...plain, past: 40, outliers: 2 },
];
const shuffled: TableShape[] = [6, 10, 20, 40].flatMap((past) =>
  [1, 4, 10].map((columns) => ({ ...plain, past, columns, signals: 1, isShuffled: true })),
);

function nameOf(shape: TableShape): string {
  const { past, columns, signals, explained, outcome, noise, isCollinear, outliers, isShuffled } = shape;
  const of = isShuffled ? 'shuffled' : `R² ${explained}, ${signals} of`;
  const more = [noise && 'heavy tails', isCollinear && 'collinear', outliers && `${outliers} wrong by 6 sd`];
  return [`${past} launches, ${of} ${columns} columns`, outcome !== 'log' && outcome, ...more]
    .filter(Boolean)
    .join(', ');
}

const percent = (share: number) => (Number.isNaN(share) ? '-' : `${Math.round(100 * share)} %`);

function tell(shape: TableShape, { answered, covered80, covered50, score }: Tried): void {
  const figures = [percent(answered), percent(covered80), percent(covered50), percent(score)];
  console.info(`| ${nameOf(shape)} | ${figures.join(' | ')} |`);
}

export async function bench(): Promise<Bench> {
  console.info('| table | answers | 80 % holds | 50 % holds | score / mean |\n| --- | --- | --- | --- | --- |');
  const figures: Record<string, number> = {};
  for (const [index, shape] of planted.entries()) {
    const tried = tryTables(shape, tables, 100 + index);
    tell(shape, tried);
    figures[nameOf(shape)] = tried.answered;
  }
  let answered = 0;
  for (const [index, shape] of shuffled.entries()) {
    const tried = tryTables(shape, 2 * tables, 500 + index);
    tell(shape, tried);
    answered += tried.answered / shuffled.length;
  }
  return {
    name: 'outlook',
    figures: { ...figures, answeredShuffled: answered },
    ratios: {},
    gates: { answeredShuffled: { most: 0.05 } },
  };
}
