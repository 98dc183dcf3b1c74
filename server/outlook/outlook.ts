import type { OutlookFigures, OutlookRecord, OutlookRefused } from '../../shared/outlook.ts';
import { explainMoves } from './explainMoves.ts';
import { foretell } from './foretell.ts';
import { type Judged, judgeTable } from './judgeTable.ts';
import type { Fit } from './learn.ts';
import { isPast, type OutcomeKind, type OutlookRow } from './table.ts';

export type Outlook = {
  /** One for each launch whose outcome is to come, in the order of the table. */
  answers: { name: string; answer: OutlookFigures | OutlookRefused }[];
  /** Of the columns that most of them have. */
  record: OutlookRecord | null;
  /** Where that record does not allow a forecast. */
  refusal: OutlookRefused | null;
};

function figuresOf(fitted: Fit, row: OutlookRow): OutlookFigures {
  const beyond = fitted.forms.filter(({ column, low, high }) => {
    const value = row.columns[column];
    return value !== undefined && (value < low || value > high);
  });
  return {
    ...foretell(fitted, row),
    because: explainMoves(fitted, row),
    beyond: beyond.map(({ column }) => column),
  };
}

/**
 * Foretells the launches of a table whose outcome is to come. A launch of which some columns are not known is foretold from the
 * others alone, and only if these pass the same test.
 */
export function outlook(rows: readonly OutlookRow[], columns: readonly string[], kind: OutcomeKind): Outlook {
  const past = rows.filter(isPast);
  const judged = new Map<string, { judged: Judged; launches: number }>();
  const judgedFor = (known: readonly string[]) => {
    const key = JSON.stringify(known);
    let one = judged.get(key);
    if (!one) {
      one = { judged: judgeTable(past, known, kind), launches: 0 };
      judged.set(key, one);
    }
    return one;
  };
  const asked = rows
    .filter((row) => !isPast(row))
    .map((row) => {
      const one = judgedFor(columns.filter((column) => row.columns[column] !== undefined));
      one.launches += 1;
      return { row, judged: one.judged };
    });
  if (asked.length === 0) judgedFor(columns);
  const [most] = [...judged.values()].sort((a, b) => b.launches - a.launches);
  return {
    answers: asked.map(({ row, judged: { fitted, refusal } }) => ({
      name: row.name,
      answer: fitted ? figuresOf(fitted, row) : refusal,
    })),
    record: most?.judged.record ?? null,
    refusal: most?.judged.refusal ?? null,
  };
}
