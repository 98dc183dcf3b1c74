import { useState } from 'react';
import { Link } from 'wouter';
import type { Launch } from '../../../shared/domain.ts';
import { isolated } from '../../../shared/isolated.ts';
import { launchTheme } from '../../../shared/launchThemes.ts';
import { nameIn } from '../../../shared/nameIn.ts';
import type { TurningPoint } from '../../../shared/retrospective.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { useRetrospectiveChange } from '../../history/useRetrospective.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { exploreLink } from '../../select/exploreState.ts';
import { numberedTurns } from '../../select/turnMarks.ts';
import { looksOf, useHere } from '../../ui/hrefs.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import { sayTurnChange } from '../../ui/sayTurn.ts';
import { TurnNumber } from '../../ui/TurnNumber.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './StoryPanel.module.css';

type Props = { launch: Launch; turns: readonly TurningPoint[]; names: Names; locked: string | null };

/** What turned, in the order of time; a person confirms each or says that it was none. */
export function TurnList({ launch, turns, names, locked }: Props) {
  const { say } = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const dismissed = turns.filter(({ verdict }) => verdict?.is === 'dismissed');
  const numbered = numberedTurns(turns);
  const shown = showsAll ? turns : turns.filter((turn) => !dismissed.includes(turn));
  return (
    <section aria-labelledby="story-turns" className={css.part}>
      <h3 id="story-turns" className={`part-title ${css.head}`}>
        {say('story.turns')} <small>{say('story.turnsWhy')}</small>
      </h3>
      {turns.length === 0 && <p className={css.note}>{say('story.noTurns')}</p>}
      {shown.some(({ kind }) => kind === 'sentiment') && <p className={css.note}>{say('story.turnsError')}</p>}
      <ol className={css.turns}>
        {shown.map((turn) => (
          <TurnOf
            key={`${turn.kind} ${turn.at}`}
            launch={launch}
            turn={turn}
            number={numbered.find((one) => one.turn === turn)?.number}
            names={names}
            locked={locked}
          />
        ))}
      </ol>
      {locked !== null && turns.length > 0 && <p className={css.note}>{locked}</p>}
      {dismissed.length > 0 && !showsAll && (
        <p className={css.note}>
          {say('story.hidden', { count: dismissed.length })}{' '}
          <button type="button" className={css.quiet} onClick={() => setShowsAll(true)}>
            {say('story.show')}
          </button>
        </p>
      )}
    </section>
  );
}

function TurnOf({
  launch,
  turn,
  number,
  names,
  locked,
}: {
  launch: Launch;
  turn: TurningPoint;
  /** The one that it has on the curve; a dismissed one has none. */
  number: number | undefined;
  names: Names;
  locked: string | null;
}) {
  const { say, language } = useWords();
  const format = useFormat(launch.timeZone);
  const looks = looksOf(useHere());
  const change = useRetrospectiveChange(launch.id);
  const isLost = useIsLost();
  const { kind, at, offsetMs, theme, near, verdict } = turn;
  const judge = (is: 'confirmed' | 'dismissed' | null) => change.mutate({ turn: { at, kind, is } });
  const shape = kind === 'peak' ? '◆' : turn.change.value > 0 ? '▲' : '▼';
  const range = { range: 'custom', from: at, to: at + (kind === 'peak' ? hourMs : 6 * hourMs) } as const;
  const themes = launch.query === undefined ? [] : [launchTheme(launch.id)];
  return (
    <li data-verdict={verdict?.is}>
      <p className={css.when}>
        {number !== undefined && <TurnNumber number={number} isConfirmed={verdict?.is === 'confirmed'} />}{' '}
        <span aria-hidden="true" className={kind === 'peak' ? '' : turn.change.value > 0 ? 'positive' : 'negative'}>
          {shape}
        </span>{' '}
        <Link
          className="door"
          href={exploreLink({ ...range, brands: [launch.brand], themes, stage: 'important' }, looks)}
        >
          {offsetWords(offsetMs, format)}
        </Link>
        <span className={css.moment}>{format.moment(at)}</span>
      </p>
      <div>
        <p>
          <b className="strong">{sayTurnChange(turn, say, format)}</b>
        </p>
        {theme && (
          <p>
            {say('story.turn.theme', {
              theme: names.theme(theme.id),
              before: format.percent(theme.before),
              after: format.percent(theme.after),
            })}
          </p>
        )}
        {near.length > 0 && (
          <p>
            {say('story.turn.near', {
              names: near.map((one) => `${isolated(nameIn(one, language))} (${format.time(one.at)})`).join(', '),
            })}
          </p>
        )}
        {change.error && <p role="alert">{change.error.message}</p>}
      </div>
      <p className={css.verdict}>
        {verdict ? (
          <>
            <b className="strong">{say(`story.${verdict.is}`)}</b>{' '}
            {locked === null && (
              <button
                type="button"
                className={css.quiet}
                disabled={change.isPending || isLost}
                onClick={() => judge(null)}
              >
                {say('story.takeBack')}
              </button>
            )}
          </>
        ) : (
          locked === null &&
          (['confirmed', 'dismissed'] as const).map((is) => (
            <button
              key={is}
              type="button"
              className="button"
              disabled={change.isPending || isLost}
              onClick={() => judge(is)}
            >
              {say(is === 'confirmed' ? 'story.confirm' : 'story.dismiss')}
            </button>
          ))
        )}
      </p>
    </li>
  );
}
