import type { Sentence } from '../../select/headline.ts';
import { Dot } from '../../ui/Dot.tsx';
import { Parts } from '../../ui/Parts.tsx';
import { sayLost } from '../../ui/sayLost.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import type { Missing } from '../../ui/useMissing.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';

type Props = BriefPart & {
  now: number;
  missing: Missing | null;
  /** Which hours nobody heard, in words. */
  unheardNote: string | null;
  /** How much is said against the time before, and how people feel. */
  buzz: Sentence;
  opinion: Sentence;
  certainty: Sentence;
  past: Sentence | null;
  /** Why past launches are not compared; empty where they are, or there is nothing to compare. */
  lack: Sentence;
  lostSince: number | null;
  /** How old figures are that were kept from an earlier visit; null for others. */
  keptAgeMs: number | null;
};

/** Opens with the launch among launches where there are enough; the time before T0 is then told by the first figure alone. */
export function BriefHead({
  stage,
  format,
  now,
  missing,
  unheardNote,
  buzz,
  opinion,
  certainty,
  past,
  lack,
  lostSince,
  keptAgeMs,
}: Props) {
  const { say } = useWords();
  const isNarrow = useIsNarrow();
  const { launch } = stage;
  return (
    <header>
      <p className={css.kicker}>
        <b>
          <i className={css.swatch} style={{ background: stage.names.color(stage.brand) }} aria-hidden="true" />
          {launch?.name ?? stage.names.brand(stage.brand)}
        </b>
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
          {isNarrow ? format.moment(now) : `${format.date(now)}, ${format.time(now)} ${format.city}`}
        </time>
      </p>
      <h1 className={css.headline}>
        {past ? (
          <span data-past>
            <Parts sentence={past} format={format} classes={{ quiet: css.quiet }} />
          </span>
        ) : (
          <Parts sentence={buzz} format={format} classes={{ quiet: css.quiet }} />
        )}{' '}
        <Parts sentence={opinion} format={format} classes={{ quiet: css.quiet }} />
      </h1>
      {lostSince !== null && (
        <p className="stale-note">
          {sayLost({ lostSince, isKept: keptAgeMs !== null, ageMs: keptAgeMs ?? 0 }, say, format)}
        </p>
      )}
      {missing && (
        <p className={`${css.certainty} strong`} data-missing>
          <Dot shape="slow" /> {say('state.sourceLost', { ...missing, moment: format.moment(missing.since) })}
        </p>
      )}
      {unheardNote && (
        <p className={`${css.certainty} strong`} data-unheard-note>
          <Dot shape="slow" /> {unheardNote}
        </p>
      )}
      <p className={css.certainty} title={say('certainty.rule')}>
        {say('certainty.title')}{' '}
        {/* How the brand's buzz stands to the time before is then no claim of the headline, or a line above says that none is made. */}
        <Parts
          sentence={[...(past || missing || unheardNote ? certainty.slice(1) : certainty), ...lack]}
          format={format}
          classes={{}}
        />
      </p>
    </header>
  );
}
