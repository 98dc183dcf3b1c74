import { type CandidateModel, candidateModels } from './candidateModels.ts';
import { type ColumnForm, columnForm } from './columnForm.ts';
import { meanOf } from './moments.ts';
import { chooseScale, type OutcomeScale } from './outcomeScale.ts';
import { type StudentT, studentT } from './studentT.ts';
import type { OutcomeKind, OutlookRow, PastRow } from './table.ts';
import { quadratic, weighModels } from './weighModels.ts';

/** `residual`: the squares it leaves, with what its coefficients' distance from 0 costs. */
type Learned = CandidateModel & { weight: number; residual: number; coefficients: number[] };

/** What past launches teach: `designed` are the columns in their forms, `around` the outcomes on their scale, around the `mean`. */
export type Fit = {
  scale: OutcomeScale;
  forms: ColumnForm[];
  mean: number;
  designed: number[][];
  around: number[];
  squares: number;
  launches: number;
  candidates: CandidateModel[];
  /** Those that weigh something; their weights add up to 1. */
  models: Learned[];
  logEvidence: number;
  noise: StudentT;
};

const dot = (a: readonly number[], b: readonly number[]) => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
};

/** X'y. */
export const crossOf = (designed: readonly number[][], around: readonly number[]): number[] =>
  designed.map((column) => dot(column, around));

/** A weight below this share of the heaviest model's moves nothing that is told. */
const leastWeight = 1e-3;

function coefficientsOf({ chosen, inverse }: CandidateModel, cross: readonly number[]): number[] {
  const size = chosen.length;
  return chosen.map((_, row) => {
    let sum = 0;
    for (let column = 0; column < size; column++) sum += inverse[row * size + column]! * cross[chosen[column]!]!;
    return sum;
  });
}

/** Learns from past launches, of which there are three or more whose outcomes differ. */
export function learn(past: readonly PastRow[], columns: readonly string[], kind: OutcomeKind): Fit {
  const outcomes = past.map(({ outcome }) => outcome);
  const scale = chooseScale(outcomes, kind);
  const scaled = outcomes.map(scale.to);
  const mean = meanOf(scaled);
  const around = scaled.map((value) => value - mean);
  const valuesOf = (column: string) => past.map((row) => row.columns[column]);
  const forms = columns.flatMap((column) => columnForm(column, valuesOf(column)) ?? []);
  const designed = forms.map((form) => valuesOf(form.column).map(form.of));
  const launches = past.length;
  const squares = dot(around, around);
  const cross = crossOf(designed, around);
  const gram = designed.map((one) => designed.map((other) => dot(one, other)));
  const candidates = candidateModels(gram, launches);
  const { weights, residuals, logEvidence } = weighModels(candidates, cross, squares, launches);
  const least = leastWeight * weights.reduce((most, weight) => Math.max(most, weight));
  const kept = candidates.flatMap((model, k) => {
    if (weights[k]! < least) return [];
    return { ...model, weight: weights[k]!, residual: residuals[k]!, coefficients: coefficientsOf(model, cross) };
  });
  const total = kept.reduce((sum, { weight }) => sum + weight, 0);
  const models = kept.map((model) => ({ ...model, weight: model.weight / total }));
  const noise = studentT(launches - 1);
  return { scale, forms, mean, designed, around, squares, launches, candidates, models, logEvidence, noise };
}

/** Part of a mixture: Student's t around `centre`, `spread` wide, on the outcome's scale. */
export type Part = { weight: number; centre: number; spread: number };

/** What each model foretells of a launch; models of the same columns are one part, with their mean and their spread. */
export function partsOf({ forms, mean, squares, launches, models }: Fit, row: OutlookRow): Part[] {
  const values = forms.map((form) => form.of(row.columns[form.column]));
  const sums = new Map<string, { weight: number; first: number; second: number }>();
  for (const model of models) {
    const { chosen, coefficients, residual, weight } = model;
    let centre = 0;
    for (const [place, column] of chosen.entries()) centre += coefficients[place]! * values[column]!;
    const variance = (residual / (launches - 1)) * (1 + 1 / launches + quadratic(model, values));
    const key = chosen.join();
    const sum = sums.get(key) ?? { weight: 0, first: 0, second: 0 };
    sum.weight += weight;
    sum.first += weight * centre;
    sum.second += weight * (centre * centre + variance);
    sums.set(key, sum);
  }
  return [...sums.values()].map(({ weight, first, second }) => {
    const centre = first / weight;
    // Never quite nothing: columns may foretell past launches to the digit.
    const variance = Math.max(second / weight - centre * centre, 1e-18 * squares);
    return { weight, centre: mean + centre, spread: Math.sqrt(variance) };
  });
}
