import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { DataSet, SourceHealth } from '../../shared/protocol.ts';
import { getJson, type RequestFailed, sendJson } from './fetchJson.ts';

/** `switches`: continuous sources that this server offers, and whether each is on. */
export type Sources = { data: DataSet; sources: Record<string, SourceHealth>; switches: { bluesky?: boolean } };

const key = ['sources'];

export function useSources(): UseQueryResult<Sources> {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getJson<Sources>('/api/sources', signal),
    refetchInterval: 2_000,
  });
}

/** `POST /api/sources/bluesky`. */
export function useBlueskySwitch(): UseMutationResult<unknown, RequestFailed, boolean> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (on) => sendJson('POST', '/api/sources/bluesky', { on }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export type DemoAction = 'leave' | 'open' | 'remove';

/** Every figure on screen belongs to the data set that was shown: all of them are asked for again. */
export function useDemoAction(): UseMutationResult<unknown, RequestFailed, DemoAction> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (action) => sendJson('POST', '/api/demo', { action }),
    onSuccess: () => queries.invalidateQueries(),
  });
}
