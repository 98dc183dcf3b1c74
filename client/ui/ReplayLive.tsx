import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import { RequestFailed } from '../history/fetchJson.ts';
import { useReplayState } from '../history/useReplay.ts';
import { createReplayStore, type HeardReplay } from '../live/replayStore.ts';
import { LiveContext, useLive } from '../live/useFrame.ts';
import { hrefWith, useHere } from './hrefs.ts';
import { Loading } from './Loading.tsx';
import { StateBlock } from './StateBlock.tsx';
import { useWords } from './useWords.ts';

const ReplayContext = createContext<HeardReplay | null>(null);

/** The replay that this screen shows; null: it is live. */
export const useReplay = (): HeardReplay | null => useContext(ReplayContext);

/** With `replay=<id>` in the address all screens below show that replay instead of what is live. */
export function ReplayLive({ children }: { children: ReactNode }) {
  const [params] = useSearchParams();
  const id = params.get('replay');
  return id === null ? children : <Within id={id}>{children}</Within>;
}

function Within({ id, children }: { id: string; children: ReactNode }) {
  const { say } = useWords();
  const here = useHere();
  const live = useLive();
  const { data, error } = useReplayState(id);
  const heard = useRef<HeardReplay | null>(null);
  heard.current = data ?? null;
  const store = useMemo(() => createReplayStore(live, id, () => heard.current), [live, id]);
  const isOver = error instanceof RequestFailed && error.problem.status === 404;
  if (isOver)
    return (
      <StateBlock shape="lost" title={say('replay.over')} why={say('replay.overWhy')}>
        <Link className="button" href={hrefWith(here, { replay: undefined })}>
          {say('replay.toLive')}
        </Link>
      </StateBlock>
    );
  if (!data) return <Loading />;
  return (
    <ReplayContext value={data}>
      <LiveContext value={store}>{children}</LiveContext>
    </ReplayContext>
  );
}
