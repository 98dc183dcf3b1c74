import type { Launch } from '../../../shared/domain.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './LaunchPage.module.css';
import { LaunchWays } from './LaunchWays.tsx';

/** Whose launch it is, how old, and the ways from here. */
export function LaunchHead({ launch, names }: { launch: Launch; names: Names }) {
  const { say } = useWords();
  const now = useNow(1_000);
  const format = useFormat(launch.timeZone);
  return (
    <header className={css.head}>
      <div>
        <p className={css.kicker}>
          <b>
            <i style={{ background: names.color(launch.brand) }} /> {names.brand(launch.brand)}
          </b>
          <span className="ink-3">/</span>
          <span className="strong">
            <span className="visually-hidden">{say('launches.clock')} </span>T{now < launch.at ? '−' : '+'}
            {format.duration(Math.abs(now - launch.at))}
          </span>
          <span className="ink-3">/</span>
          <span>
            {say('launches.moment')}{' '}
            <time dateTime={new Date(launch.at).toISOString()}>
              {format.date(launch.at)}, {format.time(launch.at)}
            </time>{' '}
            {launch.timeZone}
          </span>
        </p>
        <h1 className={css.title}>{launch.name}</h1>
      </div>
      <LaunchWays launch={launch} now={now} />
    </header>
  );
}
