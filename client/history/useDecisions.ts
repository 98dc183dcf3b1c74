import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { DecisionsAnswer } from '../../shared/decisions.ts';
import { getJson } from './fetchJson.ts';

/** The decisions of a launch with what followed; `count` of them are in the workspace. */
export function useDecisions(launch: string, count: number): UseQueryResult<DecisionsAnswer> {
  const path = `/api/launches/${encodeURIComponent(launch)}/decisions`;
  return useQuery({
    queryKey: ['decisions', launch, count],
    enabled: count > 0,
    queryFn: ({ signal }) => getJson<DecisionsAnswer>(path, signal),
    refetchInterval: 60_000,
    staleTime: 30_000,
  });
}
