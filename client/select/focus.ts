import type { Launch, Workspace } from '../../shared/domain.ts';
import { dayMs } from '../../shared/rollup.ts';

/** A launch is on the Brief from a week before its T0 until sixteen days after: as far back as minutes are kept live. */
const launchFromMs = 7 * dayMs;
const launchUntilMs = 16 * dayMs;

export type Focus = { brand: string; launch: Launch | null };

/** Whether the Brief can tell of it: its figures since T0 are kept live, or it comes soon. */
export function isOnBrief(launch: Pick<Launch, 'at'>, now: number): boolean {
  return now >= launch.at - launchFromMs && now < launch.at + launchUntilMs;
}

/** The launch to look at: one that runs (the latest T0), else the next one near. `only`: of this brand. */
export function launchNow(launches: readonly Launch[], now: number, only?: string): Launch | null {
  const near = launches.filter((launch) => isOnBrief(launch, now) && (only === undefined || launch.brand === only));
  const running = near.filter((launch) => launch.at <= now).sort((a, b) => b.at - a.at);
  const coming = near.filter((launch) => launch.at > now).sort((a, b) => a.at - b.at);
  return running[0] ?? coming[0] ?? null;
}

/**
 * Which brand a screen speaks of: the one asked for, else that of the launch asked for or under way, else the most
 * mentioned, else the first. Null in a workspace without brands.
 */
export function focusOf(
  workspace: Pick<Workspace, 'brands' | 'launches'>,
  now: number,
  mentions: Readonly<Record<string, number>>,
  asked: { brand?: string; launch?: string } = {},
): Focus | null {
  const has = (id: string | undefined) => id !== undefined && workspace.brands.some((brand) => brand.id === id);
  const launch = workspace.launches.find((one) => one.id === asked.launch);
  if (launch) return { brand: launch.brand, launch };
  if (asked.brand !== undefined && has(asked.brand))
    return { brand: asked.brand, launch: launchNow(workspace.launches, now, asked.brand) };
  const running = launchNow(workspace.launches, now);
  if (running) return { brand: running.brand, launch: running };
  let most: string | undefined;
  for (const { id } of workspace.brands)
    if ((mentions[id] ?? 0) > (most === undefined ? 0 : (mentions[most] ?? 0))) most = id;
  const brand = most ?? workspace.brands[0]?.id;
  return brand === undefined ? null : { brand, launch: null };
}

/** The brands among which share of voice is counted: the first named set that holds the brand, else all of them. */
export function brandSetOf(
  workspace: Pick<Workspace, 'brands' | 'brandSets'>,
  brand: string,
): { name: string | null; brands: string[] } {
  const set = workspace.brandSets.find((one) => one.brands.includes(brand));
  return set ? { name: set.name, brands: set.brands } : { name: null, brands: workspace.brands.map((one) => one.id) };
}
