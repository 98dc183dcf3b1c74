import type { Snapshot } from '../../shared/decisions.ts';
import { isSameRules } from '../engine/isSameRules.ts';
import type { History } from '../store/store.ts';

/**
 * Whether history is counted now as it was for a snapshot: then a difference between the two is messages that came later, and not
 * other rules. Snapshots of before that was noted are taken for alike.
 */
export async function isCountedAlike(
  history: Pick<History, 'counted' | 'ruleSet'>,
  then: Snapshot['counted'],
): Promise<boolean> {
  if (then === undefined) return true;
  const now = await history.counted();
  if (now.corrections !== then.corrections) return false;
  if (now.ruleSet === then.ruleSet) return true;
  const [before, after] = await Promise.all([history.ruleSet(then.ruleSet), history.ruleSet(now.ruleSet)]);
  return before !== undefined && after !== undefined && isSameRules(before.workspace, after.workspace);
}
