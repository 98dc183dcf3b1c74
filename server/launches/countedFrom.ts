import type { Launch, Workspace } from '../../shared/domain.ts';
import type { History } from '../store/store.ts';

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
