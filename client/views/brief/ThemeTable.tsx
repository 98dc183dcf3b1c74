import { IntervalBar } from '../../charts/IntervalBar.tsx';
import { SmallMark } from '../../charts/SmallMark.tsx';
import type { ThemeRow } from '../../select/themeRows.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';
import { Door } from './Door.tsx';

/** `isRoomy`: nothing else needs the rail's height. */
type Props = BriefPart & { rows: ThemeRow[]; all: number; isRoomy: boolean };

/** Every theme on one axis from complaint to praise, as rows: names never cover each other, in any language. */
export function ThemeTable({ rows, all, isRoomy, stage, window, format }: Props) {
  const { say } = useWords();
  const isNarrow = useIsNarrow();
  if (rows.length === 0) return null;
  // Figures under figures, intervals under intervals; a phone has no room for both.
  const netColumns = isNarrow ? 1 : 2;
  const beforeOf = ({ sentiment, netBefore }: ThemeRow) =>
    sentiment === 'up' || sentiment === 'down' ? (netBefore?.net ?? null) : null;
  return (
    <table className={css.table} data-roomy={isRoomy || undefined}>
      <caption className="visually-hidden">
        {say('brief.themesLabel', { brand: stage.names.brand(stage.brand) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className={css.h2}>
              {say('brief.themes')}
              {rows.length < all && <small>{say('brief.themesOf', { shown: rows.length, all })}</small>}{' '}
              {rows.some((row) => row.net && beforeOf(row) !== null) && (
                <small className={css.beforeKey}>
                  <i aria-hidden="true" /> {say('brief.beforeKey')}
                </small>
              )}
            </span>
          </th>
          <th scope="col" className={css.right}>
            {say('brief.mentions')}
          </th>
          <th scope="col">
            <span className={css.axisEnds}>
              <span>{say('brief.complaint')}</span>
              <span>{say('brief.praise')}</span>
            </span>
          </th>
          <th scope="col" colSpan={netColumns} className={css.right}>
            {say('brief.netCol')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const mine = { ...window.range, brands: [stage.brand], themes: [row.theme] };
          const doubt = stage.doubtful.get(row.theme);
          const kind = !row.net || row.grey ? 'neutral' : row.net.net > 0 ? 'positive' : 'negative';
          return (
            <tr key={row.theme}>
              <th scope="row">
                {doubt === undefined ? (
                  stage.names.theme(row.theme)
                ) : (
                  <span className="ink-3" title={say('score.doubtful', { share: format.percent(doubt) })}>
                    {say('score.doubted', { theme: stage.names.theme(row.theme), share: format.percent(doubt) })}
                  </span>
                )}
              </th>
              <td className={css.right}>
                <Door to={{ ...mine, stage: 'important' }}>{format.number(row.mentions)}</Door>
              </td>
              <td className={css.interval}>
                <IntervalBar net={row.net} grey={row.grey} before={beforeOf(row)} />
              </td>
              {row.net ? (
                <>
                  <td className={`${css.right} ${kind}`}>
                    {!row.grey && <SmallMark kind={kind} />}
                    <Door to={{ ...mine, stage: 'important', opinions: ['positive', 'negative'] }}>
                      {format.signed(row.net.net)}
                    </Door>
                    {isNarrow && <span className={css.tableHalf}> {format.netSpread(row.net)}</span>}
                  </td>
                  {!isNarrow && (
                    <td className={`${css.right} ${css.spread}`}>
                      <span className={css.tableHalf}>{format.netSpread(row.net)}</span>
                    </td>
                  )}
                </>
              ) : (
                <td colSpan={netColumns} className={css.right}>
                  <span className="ink-3">{say('brief.tooFew')}</span>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
