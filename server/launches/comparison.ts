import type { Launch } from '../../shared/domain.ts';
import {
  type CompareMetric,
  type CompareScale,
  type CompareStep,
  compareSteps,
  type LaunchComparison,
} from '../../shared/launchComparison.ts';
import type { History } from '../store/store.ts';
import { type CountedLaunch, compareLaunches } from './compare.ts';
import { countedFrom } from './countedFrom.ts';
import { readLaunch } from './readLaunch.ts';

export type ComparisonAsked = {
  launch: Launch;
  past: readonly Launch[];
  fromMs: number;
  toMs: number;
  step: CompareStep;
  metric: CompareMetric;
  scale: CompareScale;
  theme?: string | undefined;
  now: number;
  /** Launches of long ago are still being read in: what was not heard of them is yet to come. */
  isTelling?: boolean;
  /** Called after each launch that was read; what it throws ends the reading. */
  onLaunch?: () => void;
};

/** Whom a launch is measured against where nobody says: those it names, else all that began before it, newest first. */
export function pastOf(launch: Launch, launches: readonly Launch[]): Launch[] {
  const { compareWith } = launch;
  const others = launches.filter(({ id, at }) => (compareWith ? compareWith.includes(id) : at < launch.at));
  return others.filter(({ id }) => id !== launch.id).sort((a, b) => b.at - a.at);
}

/** Compares a launch with others, all figures from history. */
export async function comparison(history: History, asked: ComparisonAsked): Promise<LaunchComparison> {
  const { step, metric, scale, theme, now } = asked;
  const stepMs = compareSteps[step];
  const fromMs = Math.floor(asked.fromMs / stepMs) * stepMs;
  const toMs = Math.ceil(asked.toMs / stepMs) * stepMs;
  const axis = { fromMs, toMs, stepMs };
  const read = async (launch: Launch): Promise<CountedLaunch> => {
    const found = await readLaunch(history, launch, axis, {
      ...{ now, theme },
      countedFrom: await countedFrom(history, launch),
    });
    const isToCome = asked.isTelling === true && found.missing === 'not-heard' && launch.at <= now;
    return isToCome ? { ...found, missing: 'not-told' } : found;
  };
  const launch = await read(asked.launch);
  asked.onLaunch?.();
  const past: (typeof launch)[] = [];
  // One after the other: history answers one question at a time, and who stops waits for no more than one launch.
  for (const one of asked.past) {
    past.push(await read(one));
    asked.onLaunch?.();
  }
  return {
    step,
    fromMs,
    toMs,
    metric,
    scale,
    ...(theme === undefined ? {} : { theme }),
    now,
    ...compareLaunches(launch, past, { ...axis, metric, scale }),
    seam: (await history.counted()).seam,
  };
}
