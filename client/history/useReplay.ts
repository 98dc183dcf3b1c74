import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OwnReplayAnswer, ReplayAnswer, ReplayAsk, ReplayChange, ReplaysAnswer } from '../../shared/replay.ts';
import type { HeardReplay } from '../live/replayStore.ts';
import { getJson, sendJson, withQuery } from './fetchJson.ts';
import { type Asked, usePostForProgress } from './usePostForProgress.ts';

/** A replay that a page follows. `key`: moves it, where it is one's own. */
export type FollowedReplay = { id: string; key?: string };

const path = (id: string) => `/api/replays/${encodeURIComponent(id)}`;
/** Where it is moved: one's own by its key, the room's by a right. */
const movedAt = ({ id, key }: FollowedReplay) =>
  key === undefined ? path(id) : `/api/own-replays/${encodeURIComponent(key)}`;
const keyOf = (id: string | null) => ['replay', id];
const heardNow = (answer: ReplayAnswer): HeardReplay => ({ answer, heardAt: Date.now() });
/** A replay that somebody else opens for the room is seen this soon. */
const roomsEveryMs = 10_000;

/** Where a replay stands, asked every second; null asks nothing. */
export function useReplayState(id: string | null) {
  return useQuery({
    queryKey: keyOf(id),
    enabled: id !== null,
    queryFn: async ({ signal }) => heardNow(await getJson<ReplayAnswer>(path(id!), signal)),
    refetchInterval: 1_000,
    refetchIntervalInBackground: true,
    retry: false,
  });
}

/** Replays of a launch that run for the room. */
export function useRoomReplays(launch: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['replays', launch],
    enabled: isAsked,
    queryFn: ({ signal }) => getJson<ReplaysAnswer>(withQuery('/api/replays', { launch }), signal),
    refetchInterval: roomsEveryMs,
  });
}

export type ReplayStart = Pick<ReplayAsk, 'launch' | 'paused'>;

/** Starts a replay: one's own, or with the right to change things one of the room. It says how far its reading is. */
export const useStartReplay = (isRooms: boolean): Asked<ReplayAnswer | OwnReplayAnswer, ReplayStart> =>
  usePostForProgress(isRooms ? '/api/replays' : '/api/own-replays');

export function useChangeReplay(replay: FollowedReplay) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: Partial<ReplayChange>) =>
      (await sendJson<ReplayAnswer>('PATCH', movedAt(replay), change)).value,
    onSuccess: (answer) => queries.setQueryData(keyOf(replay.id), heardNow(answer)),
  });
}

export function useEndReplay() {
  return useMutation({ mutationFn: (replay: FollowedReplay) => sendJson('DELETE', movedAt(replay)) });
}
