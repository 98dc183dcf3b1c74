import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { StatusState } from '../../../shared/protocol.ts';
import { useSession } from '../../history/useSession.ts';
import { useWorkspace } from '../../history/useWorkspace.ts';
import { useFrame, useLiveness } from '../../live/useFrame.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { Loading } from '../../ui/Loading.tsx';
import { sayLost } from '../../ui/sayLost.ts';
import { Unread } from '../../ui/Unread.tsx';
import { useHasUnsaved } from '../../ui/unsaved.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import { AlertsSection } from './AlertsSection.tsx';
import { CorrectionsSection } from './CorrectionsSection.tsx';
import { DataSection } from './DataSection.tsx';
import { DemoNote } from './DemoNote.tsx';
import { FirstRun } from './FirstRun.tsx';
import { LaunchesSection } from './LaunchesSection.tsx';
import type { Lock } from './lock.ts';
import { ReceiversSection } from './ReceiversSection.tsx';
import { RecomputeLine } from './RecomputeLine.tsx';
import css from './Settings.module.css';
import { SignificanceSection } from './SignificanceSection.tsx';
import { SourcesSection } from './SourcesSection.tsx';
import { type SettingsSection, settingsSections } from './sections.ts';
import { UnsavedDialog } from './UnsavedDialog.tsx';
import { VersionsSection } from './VersionsSection.tsx';
import { WatchedSection } from './WatchedSection.tsx';

/** Nothing in them is for a key that may only look. */
const forChanging: readonly SettingsSection[] = ['start', 'receivers'];

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;
const selectData = (status: StatusState) => status.data;

/** What is watched and where posts come from. The section is in the path, so that a link opens it. */
export default function Settings() {
  const { say } = useWords();
  const here = useHere();
  const version = useFrame('status', selectVersion) ?? '';
  const data = useFrame('status', selectData);
  const liveness = useLiveness();
  const answer = useWorkspace(version);
  const format = useFormat(answer.data?.value.timeZone ?? 'UTC');
  const session = useSession();
  const isViewer = session.data?.role === 'view';
  const isDemo = data === 'demo';
  const lock: Lock = isViewer ? 'viewer' : isDemo ? 'demo' : null;
  const inPath = here.path.split('/')[2];
  const workspace = answer.data?.value;
  const isFirst = data === 'own' && !isViewer && workspace?.brands.length === 0;
  const section: SettingsSection =
    settingsSections.find((one) => one === inPath && !(isViewer && forChanging.includes(one))) ??
    (isFirst ? 'start' : 'brands');
  const [, navigate] = useLocation();
  // The first steps stay in sight when the first of them is done: they get an address of their own.
  const mustMove = isFirst && inPath === undefined;
  useEffect(() => {
    if (mustMove) navigate(hrefTo(here, '/settings/start'), { replace: true });
  }, [mustMove, here, navigate]);
  const tabs = useRef<HTMLElement>(null);
  // On a phone they are a row that scrolls: the one that is open comes into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the section decides which link is the current one
  useEffect(() => {
    const link = tabs.current?.querySelector<HTMLElement>('[aria-current]');
    if (link) tabs.current?.scrollTo({ left: link.offsetLeft - (tabs.current.clientWidth - link.offsetWidth) / 2 });
  }, [section]);
  const isUnsaved = useHasUnsaved();
  const isStale = liveness.state === 'lost';
  return (
    <div className={css.settings} data-stale={isStale || undefined}>
      {isStale && liveness.lostSince !== null && (
        <p className="stale-note" role="status">
          {sayLost(liveness, say, format)} {!isViewer && say('state.noChanges')}
        </p>
      )}
      {isViewer ? (
        <p className={css.strip}>{say('settings.viewOnly')}</p>
      ) : (
        data !== undefined && <DemoNote isDemo={isDemo} isStart={section === 'start'} />
      )}
      <RecomputeLine isReadOnly={lock !== null} format={format} />
      <div className={css.layout}>
        <nav ref={tabs} className={css.sections} aria-label={say('settings.title')}>
          {settingsSections
            .filter((one) => !(isViewer && forChanging.includes(one)))
            .map((one) => (
              <Link
                key={one}
                href={hrefTo(here, `/settings/${one}`)}
                aria-current={one === section ? 'page' : undefined}
              >
                {say(`settings.${one}`)} {one === section && isUnsaved && <small>{say('settings.draft')}</small>}
              </Link>
            ))}
        </nav>
        {!answer.data || data === undefined ? (
          <div className={css.wide}>
            {answer.error ? (
              <Unread what="state.unread.settings" error={answer.error} isPage retry={() => void answer.refetch()} />
            ) : (
              <Loading shape="settings" />
            )}
          </div>
        ) : section === 'start' ? (
          <FirstRun saved={answer.data} isDemo={isDemo} />
        ) : section === 'brands' || section === 'themes' ? (
          <WatchedSection key={section} kind={section} saved={answer.data} lock={lock} />
        ) : section === 'significance' ? (
          <SignificanceSection saved={answer.data} lock={lock} format={format} />
        ) : section === 'versions' ? (
          <VersionsSection saved={answer.data} lock={lock} format={format} />
        ) : section === 'corrections' ? (
          <CorrectionsSection saved={answer.data} lock={lock} />
        ) : section === 'launches' ? (
          <LaunchesSection saved={answer.data} lock={lock} />
        ) : section === 'alerts' ? (
          <AlertsSection saved={answer.data} lock={lock} data={data} />
        ) : section === 'receivers' ? (
          <ReceiversSection isDemo={isDemo} format={format} />
        ) : section === 'sources' ? (
          <SourcesSection format={format} isViewer={isViewer} />
        ) : (
          <DataSection saved={answer.data} isDemo={isDemo} isViewer={isViewer} format={format} />
        )}
      </div>
      <UnsavedDialog />
    </div>
  );
}
