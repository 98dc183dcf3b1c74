import { outlook } from '../../../server/outlook/outlook.ts';
import { plainMean } from '../../../server/outlook/plainMean.ts';
import { isPast } from '../../../server/outlook/table.ts';
import { createRandom } from '../../../server/random.ts';
import { makeTable, type TableShape } from './makeTable.ts';

/** Shares are of 0..1; `score`: interval score of what was foretold, as a share of the plain mean's. */
export type Tried = { answered: number; covered80: number; covered50: number; score: number; leftOut80: number };

const winkler = (value: number, low: number, high: number) => high - low + 10 * Math.max(0, low - value, value - high);

/** Asks for an outlook on many tables of one shape and holds it to the launches whose outcome it could not know. */
export function tryTables(shape: TableShape, tables: number, seed: number): Tried {
  const random = createRandom(seed);
  const sum = { answered: 0, foretold: 0, in80: 0, in50: 0, score: 0, ofMean: 0, leftOut80: 0 };
  for (let table = 0; table < tables; table++) {
    const { rows, truth, columns } = makeTable(random, { ahead: 10, ...shape });
    const { answers, record, refusal } = outlook(rows, columns, 'auto');
    if (refusal) continue;
    sum.answered += 1;
    sum.leftOut80 += record?.coverage80 ?? 0;
    const mean = plainMean(rows.filter(isPast).map(({ outcome }) => outcome));
    for (const [k, { answer }] of answers.entries()) {
      if ('refused' in answer) continue;
      const value = truth[k]!;
      sum.foretold += 1;
      sum.in80 += Number(value >= answer.low80 && value <= answer.high80);
      sum.in50 += Number(value >= answer.low50 && value <= answer.high50);
      sum.score += winkler(value, answer.low80, answer.high80);
      sum.ofMean += winkler(value, mean.low80, mean.high80);
    }
  }
  return {
    answered: sum.answered / tables,
    covered80: sum.in80 / sum.foretold,
    covered50: sum.in50 / sum.foretold,
    score: sum.score / sum.ofMean,
    leftOut80: sum.leftOut80 / sum.answered,
  };
}
