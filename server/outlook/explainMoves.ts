import type { OutlookMove } from '../../shared/outlook.ts';
import type { Fit } from './learn.ts';
import type { OutlookRow } from './table.ts';

/** A column that is so unlikely to say anything is not named. */
const leastWeight = 0.1;

/** What each column adds to the centre of what is foretold, over all models, in units of the outcome. */
export function explainMoves({ forms, models, mean, scale }: Fit, row: OutlookRow): OutlookMove[] {
  const added = forms.map(() => ({ weight: 0, by: 0 }));
  const values = forms.map((form) => form.of(row.columns[form.column]));
  for (const { chosen, coefficients, weight } of models)
    for (const [place, column] of chosen.entries()) {
      const one = added[column]!;
      one.weight += weight;
      one.by += weight * coefficients[place]! * values[column]!;
    }
  const centre = added.reduce((sum, { by }) => sum + by, mean);
  return forms
    .map(({ column }, index) => {
      const { weight, by } = added[index]!;
      return { column, effect: scale.from(centre) - scale.from(centre - by), weight };
    })
    .filter(({ weight }) => weight >= leastWeight)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}
