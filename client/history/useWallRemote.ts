import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { WallAsk, WallState } from '../../shared/wall.ts';
import { getJson, type RequestFailed, sendJson } from './fetchJson.ts';

/** What all walls are asked to show, and how many listen. */
export type Walls = { state: WallState; walls: number };

const key = ['wall'];
const askedEveryMs = 1_000;

/** Asked every second, not heard through the `wall` topic: who watches that is counted as a wall. */
export function useWalls(): UseQueryResult<Walls> {
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const [state, { walls }] = await Promise.all([
        getJson<WallState>('/api/wall', signal),
        getJson<{ walls: number }>('/api/wall/walls', signal),
      ]);
      return { state, walls };
    },
    refetchInterval: askedEveryMs,
  });
}

/** Asks all walls to show something; the answer is what they show from then on. */
export function useWallRemote(): UseMutationResult<WallState, RequestFailed, WallAsk> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (ask) => (await sendJson<WallState>('PUT', '/api/wall', ask)).value,
    onSuccess: (state) => queries.setQueryData<Walls>(key, (before) => ({ state, walls: before?.walls ?? 0 })),
  });
}
