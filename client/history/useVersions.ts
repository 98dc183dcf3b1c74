import { type UseMutationResult, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { Workspace } from '../../shared/domain.ts';
import type { SignificanceAnswer, VersionsAnswer } from '../../shared/protocol.ts';
import { getJson, type RequestFailed, sendJson } from './fetchJson.ts';

/** The newest versions of the settings, with what each changed. */
export function useVersions(version: string): UseQueryResult<VersionsAnswer> {
  return useQuery({
    queryKey: ['versions', version],
    queryFn: ({ signal }) => getJson<VersionsAnswer>('/api/workspace/versions', signal),
    placeholderData: (before) => before,
  });
}

export const fetchVersion = (version: number): Promise<Workspace> =>
  getJson<Workspace>(`/api/workspace?version=${version}`);

/** What every threshold would keep a day. */
export function useSignificance(version: string): UseQueryResult<SignificanceAnswer> {
  return useQuery({
    queryKey: ['significance', version],
    queryFn: ({ signal }) => getJson<SignificanceAnswer>('/api/significance', signal),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
}

/** Counts history again under the newest rules, or stops that. */
export function useRecompute(): UseMutationResult<unknown, RequestFailed, 'POST' | 'DELETE'> {
  return useMutation({ mutationFn: (method) => sendJson(method, '/api/recompute') });
}
