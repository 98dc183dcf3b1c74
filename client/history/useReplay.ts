import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReplayAnswer, ReplayChange, ReplayKind } from '../../shared/replay.ts';
import type { HeardReplay } from '../live/replayStore.ts';
import { getJson, sendJson } from './fetchJson.ts';

const path = (id: string) => `/api/replays/${encodeURIComponent(id)}`;
const keyOf = (id: string | null) => ['replay', id];
const heardNow = (answer: ReplayAnswer): HeardReplay => ({ answer, heardAt: Date.now() });

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

/** Starts a replay of a launch, paused at its beginning. */
export function useStartReplay(launch: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (clock: ReplayKind) =>
      (await sendJson<ReplayAnswer>('POST', '/api/replays', { launch, clock, paused: true })).value,
    onSuccess: (answer) => queries.setQueryData(keyOf(answer.id), heardNow(answer)),
  });
}

export function useChangeReplay(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: Partial<ReplayChange>) =>
      (await sendJson<ReplayAnswer>('PATCH', path(id), change)).value,
    onSuccess: (answer) => queries.setQueryData(keyOf(id), heardNow(answer)),
  });
}

export function useEndReplay() {
  return useMutation({ mutationFn: (id: string) => sendJson('DELETE', path(id)) });
}
