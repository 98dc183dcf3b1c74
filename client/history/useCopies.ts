import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CopiesAnswer } from '../../shared/protocol.ts';
import type { Window } from '../select/exploreRange.ts';
import { getJson, withQuery } from './fetchJson.ts';

/** The most repeated texts of a window. Its edges move by the minute: often enough for what spreads over hours. */
export function useCopies(
  window: Pick<Window, 'from' | 'to'>,
  brands: readonly string[],
  version: string,
  limit: number,
): UseQueryResult<CopiesAnswer> {
  const { from, to } = window;
  return useQuery({
    queryKey: ['copies', version, from, to, brands, limit],
    queryFn: ({ signal }) =>
      getJson<CopiesAnswer>(withQuery('/api/copies', { from, to, brand: brands, limit }), signal),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
}
