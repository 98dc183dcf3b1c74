import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { LaunchComparison } from '../../shared/launchComparison.ts';
import { getJson } from './fetchJson.ts';

const refetchMs = 30_000;

/** A launch beside those before it, asked for twice a minute at most; null: there is none. */
export function useComparison(launch: string | null, version: string): UseQueryResult<LaunchComparison> {
  return useQuery({
    queryKey: ['comparison', version, launch],
    queryFn: ({ signal }) =>
      getJson<LaunchComparison>(`/api/launches/${encodeURIComponent(launch ?? '')}/compare`, signal),
    enabled: launch !== null,
    refetchInterval: refetchMs,
    staleTime: refetchMs,
  });
}
