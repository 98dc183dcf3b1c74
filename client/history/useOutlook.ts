import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { LaunchOutlook } from '../../shared/outlook.ts';
import { getJson } from './fetchJson.ts';

/** What past launches say about this one; `version` changes with the workspace and with what history is counted under. */
export function useOutlook(launch: string, version: string): UseQueryResult<LaunchOutlook> {
  return useQuery({
    queryKey: ['outlook', launch, version],
    queryFn: ({ signal }) => getJson<LaunchOutlook>(`/api/launches/${encodeURIComponent(launch)}/outlook`, signal),
    staleTime: 5 * 60_000,
  });
}
