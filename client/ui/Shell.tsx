import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { AlertsState } from '../../shared/alerts.ts';
import type { StatusState } from '../../shared/protocol.ts';
import { useConnection, useFrame } from '../live/useFrame.ts';
import { waitingAlerts } from '../select/waitingAlerts.ts';
import { hrefTo, useHere } from './hrefs.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { LiveLine } from './LiveLine.tsx';
import { isIn, places } from './places.ts';
import { useReplay } from './ReplayLive.tsx';
import css from './Shell.module.css';
import { ShellAlerts } from './ShellAlerts.tsx';
import { SignIn } from './SignIn.tsx';
import { useDemoName } from './useDemoName.ts';
import { useGoKeys } from './useGoKeys.ts';
import { useKeys } from './useKeys.ts';
import { useNow } from './useNow.ts';
import { useRefusedWords } from './useRefusedWords.ts';
import { useWords } from './useWords.ts';
import { Wordmark } from './Wordmark.tsx';

const KeyHelp = lazy(() => import('./KeyHelp.tsx'));
const ReplayFrame = lazy(() => import('./ReplayFrame.tsx'));
const goKeys = new Map([...places.map(({ key, path }) => [key, path] as const), ['w', '/wall'] as const]);
const explore = places.find(({ path }) => path === '/explore')!;
const selectData = (status: StatusState) => status.data;
const whole = (state: AlertsState) => state;

/** The frame around every screen but the wall: places, mark of the demo, language, and how live all of it is. */
export function Shell({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const at = useHere();
  const data = useFrame('status', selectData);
  const now = useNow(30_000);
  const demoName = useDemoName();
  const waiting = waitingAlerts(useFrame('alerts', whole), now);
  const { state, newVersion } = useConnection();
  const [, navigate] = useLocation();
  useGoKeys(goKeys, (path) => navigate(hrefTo(at, path)));
  const [showsKeys, setShowsKeys] = useState(false);
  useKeys({
    '?': () => setShowsKeys(true),
    // There its own key puts the cursor into the search.
    ...(isIn(explore, at.path) ? {} : { '/': () => navigate(hrefTo(at, explore.path)) }),
  });
  const replay = useReplay();
  const isRefused = state === 'refused';
  const refused = useRefusedWords(isRefused);
  const here = places.find((place) => isIn(place, at.path));
  return (
    <div className={css.screen}>
      <a className={css.skip} href="#figures">
        {say('shell.skip')}
      </a>
      <header className={css.top}>
        <Link className={css.wordmark} href={hrefTo(at, '/')}>
          <Wordmark />
          <span className={css.product}>Launchroom</span>
          <span className={css.hereName}>{here && !isRefused ? say(here.name) : 'Launchroom'}</span>
        </Link>
        {!isRefused && (
          <nav className={css.nav} aria-label={say('shell.places')}>
            {places.map((place) => (
              <Link
                key={place.path}
                href={hrefTo(at, place.path)}
                className={css.place}
                aria-current={place === here ? 'page' : undefined}
                title={say('shell.goKey', { key: place.key.toUpperCase() })}
              >
                <svg className={css.icon} width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
                  <path d={place.icon} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
                </svg>
                {say(place.name)}
                {place.path === '/alerts' && waiting.length > 0 && (
                  <span className={css.count} title={say('alerts.waiting', { count: waiting.length })}>
                    <span aria-hidden="true">{waiting.length}</span>
                    <span className="visually-hidden">{say('alerts.waiting', { count: waiting.length })}</span>
                  </span>
                )}
              </Link>
            ))}
          </nav>
        )}
        <span className={css.grow} />
        {data === 'demo' && (
          <Link className={css.demo} href={hrefTo(at, '/settings')} title={say('shell.demoWhy')}>
            {demoName}
          </Link>
        )}
        {newVersion && (
          <span className={css.news}>
            {say('shell.newVersion')}{' '}
            <button type="button" className="door" onClick={() => location.reload()}>
              {say('shell.reload')}
            </button>
          </span>
        )}
        {!isRefused && (
          <Link className={css.search} href={hrefTo(at, '/explore')}>
            {say('shell.search')} <kbd className="kbd">/</kbd>
          </Link>
        )}
        <LanguageChoice />
        {!replay && !isRefused && <LiveLine />}
      </header>
      {replay && (
        <Suspense fallback={<div className={css.replay} />}>
          <ReplayFrame replay={replay} />
        </Suspense>
      )}
      {!isRefused && <ShellAlerts waiting={waiting} />}
      <main id="figures" className={css.main} tabIndex={-1}>
        {isRefused ? <SignIn title={say(refused.title)} why={say(refused.why)} /> : children}
      </main>
      {showsKeys && (
        <Suspense>
          <KeyHelp onClose={() => setShowsKeys(false)} />
        </Suspense>
      )}
    </div>
  );
}
