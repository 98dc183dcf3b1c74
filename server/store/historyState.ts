import type { HistoryState } from '../../shared/protocol.ts';
import type { Meta } from './meta.ts';

/** What history is counted under, and from when on. */
export function historyState(meta: Meta, corrections: number): HistoryState {
  const { recomputedUnder, seamText, seamSetAside, seamUnder } = meta;
  const seam = seamSetAside > 0 ? { collected: seamSetAside, mentions: seamText, ruleSet: seamUnder } : null;
  return { ruleSet: recomputedUnder, corrections, seam };
}
