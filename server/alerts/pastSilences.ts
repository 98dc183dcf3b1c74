import type { AlertRule } from '../../shared/alerts.ts';
import type { Workspace } from '../../shared/domain.ts';
import type { SourceHealth } from '../../shared/protocol.ts';
import { quarterMs } from '../../shared/rollup.ts';
import { isImport } from '../sources/isImport.ts';
import type { PastCounts } from '../store/store.ts';
import { createArrivals } from './createArrivals.ts';
import { createSourceWatch } from './createSourceWatch.ts';
import { graceMs } from './createWatch.ts';
import type { Told } from './standing.ts';

/**
 * Sources that were silent, from when their posts were said: a silence begins at the end of the last quarter-hour that held any.
 * That a source said itself to be lost is not stored.
 */
export function createPastSilences(workspace: Workspace, rule: AlertRule, unwatched: ReadonlySet<string>) {
  const asked = { ...workspace, alerts: { rules: [{ ...rule, isOff: false }], quietHours: null } };
  const arrivals = createArrivals([], 0);
  const watch = createSourceWatch(arrivals);
  const health: Record<string, SourceHealth> = {};
  const isTried = rule.kinds.includes('silent-source');

  return {
    sources: () => Object.keys(health).length,
    /** A quarter-hour that is over, with what came in it. Answers who is silent then. */
    hear(at: number, came: PastCounts['sources']): Told[] {
      if (!isTried) return [];
      const lastAt = at + quarterMs - 1;
      for (const { source, posts } of came) {
        if (isImport(source) || unwatched.has(source)) continue;
        arrivals.count(source, posts, lastAt);
        health[source] = {
          state: 'live',
          kind: 'ingest',
          heardAt: lastAt,
          postAt: lastAt,
          accepted: posts,
          skipped: 0,
        };
      }
      return watch.look(asked, health, at + quarterMs + graceMs);
    },
  };
}
