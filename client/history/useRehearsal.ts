import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Rehearsal, RehearsalScenario } from '../../shared/rehearsal.ts';
import { getJson, type RequestFailed, sendJson } from './fetchJson.ts';

const door = '/api/demo/rehearsal';
const key = ['rehearsal'];

/** The last rehearsal in the demo; null: there was none. */
export function useRehearsal(): UseQueryResult<Rehearsal | null> {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getJson<Rehearsal | null>(door, signal),
    refetchInterval: ({ state }) => (state.data && state.data.acknowledgedAfterMs === undefined ? 1_000 : false),
  });
}

export function useStartRehearsal(): UseMutationResult<unknown, RequestFailed, RehearsalScenario> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (scenario) => sendJson('POST', door, { scenario }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}
