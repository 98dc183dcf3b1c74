import type { Launch, Workspace } from '../../shared/domain.ts';
import {
  type CompareMetric,
  type CompareScale,
  type CompareStep,
  compareSteps,
  type LaunchComparison,
} from '../../shared/launchComparison.ts';
import type { History } from '../store/store.ts';
import { compareLaunches } from './compare.ts';
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
};

/** Whom a launch is measured against where nobody says: those it names, else all that began before it, newest first. */
export function pastOf(launch: Launch, launches: readonly Launch[]): Launch[] {
  const { compareWith } = launch;
  const others = launches.filter(({ id, at }) => (compareWith ? compareWith.includes(id) : at < launch.at));
  return others.filter(({ id }) => id !== launch.id).sort((a, b) => b.at - a.at);
}

const knows = (workspace: Workspace | undefined, { id, brand, query }: Launch) =>
  workspace?.launches.some((one) => one.id === id && one.brand === brand && one.query === query) ?? false;

/** Since when a launch's own query is counted; see `ReadOptions`. */
export async function countedFrom(history: History, launch: Launch): Promise<number> {
  if (launch.query === undefined) return Number.NEGATIVE_INFINITY;
  const { ruleSet, seam } = await history.counted();
  const workspaceAt = async (version: number) => (await history.ruleSet(version))?.workspace;
  if (!knows(await workspaceAt(ruleSet), launch)) return Number.POSITIVE_INFINITY;
  if (seam === null || knows(await workspaceAt(seam.ruleSet), launch)) return Number.NEGATIVE_INFINITY;
  return seam.mentions;
}

/** Compares a launch with others, all figures from history. */
export async function comparison(history: History, asked: ComparisonAsked): Promise<LaunchComparison> {
  const { step, metric, scale, theme, now } = asked;
  const stepMs = compareSteps[step];
  const fromMs = Math.floor(asked.fromMs / stepMs) * stepMs;
  const toMs = Math.ceil(asked.toMs / stepMs) * stepMs;
  const axis = { fromMs, toMs, stepMs };
  const read = async (launch: Launch) =>
    readLaunch(history, launch, axis, { now, theme, countedFrom: await countedFrom(history, launch) });
  const launch = await read(asked.launch);
  const past = await Promise.all(asked.past.map(read));
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
