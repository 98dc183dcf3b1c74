import type { Express } from 'express';
import type { VersionsAnswer } from '../../shared/protocol.ts';
import { workspaceChanges } from '../../shared/workspaceChanges.ts';
import { isSameRules } from '../engine/isSameRules.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';

/** How many versions back one is looked for that a version restores. */
const comparedBack = 30;

/** Versions of the workspace, the newest first, each with what it changed; `next` is where the older ones begin. */
export function serveVersions(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  app.get('/api/workspace/versions', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const limit = parameters.whole('limit', 1, 100) ?? 30;
    const upTo = parameters.whole('upTo', 1, Number.MAX_SAFE_INTEGER);
    parameters.done();
    const { engine, history } = asked();
    const newest = await engine.ruleSet();
    const read = [(upTo === undefined ? undefined : await history.ruleSet(upTo)) ?? newest];
    // Beyond the page, as far as a version is looked for that the last of it restores.
    while (read.length <= limit + comparedBack) {
      const before = await history.ruleSet(read.at(-1)!.version - 1);
      if (!before) break;
      read.push(before);
    }
    const documents = read.map(({ workspace }) => JSON.stringify(workspace));
    const items = read
      .slice(0, Math.min(limit, read.length - 1))
      .map((after, index): VersionsAnswer['items'][number] => {
        const before = read[index + 1]!;
        const restored = documents.slice(0, index + 1 + comparedBack).indexOf(documents[index]!, index + 2);
        return {
          version: after.version,
          at: after.from,
          changes: workspaceChanges(before.workspace, after.workspace),
          recounts: !isSameRules(before.workspace, after.workspace),
          ...(restored === -1 || documents[index + 1] === documents[index]
            ? {}
            : { restores: read[restored]!.version }),
        };
      });
    const next = read[items.length]!.version;
    const answer: VersionsAnswer = { items, next: next > 0 ? next : null };
    response.json(answer);
  });
}
