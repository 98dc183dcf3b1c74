import type { CandidateModel } from './candidateModels.ts';

/** x' A x for the chosen ones of `values`, A as in `CandidateModel`. */
export function quadratic({ chosen, inverse }: CandidateModel, values: readonly number[]): number {
  const size = chosen.length;
  let sum = 0;
  for (let row = 0; row < size; row++) {
    let line = 0;
    for (let column = 0; column < size; column++) line += inverse[row * size + column]! * values[chosen[column]!]!;
    sum += line * values[chosen[row]!]!;
  }
  return sum;
}

/**
 * Weighs models by their marginal likelihood, under a flat prior on the mean and on the log of noise (with `CandidateModel`'s prior
 * on coefficients this is the normal-inverse-gamma family, in closed form). `cross` is X'y and `squares` y'y, of values around
 * their means. Weights add up to 1; `logEvidence` is of all models together against "the mean alone", natural log.
 */
export function weighModels(
  models: readonly CandidateModel[],
  cross: readonly number[],
  squares: number,
  launches: number,
): { weights: Float64Array; residuals: Float64Array; logEvidence: number } {
  const weights = new Float64Array(models.length);
  const residuals = new Float64Array(models.length);
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < models.length; k++) {
    const model = models[k]!;
    const residual = Math.max(squares - quadratic(model, cross), 1e-12 * squares);
    const log = model.logWeight - ((launches - 1) / 2) * Math.log(residual / squares);
    residuals[k] = residual;
    weights[k] = log;
    if (log > top) top = log;
  }
  let total = 0;
  for (let k = 0; k < weights.length; k++) {
    weights[k] = Math.exp(weights[k]! - top);
    total += weights[k]!;
  }
  for (let k = 0; k < weights.length; k++) weights[k] = weights[k]! / total;
  return { weights, residuals, logEvidence: top + Math.log(total) };
}
