import { useQuery } from '@tanstack/react-query';
import { getJson } from './fetchJson.ts';

export type ReceiverName = { id: string; name: string };

/** Who can be told outside; undefined where nobody asks (a key that only looks may not), or the server has none to offer. */
export function useReceiverNames(isAsked: boolean): ReceiverName[] | undefined {
  return useQuery({
    queryKey: ['receivers', 'names'],
    queryFn: async ({ signal }) => (await getJson<{ receivers: ReceiverName[] }>('/api/receivers', signal)).receivers,
    enabled: isAsked,
    retry: false,
    staleTime: 30_000,
  }).data;
}
