import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { MentionAnswer, MentionsAnswer, MessageCard } from '../../shared/protocol.ts';
import type { Window } from '../select/exploreRange.ts';
import type { ExploreState } from '../select/exploreState.ts';
import { getJson, type Query, withQuery } from './fetchJson.ts';
import { refetchMs } from './usePicture.ts';

export const pageSize = 50;

function asked(state: ExploreState, window: Pick<Window, 'from' | 'to'>): Query {
  return {
    from: window.from,
    to: window.to,
    stage: state.stage,
    brand: state.brands,
    theme: state.themes,
    channel: state.channels,
    lang: state.langs,
    sentiment: state.opinions,
    reason: state.reasons,
    q: state.q.trim(),
    copiesOf: state.copies,
  };
}

/** What decides which messages are listed; the window too where it does not move with the clock. */
function keyOf(state: ExploreState, window: Window | undefined): unknown[] {
  const { range, stage, brands, themes, channels, langs, opinions, reasons, q, copies } = state;
  const fixed = window && !window.live ? [window.from, window.to] : [];
  return [range, ...fixed, stage, brands, themes, channels, langs, opinions, reasons, q.trim(), copies];
}

/** Where the same messages come as a file for a spreadsheet. */
export const messagesFile = (state: ExploreState, window: Pick<Window, 'from' | 'to'>): string =>
  withQuery('/api/mentions', { ...asked(state, window), format: 'csv' });

/**
 * The messages behind the figures, newest first, by pages. The list stands still while it is read: what comes in later
 * is counted by `useNewMessages` and shown when asked for. `opened` starts a new list.
 */
export function useMessages(
  state: ExploreState,
  window: Window | undefined,
  version: string,
  opened: number,
): UseInfiniteQueryResult<InfiniteData<MentionsAnswer>> {
  return useInfiniteQuery({
    queryKey: ['messages', version, opened, ...keyOf(state, window)],
    queryFn: ({ pageParam, signal }) =>
      getJson<MentionsAnswer>(
        withQuery('/api/mentions', { ...asked(state, window!), cursor: pageParam, limit: pageSize }),
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: window !== undefined,
    // A bad search keeps the last good list in sight, under the words that say what is wrong.
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: false,
  });
}

/** Messages of the newest page that the list does not hold yet; at most a page, then it says "or more". */
export function useNewMessages(
  state: ExploreState,
  window: Window | undefined,
  version: string,
  listed: readonly MessageCard[],
  isReady: boolean,
): number {
  const query = useQuery({
    queryKey: ['newest', version, ...keyOf(state, window)],
    queryFn: ({ signal }) =>
      getJson<MentionsAnswer>(withQuery('/api/mentions', { ...asked(state, window!), limit: pageSize }), signal),
    enabled: window?.live === true && isReady,
    refetchInterval: refetchMs,
    gcTime: 10_000,
    retry: false,
  });
  if (!query.data) return 0;
  const known = new Set(listed.map((message) => message.seq));
  const oldest = listed.at(-1);
  let fresh = 0;
  // Older than all that is listed: it belongs to a page that was not asked for yet.
  for (const message of query.data.items)
    if (!known.has(message.seq) && (!oldest || listed.length < pageSize || message.at >= oldest.at)) fresh += 1;
  return fresh;
}

export function useTrace(seq: number | undefined, version: string): UseQueryResult<MentionAnswer> {
  return useQuery({
    queryKey: ['trace', version, seq],
    queryFn: ({ signal }) => getJson<MentionAnswer>(`/api/mentions/seq:${seq}`, signal),
    enabled: seq !== undefined,
    staleTime: 60_000,
    retry: false,
  });
}
