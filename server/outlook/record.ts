import type { OutlookScore as Score } from '../../shared/outlook.ts';
import { createRandom } from '../random.ts';
import { type Foretold, foretell, foretellWithoutColumns } from './foretell.ts';
import { learn } from './learn.ts';
import { plainMean } from './plainMean.ts';
import type { OutcomeKind, PastRow } from './table.ts';

/** `launches`: how many were left out, each foretold from all others alone. `withoutColumns`: the same scale, no column. */
export type LeftOut = { launches: number; outlook: Score; mean: Score; withoutColumns: Score };

/** Of more past launches so many are left out, drawn by lot: the record is no better known by more. */
const mostLeftOut = 200;

const isIn = (outcome: number, low: number, high: number) => outcome >= low && outcome <= high;

function winkler(outcome: number, low: number, high: number): number {
  const outside = Math.max(0, low - outcome, outcome - high);
  return high - low + (2 / 0.2) * outside;
}

function scoreOf(pairs: readonly { outcome: number; told: Foretold }[]): Score {
  const average = (of: (pair: { outcome: number; told: Foretold }) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  return {
    coverage50: average(({ outcome, told }) => Number(isIn(outcome, told.low50, told.high50))),
    coverage80: average(({ outcome, told }) => Number(isIn(outcome, told.low80, told.high80))),
    intervalScore: average(({ outcome, told }) => winkler(outcome, told.low80, told.high80)),
    absoluteError: average(({ outcome, told }) => Math.abs(outcome - told.median)),
  };
}

function drawn(count: number): number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  if (count <= mostLeftOut) return all;
  const random = createRandom(count);
  for (let k = 0; k < mostLeftOut; k++) {
    const other = k + Math.floor(random() * (count - k));
    [all[k], all[other]] = [all[other]!, all[k]!];
  }
  return all.slice(0, mostLeftOut);
}

/**
 * Leaves each past launch out in turn and foretells it. Scale, forms, candidates and models are chosen anew from the others each
 * time: nothing that was left out has a say in what is told of it.
 */
export function leaveOneOut(past: readonly PastRow[], columns: readonly string[], kind: OutcomeKind): LeftOut {
  const outlook: { outcome: number; told: Foretold }[] = [];
  const mean: typeof outlook = [];
  const withoutColumns: typeof outlook = [];
  for (const left of drawn(past.length)) {
    const { outcome } = past[left]!;
    const others = past.filter((_, index) => index !== left);
    const outcomes = others.map((row) => row.outcome);
    mean.push({ outcome, told: plainMean(outcomes) });
    // Others that are all the same teach nothing but themselves.
    const fitted = outcomes.some((one) => one !== outcomes[0]) ? learn(others, columns, kind) : null;
    outlook.push({ outcome, told: fitted ? foretell(fitted, past[left]!) : plainMean(outcomes) });
    withoutColumns.push({ outcome, told: fitted ? foretellWithoutColumns(fitted) : plainMean(outcomes) });
  }
  const launches = outlook.length;
  return { launches, outlook: scoreOf(outlook), mean: scoreOf(mean), withoutColumns: scoreOf(withoutColumns) };
}
