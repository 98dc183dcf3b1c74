import type { Express } from 'express';
import type { VersionsAnswer } from '../../shared/protocol.ts';
import { workspaceChanges } from '../../shared/workspaceChanges.ts';
import { isSameRules } from '../engine/isSameRules.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';

/** Versions of the workspace, the newest first, each with what it changed; `next` is where the older ones begin. */
export function serveVersions(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  app.get('/api/workspace/versions', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const limit = parameters.whole('limit', 1, 100) ?? 30;
    const upTo = parameters.whole('upTo', 1, Number.MAX_SAFE_INTEGER);
    parameters.done();
    const { engine, history } = asked();
    const items: VersionsAnswer['items'] = [];
    const newest = await engine.ruleSet();
    let after = (upTo === undefined ? undefined : await history.ruleSet(upTo)) ?? newest;
    while (items.length < limit && after.version > 0) {
      const before = await history.ruleSet(after.version - 1);
      if (!before) break;
      items.push({
        version: after.version,
        at: after.from,
        changes: workspaceChanges(before.workspace, after.workspace),
        recounts: !isSameRules(before.workspace, after.workspace),
      });
      after = before;
    }
    const answer: VersionsAnswer = { items, next: after.version > 0 ? after.version : null };
    response.json(answer);
  });
}
