import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { Workspace } from '../../shared/domain.ts';
import type { SignificanceAnswer, VersionsAnswer } from '../../shared/protocol.ts';
import { getJson, type RequestFailed, sendJson, withQuery } from './fetchJson.ts';

export type Versions = {
  items: VersionsAnswer['items'] | undefined;
  error: Error | null;
  /** Null where there are no older ones. */
  showOlder: (() => void) | null;
  isFetching: boolean;
};

/** The versions of the settings with what each changed, the newest first, older ones when they are asked for. */
export function useVersions(version: string): Versions {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['versions', version],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      getJson<VersionsAnswer>(withQuery('/api/workspace/versions', { upTo: pageParam }), signal),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return {
    items: data?.pages.flatMap(({ items }) => items),
    error,
    showOlder: hasNextPage ? () => void fetchNextPage() : null,
    isFetching,
  };
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
