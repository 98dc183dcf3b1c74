import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { ConnectionState, Liveness, LiveStore } from './liveStore.ts';
import type { FrameTimes, LiveTopic, StateOf } from './topicStates.ts';

/** Given by main.tsx: `<LiveContext value={createLiveStore({ connect: connectTo() })}>`; by a test, its own. */
export const LiveContext = createContext<LiveStore | null>(null);

export function useLive(): LiveStore {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive needs a LiveContext around it');
  return live;
}

/**
 * Watches `topic` while the component is there and gives the slice that `select` takes; undefined before the first frame.
 * The component draws again only when the slice changes: by identity (unchanged parts of a state keep theirs), or by
 * `isEqual` where `select` makes new objects. `topic: null` watches nothing.
 */
export function useFrame<T extends LiveTopic, S>(
  topic: T | null,
  select: (state: StateOf<T>, times: FrameTimes) => S,
  isEqual: (a: S, b: S) => boolean = Object.is,
): S | undefined {
  const live = useLive();
  useEffect(() => (topic === null ? undefined : live.watch(topic)), [live, topic]);
  const last = useRef<{ state: unknown; select: unknown; slice: S } | null>(null);
  const read = (): S | undefined => {
    if (topic === null) return undefined;
    const shown = live.read(topic);
    if (shown.times === null) return undefined;
    const before = last.current;
    if (before && before.state === shown.state && before.select === select) return before.slice;
    const slice = select(shown.state as StateOf<T>, shown.times);
    const kept = before && isEqual(before.slice, slice) ? before.slice : slice;
    last.current = { state: shown.state, select, slice: kept };
    return kept;
  };
  return useSyncExternalStore(live.subscribe, read, read);
}

/** Why a topic is not shown, in the server's words; null while all is well. */
export function useRefusal(topic: LiveTopic): string | null {
  const live = useLive();
  const read = () => live.read(topic).refused;
  return useSyncExternalStore(live.subscribe, read, read);
}

/** How far what is shown can be trusted; draws again at most once a second unless something happens. */
export function useLiveness(): Liveness {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, live.liveness, live.liveness);
}

/** Whether the line is lost, so that nothing moves and nothing can be sent. It alone draws nothing again as time goes by. */
export function useIsLost(): boolean {
  const live = useLive();
  const read = () => live.liveness().state === 'lost';
  return useSyncExternalStore(live.subscribe, read, read);
}

/** When figures that were kept from an earlier visit were live; null for all others. It alone draws nothing again as time goes by. */
export function useKeptSince(): number | null {
  const live = useLive();
  const read = () => {
    const { isKept, lostSince } = live.liveness();
    return isKept ? lostSince : null;
  };
  return useSyncExternalStore(live.subscribe, read, read);
}

/** The line itself: open, refused (sign in), and whether the server has a newer build than this page. */
export function useConnection(): ConnectionState {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, live.connection, live.connection);
}
