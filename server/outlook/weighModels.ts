import { type Ridge, solveRidge } from './solveRidge.ts';
import { subsets } from './subsets.ts';

/** Values around their means: `gram` X'X, `cross` X'y, `squares` y'y, of `launches` rows. */
export type Sums = { gram: number[][]; cross: number[]; squares: number; launches: number };
/** `weight`: the model's share of belief; all add up to 1. */
export type WeighedModel = Ridge & { chosen: number[]; weight: number; residual: number };

/** How much signal there may be beside noise, as a ratio of variances: shares of 20, 50 and 80 per cent explained. */
const signals = [0.25, 1, 4];
/** A model takes no column more than one for five launches. */
const launchesPerColumn = 5;
const mostInModel = 4;
/** Of more candidates those enter that correlate most with the outcome. */
const mostCandidates = 10;

/** How many columns a model may have, of so many past launches. */
export const mostColumns = (launches: number): number =>
  Math.min(mostInModel, Math.max(1, Math.floor(launches / launchesPerColumn)));

/** Half the belief beforehand lies with "no column says anything"; each further column is half as likely. */
function priorOf(size: number, count: number, most: number): number {
  if (size === 0) return 0.5;
  let ways = 1;
  for (let k = 0; k < size; k++) ways = (ways * (count - k)) / (k + 1);
  const sizes = 2 - 2 ** (1 - most);
  return (0.5 * 2 ** (1 - size)) / sizes / ways;
}

function candidatesOf({ cross, gram }: Sums): number[] {
  const strength = (column: number) => cross[column]! ** 2 / gram[column]![column]!;
  const all = cross.map((_, column) => column);
  if (all.length <= mostCandidates) return all;
  return all
    .sort((a, b) => strength(b) - strength(a))
    .slice(0, mostCandidates)
    .sort((a, b) => a - b);
}

/**
 * Every small model of the columns, weighed by its marginal likelihood: regression with a flat prior on the mean and the log of
 * noise, and b ~ N(0, noise^2 * signal / size) on columns in standard deviations (the normal-inverse-gamma family, in closed form).
 * `logEvidence`: of all models together against "the mean alone", natural log.
 */
export function weighModels(sums: Sums): { models: WeighedModel[]; logEvidence: number } {
  const { gram, cross, squares, launches } = sums;
  const candidates = candidatesOf(sums);
  const most = Math.min(mostColumns(launches), candidates.length);
  const models: (WeighedModel & { log: number })[] = [];
  for (const places of subsets(candidates.length, most)) {
    const chosen = places.map((place) => candidates[place]!);
    const size = chosen.length;
    const prior = priorOf(size, candidates.length, Math.max(1, most));
    for (const signal of size === 0 ? [1] : signals) {
      const ridge = Math.max(1, size) / signal;
      const solved = solveRidge(gram, cross, chosen, ridge);
      const residual = Math.max(squares - solved.explained, 1e-12 * squares);
      const likelihood =
        -(solved.logDeterminant - size * Math.log(ridge)) / 2 - ((launches - 1) / 2) * Math.log(residual / squares);
      const log = likelihood + Math.log(prior / (size === 0 ? 1 : signals.length));
      models.push({ ...solved, chosen, residual, log, weight: 0 });
    }
  }
  const top = Math.max(...models.map(({ log }) => log));
  let total = 0;
  for (const { log } of models) total += Math.exp(log - top);
  for (const model of models) model.weight = Math.exp(model.log - top) / total;
  return { models, logEvidence: top + Math.log(total) };
}
