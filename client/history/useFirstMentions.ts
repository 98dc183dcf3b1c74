import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { MentionsAnswer } from '../../shared/protocol.ts';
import { getJson, withQuery } from './fetchJson.ts';

const most = 3;

/** The newest mentions of a brand, read again when more posts were accepted: a first one may be of any kind, and of any age. */
export function useFirstMentions(brand: string, query: string, accepted: number): UseQueryResult<MentionsAnswer> {
  return useQuery({
    queryKey: ['first mentions', brand, query, accepted],
    queryFn: ({ signal }) =>
      getJson<MentionsAnswer>(withQuery('/api/mentions', { from: 0, brand, stage: 'important', limit: most }), signal),
    enabled: accepted > 0,
    placeholderData: keepPreviousData,
  });
}
