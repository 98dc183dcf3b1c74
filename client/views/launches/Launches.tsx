import { Link } from 'wouter';
import type { StatusState } from '../../../shared/protocol.ts';
import { namesOf, useWorkspace } from '../../history/useWorkspace.ts';
import { useFrame } from '../../live/useFrame.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { Loading } from '../../ui/Loading.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Launches.module.css';
import { LaunchRow } from './LaunchRow.tsx';

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;

/** The launches of the workspace as they are stored, the newest first. */
export default function Launches() {
  const { say } = useWords();
  const here = useHere();
  const now = useNow(1_000);
  const { data, error, refetch } = useWorkspace(useFrame('status', selectVersion));
  if (error && !data)
    return (
      <StateBlock shape="lost" title={say('state.error')} why={error.message}>
        <button type="button" className="button" onClick={() => void refetch()}>
          {say('state.retry')}
        </button>
      </StateBlock>
    );
  if (!data) return <Loading shape="rows" />;
  const workspace = data.value;
  const launches = [...workspace.launches].sort((a, b) => b.at - a.at);
  if (launches.length === 0)
    return (
      <StateBlock shape="live" title={say('launches.none')} why={say('launches.noneWhy')}>
        <Link className="button primary" href={hrefTo(here, '/settings/launches')}>
          {say('launches.settings')}
        </Link>
      </StateBlock>
    );
  const names = namesOf(workspace, '');
  return (
    <article className={css.page}>
      <h1 className={css.title}>{say('launches.title')}</h1>
      <ul>
        {launches.map((launch) => (
          <LaunchRow key={launch.id} launch={launch} names={names} now={now} />
        ))}
      </ul>
    </article>
  );
}
