import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Launch } from '../../../shared/domain.ts';
import { type FollowedReplay, useRoomReplays, useStartReplay } from '../../history/useReplay.ts';
import { useRetrospective } from '../../history/useRetrospective.ts';
import { useSession } from '../../history/useSession.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { hrefWith, useHere } from '../../ui/hrefs.ts';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { useReplay } from '../../ui/ReplayLive.tsx';
import { keepStartedReplay, startedReplay } from '../../ui/startedReplay.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './ReplayPanel.module.css';
import { ReplayStrip } from './ReplayStrip.tsx';

type Props = { launch: Launch; version: string };

/** A launch played again, for oneself or for the room, on its wall and Brief. */
export default function ReplayPanel(props: Props) {
  return (
    <MoreWords>
      <Panel {...props} />
    </MoreWords>
  );
}

function Panel({ launch, version }: Props) {
  const { say } = useWords();
  const here = useHere();
  const [, navigate] = useLocation();
  const named = useReplay()?.answer.id;
  const [own, setOwn] = useState(() => startedReplay(launch.id));
  const follow = (replay: FollowedReplay | null) => {
    keepStartedReplay(launch.id, replay);
    setOwn(replay);
    // The address named it: whoever leaves it leaves that address too.
    if (replay === null && named !== undefined) navigate(hrefWith(here, { replay: undefined }));
  };
  const followed = named === undefined || named === own?.id ? own : { id: named };
  const story = useRetrospective(launch.id, version, launch.at <= useNow(60_000));
  // Of what nobody listened to there is nothing to play.
  if (followed === null && story.data?.heard === null) return null;
  return (
    <section className={`section ${css.panel}`} aria-labelledby="replay-title">
      <h2 id="replay-title" className="section-title">
        {say('replay.title')}
      </h2>
      {followed === null ? (
        <Start launch={launch} onFollow={follow} />
      ) : (
        <ReplayStrip key={followed.id} launch={launch} replay={followed} onOver={() => follow(null)} />
      )}
    </section>
  );
}

type StartProps = { launch: Launch; onFollow: (replay: FollowedReplay) => void };

function Start({ launch, onFollow }: StartProps) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const role = useSession().data?.role;
  const isLost = useIsLost();
  const alone = useStartReplay(false);
  const room = useStartReplay(true);
  const running = useRoomReplays(launch.id, true).data?.items ?? [];
  const under = alone.isPending ? alone : room.isPending ? room : null;
  const error = alone.error ?? room.error;
  const start = (asked: typeof alone) =>
    asked.mutate(
      { launch: launch.id, paused: true },
      { onSuccess: (answer) => onFollow('key' in answer ? { id: answer.id, key: answer.key } : { id: answer.id }) },
    );
  if (under) {
    const share = under.progress && under.progress.total > 0 ? under.progress.done / under.progress.total : 0;
    return (
      <p className={css.start}>
        <span role="status">{say('replay.reading', { share: format.percent(share) })}</span>
        <progress value={share} max={1} aria-label={say('replay.readingWhat')} />
        <button type="button" className="button" onClick={under.stop}>
          {say('replay.stop')}
        </button>
      </p>
    );
  }
  return (
    <>
      <p className={css.start}>
        <button type="button" className="button" disabled={isLost} onClick={() => start(alone)}>
          {say('replay.start')}
        </button>
        <button
          type="button"
          className="button"
          disabled={isLost || role !== 'all'}
          aria-describedby={role === 'view' ? 'replay-why' : undefined}
          onClick={() => start(room)}
        >
          {say('replay.startRoom')}
        </button>
        <span className="ink-2">{say('replay.what')}</span>
        {role === 'view' && (
          <span id="replay-why" className="ink-3">
            {say('replay.startViewer')}
          </span>
        )}
        {error && <span role="alert">{error.message}</span>}
      </p>
      {running.map(({ id, at }) => (
        <p key={id} className={css.start}>
          <button type="button" className="button" onClick={() => onFollow({ id })}>
            {say('replay.join')}
          </button>
          <span className="ink-2">{say('replay.running', { moment: format.moment(at) })}</span>
        </p>
      ))}
    </>
  );
}
