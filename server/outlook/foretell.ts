import { type Fit, type Part, partsOf } from './learn.ts';
import { rootOf } from './rootOf.ts';
import type { StudentT } from './studentT.ts';
import type { OutlookRow } from './table.ts';

/** On the outcome's own scale. Between the lows and highs the outcome lies with 80 and 50 per cent. */
export type Foretold = { median: number; low80: number; high80: number; low50: number; high50: number };

/** The value below which a mixture lies with `probability`. */
function quantileOf(parts: readonly Part[], noise: StudentT, probability: number): number {
  const t = noise.quantile(probability);
  // Each part's own quantile: the mixture's lies between the least and the greatest.
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { centre, spread } of parts) {
    low = Math.min(low, centre + spread * t);
    high = Math.max(high, centre + spread * t);
  }
  const excess = (value: number) => {
    let below = -probability;
    for (const { weight, centre, spread } of parts) below += weight * noise.cdf((value - centre) / spread);
    return below;
  };
  return rootOf(excess, low, high);
}

function foretoldFrom(parts: readonly Part[], { noise, scale }: Pick<Fit, 'noise' | 'scale'>): Foretold {
  const at = (probability: number) => scale.from(quantileOf(parts, noise, probability));
  return { median: at(0.5), low80: at(0.1), high80: at(0.9), low50: at(0.25), high50: at(0.75) };
}

export function foretell(fitted: Fit, row: OutlookRow): Foretold {
  return foretoldFrom(partsOf(fitted, row), fitted);
}

/** What would be foretold of any launch if no column said anything, on the same scale. */
export function foretellWithoutColumns({ mean, squares, launches, noise, scale }: Fit): Foretold {
  const spread = Math.sqrt((squares / (launches - 1)) * (1 + 1 / launches));
  return foretoldFrom([{ weight: 1, centre: mean, spread }], { noise, scale });
}
