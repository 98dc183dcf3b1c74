import { useQuery } from '@tanstack/react-query';
import { type SeriesAnswer, type Step, steps } from '../../shared/protocol.ts';
import { bucketOf } from '../../shared/rollup.ts';
import type { VolumePoint } from '../select/curve.ts';
import { getJson, withQuery } from './fetchJson.ts';

/** The finest step the server offers that divides `stepMs`: its points then join into whole buckets of the curve. */
export function stepWithin(stepMs: number): Step {
  let best: Step = '1m';
  for (const [step, ms] of Object.entries(steps) as [Step, number][]) if (stepMs % ms === 0) best = step;
  return best;
}

/** Points of the period before, moved onto the time axis of the present one; each at its bucket's end. */
export function movedOn(answer: SeriesAnswer, from: number, to: number, stepMs: number): VolumePoint[] {
  const length = to - from;
  const sums = new Map<number, number>();
  for (const point of answer.points) {
    const at = bucketOf(point.at - (from - length), stepMs);
    sums.set(at, (sums.get(at) ?? 0) + point.mentions);
  }
  const points: VolumePoint[] = [];
  for (let at = 0; at + stepMs <= length; at += stepMs)
    points.push({ at: from + at + stepMs, mentions: sums.get(at) ?? 0 });
  return points;
}

/** The brand's curve of the preceding period. It is history: asked for when the window has moved by a bucket, not live. */
export function useSeriesBefore(
  window: { from: number; to: number; stepMs: number; brand: string; version: string } | null,
): VolumePoint[] {
  const length = window ? Math.max(window.stepMs, bucketOf(window.to - window.from, window.stepMs)) : 0;
  const to = window ? bucketOf(window.from, window.stepMs) : 0;
  const { data } = useQuery<VolumePoint[]>({
    queryKey: ['series-before', window?.version, window?.brand, to, length, window?.stepMs],
    enabled: window !== null,
    staleTime: 60_000,
    placeholderData: (previous) => previous,
    queryFn: async ({ signal }) => {
      const { brand, stepMs } = window!;
      const query = { from: to - length, to, step: stepWithin(stepMs), brand };
      const answer = await getJson<SeriesAnswer>(withQuery('/api/series', query), signal);
      return movedOn(answer, to, to + length, stepMs);
    },
  });
  return data ?? [];
}
