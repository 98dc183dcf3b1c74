import { Link } from 'wouter';
import type { Launch } from '../../../shared/domain.ts';
import { launchTheme } from '../../../shared/launchThemes.ts';
import { exploreLink } from '../../select/exploreState.ts';
import { isOnBrief } from '../../select/focus.ts';
import { hrefTo, looksOf, useHere } from '../../ui/hrefs.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Launches.module.css';

/** From a launch to its figures on the other screens. */
export function LaunchWays({ launch, now }: { launch: Launch; now: number }) {
  const { say } = useWords();
  const here = useHere();
  const product = launch.query === undefined ? [] : [launchTheme(launch.id)];
  const since = { range: 'custom', from: launch.at, to: Math.max(now, launch.at + 60_000) } as const;
  return (
    <p className={css.ways}>
      {isOnBrief(launch, now) && (
        <Link className="button" href={hrefTo(here, '/', { launch: launch.id })}>
          {say('launches.brief')}
        </Link>
      )}
      {launch.at <= now && (
        <Link
          className="button"
          href={exploreLink({ ...since, brands: [launch.brand], themes: product }, looksOf(here))}
        >
          {say('launches.explore')}
        </Link>
      )}
      <Link className="button" href={hrefTo(here, `/wall/${encodeURIComponent(launch.id)}`)}>
        {say('launches.wall')}
      </Link>
    </p>
  );
}
