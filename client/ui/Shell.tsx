import type { ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { hrefTo } from './hrefs.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { isIn, places } from './places.ts';
import css from './Shell.module.css';
import { useWords } from './useWords.ts';
import { Wordmark } from './Wordmark.tsx';

/** The frame around every screen but the wall: places, marks of the demo, language, and how live all of it is. */
export function Shell({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const [path] = useLocation();
  const search = useSearch();
  const here = places.find((place) => isIn(place, path));
  return (
    <div className={css.screen}>
      <a className={css.skip} href="#figures">
        {say('shell.skip')}
      </a>
      <header className={css.top}>
        <Link className={css.wordmark} href={hrefTo('/', search)}>
          <Wordmark />
          <span className={css.product}>Launchroom</span>
          <span className={css.hereName}>{here ? say(here.name) : 'Launchroom'}</span>
        </Link>
        <nav className={css.nav} aria-label={say('shell.places')}>
          {places.map((place) => (
            <Link
              key={place.path}
              href={hrefTo(place.path, search)}
              className={css.place}
              aria-current={place === here ? 'page' : undefined}
            >
              <svg className={css.icon} width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
                <path d={place.icon} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
              </svg>
              {say(place.name)}
            </Link>
          ))}
        </nav>
        <span className={css.grow} />
        <LanguageChoice />
      </header>
      <main id="figures" className={css.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
