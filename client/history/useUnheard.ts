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

/** Those of the period before a live window; undefined until it is known. */
export function useUnheardBefore(
  window: { from: number; to: number; stepMs: number; version: string } | null,
): Unheard[] | undefined {
  const length = window ? Math.max(window.stepMs, bucketOf(window.to - window.from, window.stepMs)) : 0;
  const to = window ? bucketOf(window.from, window.stepMs) : 0;
  const { data } = useQuery<Unheard[]>({
    queryKey: ['unheard-before', window?.version, to, length, window?.stepMs],
    enabled: window !== null,
    staleTime: 60_000,
    placeholderData: (previous) => previous,
    queryFn: async ({ signal }) => {
      const { stepMs } = window!;
      return unheardIn(await fetchHeard({ from: to - length, to, step: stepWithin(stepMs), stepMs }, signal), stepMs);
    },
  });
  return data;
}
