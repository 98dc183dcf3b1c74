import type { KeyboardEvent } from 'react';
import type { Launch } from '../../../shared/domain.ts';
import { type ReplayClock, replayClocks } from '../../../shared/replayClocks.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { type FollowedReplay, useChangeReplay, useEndReplay, useReplayState } from '../../history/useReplay.ts';
import { useSession } from '../../history/useSession.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './ReplayPanel.module.css';
import { ReplayScrub } from './ReplayScrub.tsx';

const speeds = [1, 10, 60, 600];

type Props = { launch: Launch; replay: FollowedReplay; onOver: () => void };

/** A replay that runs: where it stands, and what moves it for those who may. */
export function ReplayStrip({ launch, replay, onOver }: Props) {
  const { say } = useWords();
  const { id, key } = replay;
  const role = useSession().data?.role;
  const here = useHere();
  const format = useFormat(launch.timeZone);
  const { data, error } = useReplayState(id);
  const change = useChangeReplay(replay);
  const end = useEndReplay();
  const isLost = useIsLost();
  if (error)
    return (
      <p className={css.start} role="alert">
        {say('replay.over')}
        <button type="button" className="button" onClick={onOver}>
          {say('replay.again')}
        </button>
      </p>
    );
  if (!data) return null;
  const { from, to, at, clock, speed, paused, knownShare, alerts, forRoom } = data.answer;
  const mayMove = forRoom ? role === 'all' : key !== undefined;
  const canMove = mayMove && !isLost;
  const offset = at - launch.at;
  const passed = [
    ...launch.events.map((one) => ({ at: one.at, name: one.name, kind: say('replay.event') })),
    ...launch.decisions.map((one) => ({ at: one.at, name: one.name, kind: say('replay.decision') })),
    ...alerts.map((one) => ({
      at: one.raisedAt,
      name: say(`alert.kind.${one.kind}`),
      kind: say('replay.alert'),
    })),
  ]
    .filter((one) => one.at >= from && one.at <= at)
    .sort((a, b) => b.at - a.at)
    .slice(0, 5);

  const onKey = (event: KeyboardEvent) => {
    if (!canMove) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? hourMs : minuteMs;
    if (event.key === 'ArrowLeft') change.mutate({ step: -step });
    else if (event.key === 'ArrowRight') change.mutate({ step });
    else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) change.mutate({ paused: !paused });
    else return;
    event.preventDefault();
  };
  const step = (ms: number, name: string) => (
    <button type="button" className="button" onClick={() => change.mutate({ step: ms })}>
      {name}
    </button>
  );
  return (
    <div className={css.strip}>
      <p id="replay-whose" className={css.whose}>
        {say(forRoom ? 'replay.forRoom' : 'replay.forOne')}
        {!mayMove && role !== undefined && ` ${say(forRoom ? 'replay.viewer' : 'replay.others')}`}
      </p>
      <fieldset
        className={css.moves}
        aria-labelledby="replay-title"
        aria-describedby="replay-whose"
        disabled={!canMove}
        onKeyDown={onKey}
      >
        <div className={css.row}>
          <button type="button" className="button primary" onClick={() => change.mutate({ paused: !paused })}>
            {say(paused ? 'replay.play' : 'replay.pause')}
          </button>
          <div className={css.clock}>
            <span className="ink-3">{say(clock === 'said' ? 'replay.saidUntil' : 'replay.knownAt')}</span>
            <time dateTime={new Date(at).toISOString()}>
              {format.moment(at)} · T{offset < 0 ? '−' : '+'}
              {format.duration(Math.abs(offset))}
            </time>
          </div>
          <fieldset className={css.choice}>
            <legend className="ink-3">{say('replay.clock')}</legend>
            {replayClocks.map((one: ReplayClock) => (
              <button
                key={one}
                type="button"
                className="button"
                aria-pressed={one === clock}
                onClick={() => change.mutate({ clock: one })}
              >
                {say(`replay.clock.${one}`)}
              </button>
            ))}
          </fieldset>
          <fieldset className={css.choice}>
            <legend className="ink-3">{say('replay.pace')}</legend>
            {speeds.map((one) => (
              <button
                key={one}
                type="button"
                className="button"
                aria-pressed={one === speed}
                onClick={() => change.mutate({ speed: one })}
              >
                {say('replay.speed', { speed: one })}
              </button>
            ))}
          </fieldset>
        </div>
        <ReplayScrub
          from={from}
          to={to}
          at={at}
          describe={format.moment}
          onRest={(moment, done) => change.mutate({ at: moment }, { onSettled: done })}
        />
        <div className={css.row}>
          {step(-hourMs, say('replay.hourBack'))}
          {step(-minuteMs, say('replay.minuteBack'))}
          {step(minuteMs, say('replay.minuteOn'))}
          {step(hourMs, say('replay.hourOn'))}
          <span className={css.known}>
            {knownShare === null ? say('replay.nothing') : say('replay.known', { share: format.percent(knownShare) })}
          </span>
        </div>
      </fieldset>
      <Passed rows={passed} describe={format.moment} />
      <div className={css.row}>
        <a className="door" target="_blank" rel="noreferrer" href={hrefTo(here, `/wall/${launch.id}`, { replay: id })}>
          {say('replay.wall')}
        </a>
        <a
          className="door"
          target="_blank"
          rel="noreferrer"
          href={hrefTo(here, '/', { brand: launch.brand, replay: id })}
        >
          {say('replay.brief')}
        </a>
        {mayMove && (
          <button
            type="button"
            className="door"
            disabled={isLost}
            onClick={() => end.mutate(replay, { onSuccess: onOver })}
          >
            {say('replay.end')}
          </button>
        )}
        {(forRoom || !mayMove) && (
          <button type="button" className="door" onClick={onOver}>
            {say('replay.leave')}
          </button>
        )}
      </div>
      {change.error && <p role="alert">{change.error.message}</p>}
    </div>
  );
}

type PassedRow = { at: number; name: string; kind: string };

/** What has happened by the moment shown, the newest first. */
function Passed({ rows, describe }: { rows: readonly PassedRow[]; describe: (at: number) => string }) {
  if (rows.length === 0) return null;
  return (
    <ol className={css.passed}>
      {rows.map((one) => (
        <li key={`${one.kind} ${one.at} ${one.name}`}>
          <time dateTime={new Date(one.at).toISOString()}>{describe(one.at)}</time>
          <span className="ink-3">{one.kind}</span> {one.name}
        </li>
      ))}
    </ol>
  );
}
