import { Link } from 'wouter';
import type { Launch } from '../../../shared/domain.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { exploreLink } from '../../select/exploreState.ts';
import { isOnBrief } from '../../select/focus.ts';
import { hrefTo, looksOf, useHere } from '../../ui/hrefs.ts';
import { offsetWords } from '../../ui/sayStanding.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Launches.module.css';

type Props = { launch: Launch; names: Names; now: number; isLinked?: boolean; isNamed?: boolean };

/** One launch: brand, T0 in its own zone, its clock, and the ways to its figures. Unnamed below its own headline. */
export function LaunchRow({ launch, names, now, isLinked = false, isNamed = true }: Props) {
  const { say } = useWords();
  const here = useHere();
  const format = useFormat(launch.timeZone);
  const looks = looksOf(here);
  const since = { range: 'custom', from: launch.at, to: Math.max(now, launch.at + 60_000) } as const;
  return (
    <li className={css.row}>
      <div className={css.name}>
        <i style={{ background: names.color(launch.brand) }} />
        {!isNamed ? null : isLinked ? (
          <Link className={css.link} href={hrefTo(here, `/launches/${encodeURIComponent(launch.id)}`)}>
            {launch.name}
          </Link>
        ) : (
          <span>{launch.name}</span>
        )}
        <span className="ink-3">{names.brand(launch.brand)}</span>
      </div>
      <dl className={css.facts}>
        <div>
          <dt>{say('launches.moment')}</dt>
          <dd>
            <time dateTime={new Date(launch.at).toISOString()}>
              {format.date(launch.at)}, {format.time(launch.at)}
            </time>{' '}
            <span className="ink-3">{launch.timeZone}</span>
          </dd>
        </div>
        <div>
          <dt>{say('launches.clock')}</dt>
          <dd>{offsetWords(now - launch.at, format)}</dd>
        </div>
      </dl>
      <p className={css.ways}>
        {isOnBrief(launch, now) && (
          <Link className="button" href={hrefTo(here, '/', { launch: launch.id })}>
            {say('launches.brief')}
          </Link>
        )}
        {launch.at <= now && (
          <Link className="button" href={exploreLink({ ...since, brands: [launch.brand] }, looks)}>
            {say('launches.explore')}
          </Link>
        )}
        <Link className="button" href={hrefTo(here, `/wall/${encodeURIComponent(launch.id)}`)}>
          {say('launches.wall')}
        </Link>
      </p>
    </li>
  );
}
