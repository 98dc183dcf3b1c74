import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Retrospective, RetrospectiveChange } from '../../shared/retrospective.ts';
import { getJson, type RequestFailed, sendJson } from './fetchJson.ts';

const pathOf = (launch: string) => `/api/launches/${encodeURIComponent(launch)}/retrospective`;

/** The story of a launch. `version`: with other settings, or other data, it is asked again. `isBegun`: before T0 it is not asked. */
export function useRetrospective(launch: string, version: string, isBegun = true): UseQueryResult<Retrospective> {
  return useQuery({
    enabled: isBegun,
    queryKey: ['retrospective', launch, version],
    queryFn: ({ signal }) => getJson<Retrospective>(pathOf(launch), signal),
    placeholderData: (previous) => (previous?.launch === launch ? previous : undefined),
    refetchInterval: 60_000,
    staleTime: 30_000,
  });
}

/** Keeps a verdict on a turning point, or all lessons anew. */
export function useRetrospectiveChange(launch: string): UseMutationResult<unknown, RequestFailed, RetrospectiveChange> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change) => sendJson('PATCH', pathOf(launch), change),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['retrospective', launch] }),
  });
}
