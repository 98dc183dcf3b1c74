import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { StatusState } from '../../../shared/protocol.ts';
import { namesOf, useWorkspace } from '../../history/useWorkspace.ts';
import { useFrame } from '../../live/useFrame.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { Loading } from '../../ui/Loading.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Launches.module.css';
import { LaunchRow } from './LaunchRow.tsx';

const ComparisonPanel = lazy(() => import('./ComparisonPanel.tsx'));
const DecisionsPanel = lazy(() => import('./DecisionsPanel.tsx'));
const ReplayPanel = lazy(() => import('./ReplayPanel.tsx'));
const SignalPanel = lazy(() => import('./SignalPanel.tsx'));
const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;

/** With which rules history is counted: when that changes, so may every past figure. */
const selectCounted = (status: StatusState) => `${status.history.ruleSet} ${status.history.corrections}`;

/** One launch: among past ones first, then its moment, events and decisions, in its own zone. */
export default function LaunchPage({ id }: { id: string }) {
  const { say } = useWords();
  const here = useHere();
  const now = useNow(1_000);
  const version = useFrame('status', selectVersion) ?? '';
  const counted = useFrame('status', selectCounted) ?? '';
  const { data, error, refetch } = useWorkspace(version);
  const launch = data?.value.launches.find((one) => one.id === id);
  const format = useFormat(launch?.timeZone ?? 'UTC');
  if (!data)
    return error ? (
      <StateBlock shape="lost" title={say('state.error')} why={error.message}>
        <button type="button" className="button" onClick={() => void refetch()}>
          {say('state.retry')}
        </button>
      </StateBlock>
    ) : (
      <Loading />
    );
  if (!launch)
    return (
      <StateBlock shape="lost" title={say('launches.unknown')} why={say('launches.unknownWhy', { id })}>
        <Link className="button" href={hrefTo(here, '/launches')}>
          {say('launches.all')}
        </Link>
      </StateBlock>
    );
  const events = [...launch.events].sort((a, b) => a.at - b.at);
  return (
    <article className={css.page}>
      <h1 className={css.title}>{launch.name}</h1>
      <div className={css.comparison}>
        <Suspense fallback={<Loading />}>
          <ComparisonPanel
            launch={launch}
            workspace={data.value}
            names={namesOf(data.value, '')}
            version={`${version} ${counted}`}
          />
        </Suspense>
      </div>
      <ul>
        <LaunchRow launch={launch} names={namesOf(data.value, '')} now={now} isNamed={false} />
      </ul>
      <h2 className={css.h2}>{say('launches.events')}</h2>
      {events.length === 0 && <p className="ink-2">{say('launches.noEvents')}</p>}
      <ol className={css.events}>
        {events.map((event) => (
          <li key={`${event.at} ${event.name}`}>
            <time dateTime={new Date(event.at).toISOString()}>{format.moment(event.at)}</time>
            <span className="ink-3">
              T{event.at < launch.at ? '−' : '+'}
              {format.duration(Math.abs(event.at - launch.at))}
            </span>
            <b className="strong">{event.name}</b>
            <span className="ink-2">{event.kind}</span>
          </li>
        ))}
      </ol>
      <ReplayPanel key={launch.id} launch={launch} />
      <DecisionsPanel launch={launch} />
      <SignalPanel launch={launch} names={namesOf(data.value, '')} />
    </article>
  );
}
