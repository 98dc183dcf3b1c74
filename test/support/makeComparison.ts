import { type CountedLaunch, compareLaunches } from '../../server/launches/compare.ts';
import type { CompareMetric, CompareScale, LaunchComparison } from '../../shared/launchComparison.ts';
import { hourMs } from '../../shared/rollup.ts';

/** T0 of the launch itself. */
export const t0 = Date.UTC(2026, 10, 12, 9);

/** A launch with so many mentions an hour from `fromHour` on; a tenth are negative, a half positive. */
export function countedLaunch(id: string, counts: readonly number[], more: Partial<CountedLaunch> = {}, fromHour = 0) {
  const launch: CountedLaunch = {
    id,
    name: `The ${id}`,
    brand: 'vela',
    at: t0,
    counts: 'product',
    heard: { fromMs: fromHour * hourMs, toMs: (fromHour + counts.length) * hourMs },
    size: { perDay: 240, days: 28, fromMs: 0, toMs: 1 },
    points: counts.map((mentions, index) => ({
      offsetMs: (fromHour + index) * hourMs,
      mentions,
      distinct: mentions,
      positive: mentions / 2,
      neutral: 0.4 * mentions,
      negative: mentions / 10,
    })),
    ...more,
  };
  return launch;
}

type Asked = { fromHour?: number; toHour?: number; nowHour?: number; metric?: CompareMetric; scale?: CompareScale };

/** What the server answers for these counts, by its own rule, hour by hour. */
export function makeComparison(
  launch: CountedLaunch,
  past: readonly CountedLaunch[],
  asked: Asked = {},
): LaunchComparison {
  const { fromHour = 0, toHour = 12, nowHour = launch.points.length, metric = 'mentions', scale = 'raw' } = asked;
  const axis = { fromMs: fromHour * hourMs, toMs: toHour * hourMs, stepMs: hourMs };
  return {
    step: '1h',
    fromMs: axis.fromMs,
    toMs: axis.toMs,
    metric,
    scale,
    now: launch.at + nowHour * hourMs,
    ...compareLaunches(launch, past, { ...axis, metric, scale }),
    seam: null,
  };
}

/** Past launches with steady counts: 10, 20, 30 ... an hour. */
export const steadyPast = (count: number, hours = 12): CountedLaunch[] =>
  Array.from({ length: count }, (_, index) =>
    countedLaunch(`past${index + 1}`, Array<number>(hours).fill(10 * (index + 1)), {
      at: t0 - (index + 1) * 1_000 * hourMs,
    }),
  );
