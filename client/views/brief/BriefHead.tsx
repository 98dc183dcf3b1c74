import type { Sentence } from '../../select/headline.ts';
import { Dot } from '../../ui/Dot.tsx';
import { Parts } from '../../ui/Parts.tsx';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';

type Props = BriefPart & {
  now: number;
  headline: Sentence[];
  certainty: Sentence;
  past: Sentence | null;
  lostSince: number | null;
};

export function BriefHead({ stage, format, now, headline, certainty, past, lostSince }: Props) {
  const { say } = useWords();
  const { launch } = stage;
  return (
    <header>
      <p className={css.kicker}>
        <b style={{ color: stage.names.color(stage.brand) }}>{launch?.name ?? stage.names.brand(stage.brand)}</b>
        {launch && (
          <>
            <span className="ink-3">/</span>
            <span className="strong">
              T{now < launch.at ? '−' : '+'}
              {format.duration(Math.abs(now - launch.at))}
            </span>
          </>
        )}
        <span className="ink-3">/</span>
        <time dateTime={new Date(now).toISOString()}>
          {format.date(now)}, {format.time(now)} {format.city}
        </time>
      </p>
      <h1 className={css.headline}>
        <Parts sentence={headline.flat()} format={format} classes={{ quiet: css.quiet }} />
      </h1>
      {past && lostSince === null && (
        <p className={css.past} data-past>
          <Parts sentence={past} format={format} classes={{ quiet: 'ink-3' }} />
        </p>
      )}
      {lostSince === null ? (
        <p className={css.certainty}>
          {say('certainty.title')} <Parts sentence={certainty} format={format} classes={{}} />{' '}
          <span className="ink-3">{say('certainty.rule')}</span>
        </p>
      ) : (
        <p className={`${css.certainty} strong`}>
          <Dot shape="lost" /> {say('state.stale', { time: format.seconds(lostSince) })}
        </p>
      )}
    </header>
  );
}
