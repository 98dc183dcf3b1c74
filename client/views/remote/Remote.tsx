import { Link } from 'wouter';
import { isLoopback } from '../../../shared/isLoopback.ts';
import type { StatusState } from '../../../shared/protocol.ts';
import { wallScenes } from '../../../shared/wall.ts';
import { useSession } from '../../history/useSession.ts';
import { useWallRemote, useWalls } from '../../history/useWallRemote.ts';
import { useFrame } from '../../live/useFrame.ts';
import { sceneMs, scenesOf, shownScene } from '../../select/scenes.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Unread } from '../../ui/Unread.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { useLostWhy } from '../../ui/useLostWhy.ts';
import { useNamedWorkspace } from '../../ui/useNamedWorkspace.ts';
import { useNow } from '../../ui/useNow.ts';
import { useStage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Remote.module.css';
import { SceneSketch } from './SceneSketch.tsx';

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;

/** The walls' remote control: choose a scene, pause, pin, or let them turn. */
export default function Remote() {
  const { say } = useWords();
  const here = useHere();
  const version = useFrame('status', selectVersion);
  const { data: workspace } = useNamedWorkspace(version);
  const format = useFormat(workspace?.value.timeZone ?? 'UTC');
  const asked = useWalls();
  const state = asked.data?.state;
  const stage = useStage();
  const hasLaunch = stage.is === 'ready' && stage.stage.launch !== null;
  const now = useNow(1_000);
  const { mutate, error } = useWallRemote();
  const isViewer = useSession().data?.role === 'view';
  const lost = useLostWhy();
  const mayMove = !isViewer && lost === null;
  const isHeld = state !== undefined && (state.scene !== undefined || state.paused);
  const held = state?.scene === undefined ? { paused: true } : { scene: state.scene };

  const show = (scene: (typeof wallScenes)[number]) => mutate({ scene, pinned: state?.pinned ?? false });
  const pause = () => mutate(state?.paused ? {} : { paused: true, pinned: false });
  useKeys(
    !mayMove
      ? {}
      : {
          ...Object.fromEntries(wallScenes.map((scene, place) => [String(place + 1), () => show(scene)])),
          ' ': () => (isHeld ? mutate({}) : pause()),
        },
  );
  if (!asked.data || !state)
    return asked.error ? (
      <Unread what="state.unread.remote" error={asked.error} retry={() => void asked.refetch()} />
    ) : (
      <Loading />
    );
  // Of walls whose address names no scenes and no time of their own.
  const turn = { scenes: scenesOf(hasLaunch), ms: sceneMs };
  const shown = shownScene(now, turn, { here: null, remote: state, hasLaunch });
  const left =
    state.until !== undefined
      ? say('remote.left', { time: format.duration(Math.ceil((state.until - now) / 60_000) * 60_000) })
      : isHeld
        ? ''
        : say('remote.left', {
            time: format.age(Math.max(1_000, Math.ceil((1 - shown.done) * (turn.ms / 1_000)) * 1_000)),
          });
  const until = state.until === undefined ? '' : format.time(state.until);
  const how = { pinned: String(state.pinned), time: until };
  const isOn = asked.data.walls > 0;
  return (
    <article className={css.page}>
      <header className={css.head}>
        <h1 className={css.title} aria-live="polite" data-held={isHeld || undefined}>
          {state.scene !== undefined
            ? say('remote.shows', { scene: say(`wall.${state.scene}`), ...how })
            : state.paused
              ? say('remote.paused', { from: format.seconds(state.at), ...how })
              : say('remote.turns', { walls: asked.data.walls })}
        </h1>
        <p className={css.now} data-walls={asked.data.walls}>
          {say('remote.walls', { count: asked.data.walls })}{' '}
          {isOn && (
            <b>
              {say('remote.on', { scene: say(`wall.${shown.scene}`) })}
              {left !== '' && `, ${left}`}
            </b>
          )}{' '}
          {isViewer ? say('remote.viewer') : lost}
        </p>
        <Link href={hrefTo(here, '/wall')} className={`button ${isOn ? '' : 'primary'} ${css.open}`}>
          {say('remote.open')}
        </Link>
      </header>
      <h2 className={css.label}>{say('remote.choose')}</h2>
      <fieldset className={css.scenes}>
        <legend className="visually-hidden">{say('remote.scenes')}</legend>
        {wallScenes.map((scene, place) => (
          <button
            key={scene}
            type="button"
            className={css.scene}
            aria-pressed={state.scene === scene}
            aria-current={shown.scene === scene || undefined}
            data-now={shown.scene === scene || undefined}
            disabled={!mayMove}
            onClick={() => show(scene)}
          >
            <span className={css.sketch}>
              <SceneSketch scene={scene} />
              {shown.scene === scene && (
                <>
                  <i className={css.tag} data-theme="dark" aria-hidden="true">
                    {say(isOn ? 'remote.now' : 'remote.wouldBe')}
                  </i>
                  <i className={css.done} style={{ width: `${Math.round(shown.done * 100)}%` }} aria-hidden="true" />
                </>
              )}
            </span>
            <span className={css.name}>
              <b>{say(`wall.${scene}`)}</b> <kbd className="kbd">{place + 1}</kbd>
            </span>
            <span className={css.asks}>{say(`remote.asks.${scene}`)}</span>
          </button>
        ))}
      </fieldset>
      <h2 className={css.label}>{say('remote.orElse')}</h2>
      <div className={css.acts}>
        <p>
          <button
            type="button"
            className="button"
            aria-pressed={!isHeld}
            disabled={!mayMove}
            onClick={() => mutate({})}
          >
            {say('remote.turn')}
          </button>
          {say('remote.turnWhy')}
        </p>
        <p>
          <button type="button" className="button" aria-pressed={state.paused} disabled={!mayMove} onClick={pause}>
            {say('remote.pause')}
          </button>
          {say('remote.pauseWhy')}
        </p>
        <p>
          <button
            type="button"
            className="button"
            aria-pressed={state.pinned}
            disabled={!mayMove || !isHeld}
            onClick={() => mutate({ ...held, pinned: !state.pinned })}
          >
            {say('remote.pin')}
          </button>
          {say(isHeld ? 'remote.pinWhy' : 'remote.pinFirst')}
        </p>
      </div>
      {error && (
        <p className={css.failed} role="alert">
          {say('remote.failed', { reason: error.message })}
        </p>
      )}
      <section className={css.address}>
        <p>{say('remote.note')}</p>
        <p>
          {say('remote.openWhy')} <code>{`${location.origin}/wall`}</code>{' '}
          {/* Nobody else's screen reaches such an address. */}
          {isLoopback(location.hostname) && say('remote.onlyHere')}
        </p>
        <details>
          <summary>{say('remote.addressTitle')}</summary>
          <ul>
            <li>
              <code>scenes=pulse,themes,funnel</code> {say('remote.scenesWhy')}
            </li>
            <li>
              <code>seconds=30</code> {say('remote.secondsWhy')}
            </li>
            <li>
              <code>remote=off</code> {say('remote.offWhy')}
            </li>
          </ul>
        </details>
      </section>
    </article>
  );
}
