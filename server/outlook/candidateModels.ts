import { invert } from './invert.ts';
import { subsets } from './subsets.ts';

/**
 * A regression on a few columns. `inverse`: (X'X + ridge I)^-1, row by row. `logWeight`: what speaks for it before the outcomes
 * are looked at, prior belief and the price of its freedom.
 */
export type CandidateModel = { chosen: number[]; inverse: Float64Array; logWeight: number };

/** How much signal there may be beside noise, as a ratio of variances: shares of 20, 50 and 80 per cent explained. */
const signals = [0.25, 1, 4];
/** A model takes no column more than one for five launches. */
const launchesPerColumn = 5;
const mostInModel = 4;
/** Of many columns fewer enter one model. */
const mostModels = 1_000;

/** How many columns one model may have. */
export function mostColumns(launches: number, columns: number): number {
  const most = Math.min(mostInModel, Math.max(1, Math.floor(launches / launchesPerColumn)), columns);
  let models = 1;
  let ways = 1;
  for (let size = 1; size <= most; size++) {
    ways = (ways * (columns - size + 1)) / size;
    models += ways;
    if (models > mostModels) return Math.max(1, size - 1);
  }
  return most;
}

/** Half the belief beforehand lies with "no column says anything"; each further column is half as likely. */
function priorOf(size: number, count: number, most: number): number {
  if (size === 0) return most === 0 ? 1 : 0.5;
  let ways = 1;
  for (let k = 0; k < size; k++) ways = (ways * (count - k)) / (k + 1);
  const sizes = 2 - 2 ** (1 - most);
  return (0.5 * 2 ** (1 - size)) / sizes / ways;
}

/**
 * All regressions that are looked at, with b ~ N(0, noise^2 signal / size) on columns in standard deviations. They rest on the
 * columns alone (`gram` is their X'X), never on outcomes.
 */
export function candidateModels(gram: readonly (readonly number[])[], launches: number): CandidateModel[] {
  const most = mostColumns(launches, gram.length);
  return subsets(gram.length, most).flatMap((chosen) => {
    const size = chosen.length;
    const logPrior = Math.log(priorOf(size, gram.length, most));
    if (size === 0) return [{ chosen, inverse: new Float64Array(0), logWeight: logPrior }];
    return signals.map((signal) => {
      const ridge = size / signal;
      const inverse = new Float64Array(size * size);
      for (let row = 0; row < size; row++)
        for (let column = 0; column < size; column++)
          inverse[row * size + column] = gram[chosen[row]!]![chosen[column]!]! + (row === column ? ridge : 0);
      const logDeterminant = invert(inverse, size);
      const logWeight = logPrior - Math.log(signals.length) + (size * Math.log(ridge) - logDeterminant) / 2;
      return { chosen, inverse, logWeight };
    });
  });
}
