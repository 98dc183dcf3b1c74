import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { SeriesAnswer } from '../../shared/protocol.ts';
import { type Cut, countsCutOf, type Window } from '../select/exploreRange.ts';
import type { ExploreState } from '../select/exploreState.ts';
import { getJson, withQuery } from './fetchJson.ts';

export type Counts = { answer: SeriesAnswer; window: Window; cut: Cut };

/** One series of all that the filters leave, with its authors, for exactly the window that the other figures show. */
export function useCounts(
  state: Pick<ExploreState, 'brands' | 'themes' | 'channels' | 'langs'>,
  window: Window,
  version: string,
): UseQueryResult<Counts> {
  const { brands, themes, channels, langs } = state;
  return useQuery({
    queryKey: ['counts', version, window, brands, themes, channels, langs],
    queryFn: async ({ signal }) => {
      const cut = countsCutOf(window);
      const range = { from: window.from, to: window.to, step: cut.step, authors: 'yes' };
      const query = { ...range, brand: brands, theme: themes, channel: channels, lang: langs };
      return { answer: await getJson<SeriesAnswer>(withQuery('/api/series', query), signal), window, cut };
    },
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
}
