import type { StatusState } from '../../../shared/protocol.ts';
import { useScoreboard, useSheet } from '../../history/useScoreboard.ts';
import { useSession } from '../../history/useSession.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import { useFrame } from '../../live/useFrame.ts';
import { Loading } from '../../ui/Loading.tsx';
import { StaleNote } from '../../ui/StaleNote.tsx';
import { Unread } from '../../ui/Unread.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useNamedWorkspace } from '../../ui/useNamedWorkspace.ts';
import { useWords } from '../../ui/useWords.ts';
import { LabelSheet } from './LabelSheet.tsx';
import { Answer, Results } from './Results.tsx';
import css from './Scoreboard.module.css';

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;

/** Twenty messages a day to label, and what the labels say of the machine. */
export default function Scoreboard() {
  const { say } = useWords();
  const version = useFrame('status', selectVersion) ?? '';
  const { data: workspace } = useNamedWorkspace(version);
  const format = useFormat(workspace?.value.timeZone ?? 'UTC');
  const names = namesOf(workspace?.value, say('explore.noTheme'));
  const session = useSession();
  const isAllowed = session.data !== undefined && session.data.role !== 'view';
  const sheet = useSheet(version, isAllowed);
  const board = useScoreboard(version);
  const failed = sheet.error ?? board.error;
  return (
    <article className={css.page}>
      <StaleNote format={format} />
      {board.data ? <Answer board={board.data} format={format} /> : <h1 className="lead">{say('score.title')}</h1>}
      {session.data?.role === 'view' && <p className={css.note}>{say('score.viewer')}</p>}
      {sheet.data && (
        <LabelSheet key={`${version} ${sheet.data.day}`} {...{ sheet: sheet.data, version, names, format }} />
      )}
      {!sheet.data && !sheet.error && session.data?.role !== 'view' && (
        <div className={css.waiting}>
          <Loading />
        </div>
      )}
      {board.data && <Results {...{ board: board.data, weights: sheet.data?.weights, names, format }} />}
      {failed && !(sheet.data && board.data) && (
        <Unread
          what="state.unread.scoreboard"
          error={failed}
          isPage
          retry={() => {
            void sheet.refetch();
            void board.refetch();
          }}
        />
      )}
      {!failed && !board.data && !isAllowed && <Loading />}
    </article>
  );
}
