import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { DecisionNote, LaunchDecision } from '../../shared/decisions.ts';
import type { OpenPointsAnswer } from '../../shared/openPoints.ts';
import { getJson, type RequestFailed, sendJson, withQuery } from './fetchJson.ts';

const refetchMs = 60_000;
const key = 'open-points';

/** What waits for a decision about a brand. */
export function useOpenPoints(brand: string, version: string): UseQueryResult<OpenPointsAnswer> {
  return useQuery({
    queryKey: [key, version, brand],
    queryFn: ({ signal }) => getJson<OpenPointsAnswer>(withQuery('/api/open-points', { brand }), signal),
    refetchInterval: refetchMs,
    staleTime: refetchMs,
  });
}

/** Notes a decision with a launch: its moment and figures are the server's. The new workspace brings its mark. */
export function useNoteDecision(launch: string): UseMutationResult<LaunchDecision, RequestFailed, DecisionNote> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (note) => {
      const path = `/api/launches/${encodeURIComponent(launch)}/decisions`;
      return (await sendJson<LaunchDecision>('POST', path, note)).value;
    },
    onSuccess: async () => {
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => [key, 'workspace', 'decisions'].includes(String(queryKey[0])),
      });
    },
  });
}
