import type { ComparedLaunch, LaunchComparison, Standing } from '../../shared/launchComparison.ts';

const mentionsOver = ({ points }: ComparedLaunch, { fromMs, toMs }: Standing): number =>
  points
    .filter(({ offsetMs }) => offsetMs >= fromMs && offsetMs < toMs)
    .reduce((sum, { mentions }) => sum + mentions, 0);

/** Mentions of each past launch over the stretch that the standing counts, of those that were heard over all of it. */
export function pastSoFar({ standing, past }: Pick<LaunchComparison, 'standing' | 'past'>): number[] {
  if (!standing) return [];
  const { fromMs, toMs } = standing;
  return past
    .filter(({ heard }) => heard !== null && heard.fromMs <= fromMs && heard.toMs >= toMs)
    .map((one) => mentionsOver(one, standing));
}
