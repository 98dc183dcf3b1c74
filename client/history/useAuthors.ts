import { useQuery } from '@tanstack/react-query';
import type { AuthorFigure, SeriesAnswer } from '../../shared/protocol.ts';
import { getJson, withQuery } from './fetchJson.ts';

/**
 * Distinct authors of a brand in a window whose end moves on by the minute, so asked for once a minute: the live frames hold
 * none. Undefined where they cannot be told, or while the first answer is under way.
 */
export function useAuthors(
  window: { from: number; to: number },
  brand: string,
  version: string,
): AuthorFigure | undefined {
  const { from, to } = window;
  const { data } = useQuery<AuthorFigure | null>({
    queryKey: ['authors', version, brand, from, to],
    queryFn: async ({ signal }) => {
      const answer = await getJson<SeriesAnswer>(withQuery('/api/series', { from, to, step: '1w', brand }), signal);
      return answer.whole ?? null;
    },
    placeholderData: (before, query) => (query?.queryKey[2] === brand ? before : undefined),
    staleTime: 60_000,
    gcTime: 60_000,
  });
  return data ?? undefined;
}
