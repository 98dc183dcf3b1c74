import type { Express, Request, Response } from 'express';
import type { DataSet } from '../../shared/protocol.ts';
import type { RuleSet } from '../store/store.ts';
import { askedDataset } from './asked.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { etagHeader, expectedEtag, staleWorkspace } from './preconditions.ts';

const workspaceLimitBytes = 2 * 1024 * 1024;

function send(response: Response, ruleSet: RuleSet): void {
  response.set('ETag', etagHeader(ruleSet.etag)).json(ruleSet.workspace);
}

/** Names the data set of a workspace request, whose only parameter it is. */
export function workspaceOf(request: Request, deps: Pick<AppDeps, 'datasets'>, otherwise?: DataSet) {
  const parameters = readParameters(request);
  const dataset = askedDataset(parameters, deps.datasets, otherwise);
  parameters.done();
  return dataset();
}

export function serveWorkspace(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  app.get('/api/workspace', async (request, response) => {
    const { engine } = workspaceOf(request, deps);
    send(response, await engine.ruleSet());
  });

  app.put('/api/workspace', async (request, response) => {
    const { engine } = workspaceOf(request, deps, 'own');
    const workspace = checkWorkspace(await readJson(request, workspaceLimitBytes));
    const expected = expectedEtag(request, await engine.ruleSet());
    const saved = await engine.saveWorkspace(workspace, expected);
    if (!saved.saved) throw staleWorkspace(saved);
    send(response, saved);
  });
}
