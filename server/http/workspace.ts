import type { Express, Request, Response } from 'express';
import type { Workspace } from '../../shared/domain.ts';
import type { DataSet, PreviewAnswer, RetrainAnswer } from '../../shared/protocol.ts';
import type { Dataset } from '../dataset.ts';
import type { RuleSet } from '../store/store.ts';
import { answerWhileAwaited } from './answerWhileAwaited.ts';
import { askedDataset } from './asked.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { findThreshold } from './keptPerDay.ts';
import { readParameters } from './parameters.ts';
import { etagHeader, expectedEtag, staleWorkspace } from './preconditions.ts';
import { Refused } from './problem.ts';
import { readNothing } from './readNothing.ts';

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

type Deps = Pick<AppDeps, 'datasets' | 'now'>;

/** Reads a workspace; a number a day that comes without a threshold becomes one here, once, and is written down. */
async function readWorkspace(request: Request, dataset: Dataset, now: number): Promise<Workspace> {
  const document = await readJson(request, workspaceLimitBytes);
  const workspace = checkWorkspace(document);
  const { targetPerDay } = workspace.significance;
  const { significance } = document as { significance?: object };
  if (targetPerDay === undefined || (significance && 'threshold' in significance)) return workspace;
  return { ...workspace, significance: { threshold: await findThreshold(dataset, targetPerDay, now), targetPerDay } };
}

export function serveWorkspace(app: Express, deps: Deps): void {
  app.get('/api/workspace', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const version = parameters.whole('version', 0, Number.MAX_SAFE_INTEGER);
    parameters.done();
    const { engine, history } = asked();
    const ruleSet = version === undefined ? await engine.ruleSet() : await history.ruleSet(version);
    if (!ruleSet)
      throw new Refused(404, {
        detail: `there is no version ${version} of the workspace`,
        code: 'no-version',
        values: { version: version ?? 0 },
      });
    send(response, ruleSet);
  });

  app.post('/api/workspace/preview', async (request, response) => {
    const dataset = workspaceOf(request, deps, 'own');
    const workspace = await readWorkspace(request, dataset, deps.now());
    await answerWhileAwaited(
      request,
      response,
      (signal, tell) => dataset.preview(workspace, signal, tell) satisfies Promise<PreviewAnswer>,
    );
  });

  app.post('/api/workspace/retrain', async (request, response) => {
    const { engine, retrain } = workspaceOf(request, deps, 'own');
    await readNothing(request);
    const { workspace } = await engine.ruleSet();
    await answerWhileAwaited(
      request,
      response,
      (signal) => retrain(workspace, signal) satisfies Promise<RetrainAnswer>,
    );
  });

  app.put('/api/workspace', async (request, response) => {
    const dataset = workspaceOf(request, deps, 'own');
    const workspace = await readWorkspace(request, dataset, deps.now());
    const { engine } = dataset;
    const expected = expectedEtag(request, await engine.ruleSet());
    const saved = await engine.saveWorkspace(workspace, expected);
    if (!saved.saved) throw staleWorkspace(saved);
    send(response, saved);
  });
}
