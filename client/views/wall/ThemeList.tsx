import { OpinionMark } from '../../charts/OpinionMark.tsx';
import type { ThemeRow } from '../../select/themeRows.ts';
import type { Format } from '../../ui/format.ts';
import type { Stage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';
import { useLastHour } from './useLastHour.ts';
import css from './Wall.module.css';

type Props = {
  rows: readonly ThemeRow[];
  stage: Stage;
  format: Format;
  /** Of a theme that is often filed wrongly: how often it is right. */
  noteOf: (theme: string) => string | undefined;
};

/** The themes of an upright wall, from praise to complaint: name, mentions, net sentiment. */
export function ThemeList({ rows, stage, format, noteOf }: Props) {
  const { say } = useWords();
  const hour = useLastHour(format);
  return (
    <table className={css.themeList} aria-label={hour.themes}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{say('wall.themes')}</span>
          </th>
          <th scope="col">{hour.column}</th>
          <th scope="col" colSpan={2}>
            {say('wall.netCol')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const kind = !row.net || row.grey ? 'neutral' : row.net.net > 0 ? 'positive' : 'negative';
          const note = noteOf(row.theme);
          return (
            <tr key={row.theme}>
              <th scope="row">
                {stage.names.theme(row.theme)}
                {note !== undefined && (
                  <small className={css.doubt}>
                    <OpinionMark kind="doubtful" size={24} /> {note}
                  </small>
                )}
              </th>
              <td>{format.number(row.mentions)}</td>
              {row.net ? (
                <>
                  <td className={`${kind} ${css.net}`}>
                    {!row.grey && <OpinionMark kind={kind} size={24} />} {format.signed(row.net.net)}
                  </td>
                  <td className={css.ends}>{format.netEnds(row.net)}</td>
                </>
              ) : (
                <td colSpan={2}>{say('wall.tooFew')}</td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
