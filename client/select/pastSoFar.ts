import type { ComparedLaunch, ComparePoint, LaunchComparison, Standing } from '../../shared/launchComparison.ts';

const sumOver = ({ points }: ComparedLaunch, { fromMs, toMs }: Standing, of: (point: ComparePoint) => number): number =>
  points.filter(({ offsetMs }) => offsetMs >= fromMs && offsetMs < toMs).reduce((sum, point) => sum + of(point), 0);

/** Mentions of each past launch over the stretch that the standing counts, of those that were heard over all of it. */
export function pastSoFar({ standing, past }: Pick<LaunchComparison, 'standing' | 'past'>): number[] {
  if (!standing) return [];
  const { fromMs, toMs } = standing;
  return past
    .filter(({ heard }) => heard !== null && heard.fromMs <= fromMs && heard.toMs >= toMs)
    .map((one) => sumOver(one, standing, ({ mentions }) => mentions));
}

/** How many distinct texts the launch's own mentions are, over the same stretch. */
export const textsSoFar = ({ standing, launch }: Pick<LaunchComparison, 'standing' | 'launch'>): number =>
  standing ? sumOver(launch, standing, ({ distinct }) => distinct) : 0;
