import { type ColumnForm, columnForm } from './columnForm.ts';
import { meanOf } from './moments.ts';
import { chooseScale, type OutcomeScale } from './outcomeScale.ts';
import { type StudentT, studentT } from './studentT.ts';
import type { OutcomeKind, OutlookRow, PastRow } from './table.ts';
import { type Sums, type WeighedModel, weighModels } from './weighModels.ts';

/** What past launches teach. Values of `sums` are on the outcome's scale and in the columns' forms. */
export type Fit = {
  scale: OutcomeScale;
  forms: ColumnForm[];
  mean: number;
  /** Each form's value for each past launch, and each outcome around the mean. */
  designed: number[][];
  around: number[];
  sums: Sums;
  models: WeighedModel[];
  logEvidence: number;
  noise: StudentT;
};

const dot = (a: readonly number[], b: readonly number[]) => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
};

export const crossOf = (designed: readonly number[][], around: readonly number[]): number[] =>
  designed.map((column) => dot(column, around));

/** A weight below this share of the heaviest model's moves nothing that is told. */
const leastWeight = 1e-3;

function withoutLight(models: WeighedModel[]): WeighedModel[] {
  const heaviest = Math.max(...models.map(({ weight }) => weight));
  const kept = models.filter(({ weight }) => weight >= leastWeight * heaviest);
  const total = kept.reduce((sum, { weight }) => sum + weight, 0);
  return kept.map((model) => ({ ...model, weight: model.weight / total }));
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
  const sums: Sums = {
    gram: designed.map((one) => designed.map((other) => dot(one, other))),
    cross: crossOf(designed, around),
    squares: dot(around, around),
    launches: past.length,
  };
  const { models, logEvidence } = weighModels(sums);
  const noise = studentT(past.length - 1);
  return { scale, forms, mean, designed, around, sums, models: withoutLight(models), logEvidence, noise };
}

/** Part of a mixture: Student's t around `centre`, `spread` wide, on the outcome's scale. */
export type Part = { weight: number; centre: number; spread: number };

/** What each model foretells of a launch. */
export function partsOf({ forms, mean, sums, models }: Fit, row: OutlookRow): Part[] {
  const values = forms.map((form) => form.of(row.columns[form.column]));
  const { launches } = sums;
  return models.map(({ chosen, coefficients, residual, distance, weight }) => {
    const own = chosen.map((column) => values[column]!);
    const spread = Math.sqrt((residual / (launches - 1)) * (1 + 1 / launches + distance(own)));
    return { weight, centre: mean + dot(coefficients, own), spread };
  });
}
