import { useQuery } from '@tanstack/react-query';
import type { SeriesAnswer } from '../../shared/protocol.ts';
import { dayMs } from '../../shared/rollup.ts';
import type { WatchedKind } from '../select/watched.ts';
import { getJson, withQuery } from './fetchJson.ts';

/** Mentions of the last seven days of every brand or theme, by its id; one without a mention is absent. Undefined: not known yet. */
export function useWeekCounts(kind: WatchedKind): ReadonlyMap<string, number> | undefined {
  const by = kind === 'brands' ? 'brand' : 'theme';
  const { data } = useQuery({
    queryKey: ['week-counts', kind],
    queryFn: async ({ signal }) => {
      const to = Date.now();
      const asked = { by, from: to - 7 * dayMs, to, step: '1d', authors: 'no' };
      const { points } = await getJson<SeriesAnswer>(withQuery('/api/series', asked), signal);
      const counts = new Map<string, number>();
      for (const { key, mentions } of points) if (key) counts.set(key, (counts.get(key) ?? 0) + mentions);
      return counts;
    },
    staleTime: 60_000,
  });
  return data;
}
