import type { LaunchComparison } from '../../shared/launchComparison.ts';

/** Mentions of each past launch over the stretch that the standing counts, of those that were heard over all of it. */
export function pastSoFar({ standing, past }: Pick<LaunchComparison, 'standing' | 'past'>): number[] {
  if (!standing) return [];
  const { fromMs, toMs } = standing;
  return past
    .filter(({ heard }) => heard !== null && heard.fromMs <= fromMs && heard.toMs >= toMs)
    .map(({ points }) =>
      points
        .filter(({ offsetMs }) => offsetMs >= fromMs && offsetMs < toMs)
        .reduce((sum, { mentions }) => sum + mentions, 0),
    );
}
