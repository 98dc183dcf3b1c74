import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { QuestionsAnswer, TermsAnswer } from '../../shared/protocol.ts';
import type { Window } from '../select/exploreRange.ts';
import type { ExploreState } from '../select/exploreState.ts';
import { talkWindow } from '../select/talkWindow.ts';
import { getJson, withQuery } from './fetchJson.ts';

/** Said anew while the window ends now; counting them takes the server longer than a figure. */
const refetchMs = 30_000;
const shown = 8;

type Filters = Pick<ExploreState, 'brands' | 'themes' | 'channels' | 'langs'>;

function useTalk<Answer>(path: string, filters: Filters, window: Window, version: string): UseQueryResult<Answer> {
  const { from, to } = talkWindow(window);
  const { brands: brand, themes: theme, channels: channel, langs: lang } = filters;
  const query = { from, to, brand, theme, channel, lang, limit: shown };
  return useQuery({
    queryKey: [path, version, query],
    queryFn: ({ signal }) => getJson<Answer>(withQuery(path, query), signal),
    placeholderData: keepPreviousData,
    refetchInterval: window.live ? refetchMs : false,
    refetchOnWindowFocus: false,
    staleTime: refetchMs,
    gcTime: refetchMs,
    retry: 1,
  });
}

/** Terms that are suddenly talked about in the window. */
export function useTerms(filters: Filters, window: Window, version: string): UseQueryResult<TermsAnswer> {
  return useTalk('/api/terms', filters, window, version);
}

/** Questions that several people ask in it. */
export function useQuestions(filters: Filters, window: Window, version: string): UseQueryResult<QuestionsAnswer> {
  return useTalk('/api/questions', filters, window, version);
}
