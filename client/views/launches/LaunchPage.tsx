import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { StatusState } from '../../../shared/protocol.ts';
import { replayedRange } from '../../../shared/replayedRange.ts';
import { useSession } from '../../history/useSession.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import { useFrame, useIsLost } from '../../live/useFrame.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { Loading } from '../../ui/Loading.tsx';
import { StaleNote } from '../../ui/StaleNote.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { Unread } from '../../ui/Unread.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useIsFilling } from '../../ui/useIsFilling.ts';
import { useNamedWorkspace } from '../../ui/useNamedWorkspace.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import { LaunchHead } from './LaunchHead.tsx';
import css from './LaunchPage.module.css';
import { LaunchPlan } from './LaunchPlan.tsx';
import { PrintedHead } from './PrintedHead.tsx';

const BesidePanel = lazy(() => import('./BesidePanel.tsx'));
const ComparisonPanel = lazy(() => import('./ComparisonPanel.tsx'));
const DecisionsPanel = lazy(() => import('./DecisionsPanel.tsx'));
const EventList = lazy(() => import('./EventList.tsx'));
const LaunchLead = lazy(() => import('./LaunchLead.tsx'));
const MissingNote = lazy(() => import('./MissingNote.tsx'));
const OutlookPanel = lazy(() => import('./OutlookPanel.tsx'));
const ReplayPanel = lazy(() => import('./ReplayPanel.tsx'));
const SpeakPanel = lazy(() => import('./SpeakPanel.tsx'));
const StoryPanel = lazy(() => import('./StoryPanel.tsx'));
const selectData = (status: StatusState) => status.data;
const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;

/** With which rules history is counted: when that changes, so may every past figure. */
const selectCounted = (status: StatusState) => `${status.history.ruleSet} ${status.history.corrections}`;

/** One launch, in its own zone: where it stands first, then its curve among past ones, its story, and what is done with it. */
export default function LaunchPage({ id }: { id: string }) {
  const { say } = useWords();
  const here = useHere();
  const version = useFrame('status', selectVersion) ?? '';
  const counted = useFrame('status', selectCounted) ?? '';
  const shown = useFrame('status', selectData) ?? 'own';
  const isFilling = useIsFilling();
  const session = useSession();
  const now = useNow(60_000);
  const isLost = useIsLost();
  const { data, error, refetch } = useNamedWorkspace(version);
  const format = useFormat(data?.value.timeZone ?? 'UTC');
  const launch = data?.value.launches.find((one) => one.id === id);
  if (!data)
    return error ? (
      <Unread what="state.unread.launch" error={error} isPage retry={() => void refetch()} />
    ) : (
      <Loading shape="launch" />
    );
  if (!launch)
    return (
      <StateBlock shape="lost" title={say('launches.unknown')} why={say('launches.unknownWhy', { id })}>
        <Link className="button" href={hrefTo(here, '/launches')}>
          {say('launches.all')}
        </Link>
      </StateBlock>
    );
  if (isFilling) return <StateBlock shape="live" title={say('state.filling')} why={say('state.fillingWhy')} />;
  const names = namesOf(data.value, '');
  const mayChange = shown === 'own' && session.data?.role !== 'view';
  const told = `${version} ${counted}`;
  return (
    <article className={css.page} data-stale={isLost || undefined}>
      <LaunchHead launch={launch} names={names} />
      <StaleNote format={format} />
      <PrintedHead launch={launch} name={data.value.name} />
      <div className={css.first}>
        <Suspense fallback={null}>
          <LaunchLead launch={launch} workspace={data.value} version={told} />
        </Suspense>
      </div>
      <div className={css.comparison}>
        <Suspense fallback={<Loading />}>
          <ComparisonPanel launch={launch} workspace={data.value} names={names} version={told} />
        </Suspense>
      </div>
      <div className={css.columns}>
        <div className={css.column}>
          <Suspense fallback={null}>
            <BesidePanel launch={launch} workspace={data.value} names={names} version={told} />
          </Suspense>
          <Suspense fallback={null}>
            <OutlookPanel launch={launch} launches={data.value.launches} outcome={data.value.outcome} version={told} />
          </Suspense>
        </div>
        <aside className={css.column}>
          <Suspense fallback={null}>
            <EventList launch={launch} />
          </Suspense>
          <Suspense fallback={null}>
            <MissingNote launch={launch} version={told} />
          </Suspense>
          <LaunchPlan launch={launch} launches={data.value.launches} names={names} mayChange={mayChange} />
        </aside>
      </div>
      {launch.at <= now && (
        <Suspense fallback={<Loading />}>
          <StoryPanel launch={launch} names={names} version={told} data={shown} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <DecisionsPanel launch={launch} mayNote={mayChange} />
      </Suspense>
      <Suspense fallback={null}>
        <SpeakPanel launch={launch} names={names} version={told} />
      </Suspense>
      {replayedRange(launch).from < now && (
        <Suspense fallback={null}>
          <ReplayPanel key={launch.id} launch={launch} version={told} />
        </Suspense>
      )}
    </article>
  );
}
