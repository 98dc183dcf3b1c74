import { mostChance, type OutlookRecord, type OutlookRefused } from '../../shared/outlook.ts';
import { fewestLaunches } from '../../shared/outlookColumns.ts';
import { createRandom } from '../random.ts';
import { chanceOf } from './chance.ts';
import { type Fit, learn } from './learn.ts';
import { leaveOneOut } from './record.ts';
import type { OutcomeKind, PastRow } from './table.ts';

/** Whether past launches allow a forecast; `fitted` only where they do. */
export type Judged =
  | { fitted: Fit; record: OutlookRecord; refusal: null }
  | { fitted: null; record: OutlookRecord | null; refusal: OutlookRefused };

/** With fewer nothing can be left out of what is learned from. */
const fewestForRecord = 4;
const seed = 1;

const rounded = (value: number) => Number(value.toPrecision(3));
const counted = (launches: number) =>
  `${launches === 1 ? '1 past launch has' : `${launches} past launches have`} an outcome`;

function sayTooFew(launches: number): OutlookRefused {
  const because = `${counted(launches)}; an outlook needs ${fewestLaunches}`;
  return { refused: 'too-few-launches', because };
}

function sayNoBetter(record: OutlookRecord): OutlookRefused {
  const { intervalScore, mean, withoutColumns, launches, columns } = record;
  const refuse = (because: string): OutlookRefused => ({ refused: 'no-better-than-mean', because });
  if (columns.length === 0) return refuse(`no column tells the ${launches} past launches apart`);
  const isWorse = intervalScore >= Math.min(mean.intervalScore, withoutColumns.intervalScore);
  if (isWorse) {
    const other = mean.intervalScore <= withoutColumns.intervalScore ? mean : withoutColumns;
    const scores = `interval score ${rounded(intervalScore)}, the mean's ${rounded(other.intervalScore)}; less is better`;
    return refuse(
      `left out one by one, ${launches} past launches were foretold no better than by their mean (${scores})`,
    );
  }
  const orders = `${rounded(100 * record.chance)} %`;
  return refuse(
    `the columns seem to say as much in ${orders} of the orders into which the outcomes are shuffled: that is chance (at most ${100 * mostChance} % would do)`,
  );
}

const inOrder = (a: PastRow, b: PastRow) => a.outcome - b.outcome || (a.name < b.name ? -1 : Number(a.name > b.name));

/**
 * Answers only where past launches, left out one by one, were foretold better than by their plain mean and than without any
 * column, by the interval score, and where shuffled outcomes would hardly ever seem to say as much.
 */
export function judgeTable(rows: readonly PastRow[], columns: readonly string[], kind: OutcomeKind): Judged {
  // Lots are drawn by place: the order of rows in a file must not matter.
  const past = [...rows].sort(inOrder);
  const launches = past.length;
  if (launches < fewestForRecord) return { fitted: null, record: null, refusal: sayTooFew(launches) };
  if (past.every(({ outcome }) => outcome === past[0]!.outcome)) {
    const because = `all ${launches} past launches had the same outcome`;
    const refusal =
      launches < fewestLaunches ? sayTooFew(launches) : { refused: 'no-better-than-mean' as const, because };
    return { fitted: null, record: null, refusal };
  }
  const fitted = learn(past, columns, kind);
  const { outlook, mean, withoutColumns, launches: leftOut } = leaveOneOut(past, columns, kind);
  const used = fitted.forms.map(({ column }) => column);
  const chance = used.length === 0 ? 1 : chanceOf(fitted, createRandom(seed), mostChance);
  const { name: scale } = fitted.scale;
  const record = { launches: leftOut, ...outlook, mean, withoutColumns, chance, scale, columns: used };
  if (launches < fewestLaunches) return { fitted: null, record, refusal: sayTooFew(launches) };
  const isBetter = outlook.intervalScore < Math.min(mean.intervalScore, withoutColumns.intervalScore);
  if (isBetter && chance <= mostChance) return { fitted, record, refusal: null };
  return { fitted: null, record, refusal: sayNoBetter(record) };
}
