import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Launch } from '../../../shared/domain.ts';
import { type ReplayKind, replayClocks } from '../../../shared/replay.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { useChangeReplay, useEndReplay, useReplayState, useStartReplay } from '../../history/useReplay.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { keepStartedReplay, startedReplay } from '../../ui/startedReplay.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './ReplayPanel.module.css';

const speeds = [1, 10, 60, 600];

/** A launch played again, for whoever opens its wall or Brief. */
export default function ReplayPanel({ launch }: { launch: Launch }) {
  return (
    <MoreWords>
      <Panel launch={launch} />
    </MoreWords>
  );
}

function Panel({ launch }: { launch: Launch }) {
  const { say } = useWords();
  const [id, setId] = useState(() => startedReplay(launch.id));
  const keep = (started: string | null) => {
    keepStartedReplay(launch.id, started);
    setId(started);
  };
  const start = useStartReplay(launch.id);
  return (
    <section className={css.panel} aria-labelledby="replay-title">
      <h2 id="replay-title">{say('replay.title')}</h2>
      {id === null ? (
        <p className={css.start}>
          <button
            type="button"
            className="button"
            disabled={start.isPending}
            onClick={() => start.mutate('said', { onSuccess: (answer) => keep(answer.id) })}
          >
            {say('replay.start')}
          </button>
          <span className="ink-2">{say('replay.what')}</span>
          {start.error && <span role="alert">{start.error.message}</span>}
        </p>
      ) : (
        <Strip launch={launch} id={id} onOver={() => keep(null)} />
      )}
    </section>
  );
}

function Strip({ launch, id, onOver }: { launch: Launch; id: string; onOver: () => void }) {
  const { say } = useWords();
  const here = useHere();
  const format = useFormat(launch.timeZone);
  const { data, error } = useReplayState(id);
  const change = useChangeReplay(id);
  const end = useEndReplay();
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
  const { from, to, at, clock, speed, paused, knownShare, alerts } = data.answer;
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
    <fieldset className={css.strip} aria-labelledby="replay-title" onKeyDown={onKey}>
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
          {replayClocks.map((one: ReplayKind) => (
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
      <Scrub
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
      {passed.length > 0 && (
        <ol className={css.passed}>
          {passed.map((one) => (
            <li key={`${one.kind} ${one.at} ${one.name}`}>
              <time dateTime={new Date(one.at).toISOString()}>{format.moment(one.at)}</time>
              <span className="ink-3">{one.kind}</span> {one.name}
            </li>
          ))}
        </ol>
      )}
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
        <button type="button" className="door" onClick={() => end.mutate(id, { onSuccess: onOver })}>
          {say('replay.end')}
        </button>
      </div>
      {change.error && <p role="alert">{change.error.message}</p>}
    </fieldset>
  );
}

const restMs = 200;
type ScrubProps = {
  from: number;
  to: number;
  at: number;
  describe: (at: number) => string;
  /** Where the hand came to rest; `done` once the server has answered. */
  onRest: (at: number, done: () => void) => void;
};

/** Follows the hand at once, and asks the server when it rests: a drag is a hundred moments, of which one is meant. */
function Scrub({ from, to, at, describe, onRest }: ScrubProps) {
  const { say } = useWords();
  const [held, setHeld] = useState<number | null>(null);
  const rest = useRef(onRest);
  rest.current = onRest;
  useEffect(() => {
    if (held === null) return;
    const timer = setTimeout(
      () => rest.current(held, () => setHeld((newest) => (newest === held ? null : newest))),
      restMs,
    );
    return () => clearTimeout(timer);
  }, [held]);
  const shown = held ?? at;
  return (
    <input
      className={css.scrub}
      type="range"
      min={from}
      max={to}
      step={minuteMs}
      value={shown}
      aria-label={say('replay.scrub')}
      aria-valuetext={describe(shown)}
      onChange={(event) => setHeld(Number(event.target.value))}
    />
  );
}
