import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { exploreLink } from '../../select/exploreState.ts';
import { hrefTo, looksOf, useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';

const languagesNamed = 3;

/** Keys, what ± means, and what is not scored. */
export function BriefFoot({ state, stage, window, format }: BriefPart) {
  const { say } = useWords();
  const here = useHere();
  const [, navigate] = useLocation();
  const explore = exploreLink({ ...window.range, brands: [stage.brand] }, looksOf(here));
  const wall = hrefTo(here, stage.launch ? `/wall/${stage.launch.id}` : '/wall');

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === 'e' || key === '/') navigate(explore);
      else if (key === 'w') navigate(wall);
      else if (key === 'p') print();
      else if (/^[1-4]$/.test(key)) document.querySelector<HTMLElement>(`[data-figure="${key}"]`)?.click();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [explore, wall, navigate]);

  const unscored = Object.entries(state.unscored)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1]);
  const total = unscored.reduce((sum, [, count]) => sum + count, 0);
  const named = unscored.slice(0, languagesNamed).map(([code]) => format.language(code));
  return (
    <footer className={css.foot}>
      <span className={css.keys}>
        <Link href={explore}>
          <kbd className="kbd">E</kbd> {say('brief.keyExplore')}
        </Link>
        <span className="keys-only">
          <kbd className="kbd">1</kbd>–<kbd className="kbd">4</kbd> {say('brief.keyFigure')}
        </span>
        <button type="button" onClick={() => print()}>
          <kbd className="kbd">P</kbd> {say('brief.keyPrint')}
        </button>
        <Link href={wall}>
          <kbd className="kbd">W</kbd> {say('brief.keyWall')}
        </Link>
        <Link href={hrefTo(here, '/wall/remote')}>{say('brief.remote')}</Link>
      </span>
      <span>
        {total > 0 &&
          `${say('brief.unscored', {
            count: format.number(total),
            languages: named.join(', ') + (unscored.length > languagesNamed ? ' …' : ''),
          })} `}
        {say('brief.interval')}{' '}
        <Link className="door" href={hrefTo(here, '/scoreboard')} title={say('brief.labels')}>
          {say('brief.error')}
        </Link>
        {say('brief.footnote')} {stage.zone}.
      </span>
    </footer>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
