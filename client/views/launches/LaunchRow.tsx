import { Link } from 'wouter';
import type { Launch } from '../../../shared/domain.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Launches.module.css';
import { LaunchWays } from './LaunchWays.tsx';

type Props = { launch: Launch; names: Names; now: number };

/** One launch in the list: brand, T0 in its own zone, its clock, and the ways to its figures. */
export function LaunchRow({ launch, names, now }: Props) {
  const { say } = useWords();
  const here = useHere();
  const format = useFormat(launch.timeZone);
  return (
    <li className={css.row}>
      <div className={css.name}>
        <i style={{ background: names.color(launch.brand) }} />
        <Link className={css.link} href={hrefTo(here, `/launches/${encodeURIComponent(launch.id)}`)}>
          {launch.name}
        </Link>
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
      <LaunchWays launch={launch} now={now} />
    </li>
  );
}
