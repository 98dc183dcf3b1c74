import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { SessionAnswer } from '../../shared/protocol.ts';
import { getJson } from './fetchJson.ts';

/** Who this browser is to the server: the right of the key that it signed in with. */
export function useSession(isAsked = true): UseQueryResult<SessionAnswer> {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => getJson<SessionAnswer>('/api/session', signal),
    enabled: isAsked,
    staleTime: 60_000,
  });
}
