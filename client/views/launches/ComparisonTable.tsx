import { useId } from 'react';
import type { Launch } from '../../../shared/domain.ts';
import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import { type ComparisonColumn, comparisonRows } from '../../select/comparisonRows.ts';
import { sayComparisonValue } from '../../ui/comparisonValue.ts';
import { Fold } from '../../ui/Fold.tsx';
import { offsetWords } from '../../ui/offsetWords.ts';
import { sayStanding } from '../../ui/sayStanding.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './ComparisonPanel.module.css';

type Props = { comparison: LaunchComparison; launch: Launch };

/** The figures behind the chart. Written out when it is opened: hundreds of rows that few read. */
export function ComparisonTable({ comparison, launch }: Props) {
  const { say } = useWords();
  return (
    <Fold name={say('comparison.table')} isLate>
      <Table comparison={comparison} launch={launch} />
    </Fold>
  );
}

function Table({ comparison, launch }: Props) {
  const { say } = useWords();
  const id = useId();
  const format = useFormat(launch.timeZone);
  const { columns, rows } = comparisonRows(comparison);
  const { headline } = sayStanding(comparison, say, format);
  const nameOf = (column: ComparisonColumn) => {
    if (column === 'launch') return launch.name;
    const past = comparison.past.find((one) => column === `line ${one.id}`);
    if (past) return past.name;
    return say(`comparison.${column as Exclude<ComparisonColumn, 'launch' | `line ${string}`>}`);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={css.scroll} tabIndex={0} aria-labelledby={id}>
      <table className={css.table}>
        <caption id={id}>{say('comparison.tableOf', { name: launch.name, sentence: headline })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('comparison.from')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ offsetMs, figures }) => (
            <tr key={offsetMs}>
              <th scope="row">{offsetWords(offsetMs, format)}</th>
              {columns.map((column) => {
                const value = figures[column];
                return (
                  <td key={column}>
                    {value === undefined ? say('comparison.none') : sayComparisonValue(value, comparison, format)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
