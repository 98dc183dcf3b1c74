import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { SeriesAnswer } from '../../shared/protocol.ts';
import { dayMs } from '../../shared/rollup.ts';
import type { Picture } from '../select/explorePicture.ts';
import { windowOf } from '../select/exploreRange.ts';
import type { ExploreState } from '../select/exploreState.ts';
import { getJson, withQuery } from './fetchJson.ts';
import { fetchPicture } from './fetchPicture.ts';

/** The first and the last day that hold a mention, epoch ms; null when there is none at all. */
export type Extent = { firstAt: number; lastAt: number } | null;

async function fetchExtent(signal?: AbortSignal): Promise<Extent> {
  const { points } = await getJson<SeriesAnswer>(withQuery('/api/series', { step: '1d' }), signal);
  let extent: Extent = null;
  for (const { at } of points)
    extent = extent
      ? { firstAt: Math.min(extent.firstAt, at), lastAt: Math.max(extent.lastAt, at + dayMs - 1) }
      : { firstAt: at, lastAt: at + dayMs - 1 };
  return extent;
}

/** Asked only where it is needed: for the range "all", and to say where the posts are when a window is empty. */
export function useExtent(version: string, isNeeded: boolean): UseQueryResult<Extent> {
  return useQuery({
    queryKey: ['extent', version],
    queryFn: ({ signal }) => fetchExtent(signal),
    enabled: isNeeded,
    staleTime: 30_000,
  });
}

/** How often a window that ends now is counted again. */
export const refetchMs = 5_000;

export type Asked = { state: ExploreState; version: string; zone: string; t0?: number; now: () => number };

/**
 * The figures under the filters of `state`, counted again every five seconds while the window ends now. What was there
 * stays in sight while the next is counted.
 */
export function usePicture({ state, version, zone, t0, now }: Asked): UseQueryResult<Picture> {
  const { range, from, to, by, compare, brands, themes, channels, langs } = state;
  return useQuery({
    queryKey: ['picture', version, zone, { range, from, to, by, compare, brands, themes, channels, langs, t0 }],
    queryFn: async ({ signal }) => {
      const extent = range === 'all' ? await fetchExtent(signal) : null;
      const at = now();
      return fetchPicture(state, windowOf(state, at, { t0, ...(extent ?? {}) }), at, signal);
    },
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.window.live === false ? false : refetchMs),
    gcTime: 30_000,
    staleTime: 1_000,
  });
}
