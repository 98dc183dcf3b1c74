import { useQuery } from '@tanstack/react-query';
import type { SeriesAnswer, Step } from '../../shared/protocol.ts';
import { bucketOf } from '../../shared/rollup.ts';
import { filled, type Heard, type Unheard, unheardIn } from '../select/unheard.ts';
import { getJson, withQuery } from './fetchJson.ts';
import { stepWithin } from './useSeriesBefore.ts';

/** Mentions of all brands in a period, by what history holds in buckets of `stepMs`. */
export async function fetchHeard(
  { from, to, step, stepMs }: { from: number; to: number; step: Step; stepMs: number },
  signal?: AbortSignal,
): Promise<Heard[]> {
  const asked = { from: bucketOf(from, stepMs), to };
  const { points } = await getJson<SeriesAnswer>(
    withQuery('/api/series', { ...asked, step, zone: 'UTC', authors: 'no' }),
    signal,
  );
  const counts = new Map<number, number>();
  for (const { at, mentions } of points) {
    const bucket = bucketOf(at, stepMs);
    counts.set(bucket, (counts.get(bucket) ?? 0) + mentions);
  }
  return filled(counts, asked, stepMs);
}

type Asked = { from: number; to: number; stepMs: number; version: string };

/** Those of a period of whole buckets; undefined until they are known. A period that grows keeps its last answer meanwhile. */
export function useUnheardIn(period: Asked | null): Unheard[] | undefined {
  const { data } = useQuery<Unheard[]>({
    queryKey: ['unheard', period?.version, period?.from, period?.to, period?.stepMs],
    enabled: period !== null,
    staleTime: 60_000,
    placeholderData: (previous) => previous,
    queryFn: async ({ signal }) => {
      const { from, to, stepMs } = period!;
      return unheardIn(await fetchHeard({ from, to, step: stepWithin(stepMs), stepMs }, signal), stepMs);
    },
  });
  return data;
}

function periodBefore({ from, to, stepMs, version }: Asked): Asked {
  const length = Math.max(stepMs, bucketOf(to - from, stepMs));
  const until = bucketOf(from, stepMs);
  return { from: until - length, to: until, stepMs, version };
}

/** Those of the period before a live window. */
export function useUnheardBefore(window: Asked | null): Unheard[] | undefined {
  return useUnheardIn(window && periodBefore(window));
}
