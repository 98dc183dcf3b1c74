import type { Express, Response } from 'express';
import { z } from 'zod';
import type { QueryCorrection, Workspace } from '../../shared/domain.ts';
import { answerWhileAwaited } from './answerWhileAwaited.ts';
import { askedDataset } from './asked.ts';
import { type ChangeWorkspace, checkWithList } from './changeWorkspace.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';
import { etagHeader } from './preconditions.ts';
import { Refused } from './problem.ts';
import { workspaceOf } from './workspace.ts';

const limitBytes = 256 * 1024;
/** What is in it the workspace's own schema says, for this one as for all others. */
const asked = z.looseObject({ id: z.string().optional() });

/** `c1`, `c2`, ...: never one that was there before as long as a later one is. */
function nextId(corrections: readonly { id: string }[]): string {
  const numbers = corrections.map(({ id }) => Number(/^c(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `c${Math.max(0, ...numbers) + 1}`;
}

function withCorrection(workspace: Workspace, body: z.infer<typeof asked>): Workspace {
  const { corrections = [] } = workspace;
  const correction = { ...body, id: body.id ?? nextId(corrections) } as QueryCorrection;
  if (corrections.some(({ id }) => id === correction.id))
    throw new Refused(409, {
      detail: `there is a correction "${correction.id.slice(0, 80)}" already`,
      code: 'correction-exists',
    });
  return { ...workspace, corrections: [...corrections, correction] };
}

/** Corrections of all mentions that a query finds: members of the workspace, each change of which is a version of it. */
export function serveCorrections(app: Express, deps: Pick<AppDeps, 'datasets'>, change: ChangeWorkspace): void {
  const answer = (response: Response, status: number, etag: string, body: unknown) =>
    response.status(status).set('ETag', etagHeader(etag)).json(body);

  app.get('/api/corrections', async (request, response) => {
    const { workspace, etag } = await workspaceOf(request, deps).engine.ruleSet();
    answer(response, 200, etag, workspace.corrections ?? []);
  });

  app.post('/api/corrections', async (request, response) => {
    const parameters = readParameters(request);
    const found = askedDataset(parameters, deps.datasets, 'own');
    const isDry = parameters.choice('dry', ['yes', 'no'] as const) === 'yes';
    parameters.done();
    const { engine, preview } = found();
    const body = parseWith(asked, await readJson(request, limitBytes));
    if (isDry) {
      const { workspace } = await engine.ruleSet();
      const tried = checkWithList(withCorrection(workspace, body), 'corrections');
      await answerWhileAwaited(request, response, (signal, tell) => preview(tried, signal, tell));
      return;
    }
    let made: QueryCorrection | undefined;
    const etag = await change(engine, request, 'corrections', (workspace) => {
      const next = checkWithList(withCorrection(workspace, body), 'corrections');
      made = next.corrections?.at(-1);
      return next;
    });
    response.location(`/api/corrections/${encodeURIComponent(made!.id)}`);
    answer(response, 201, etag, made);
  });

  app.delete('/api/corrections/:id', async (request, response) => {
    const { engine } = workspaceOf(request, deps, 'own');
    const { id } = request.params;
    const etag = await change(engine, request, 'corrections', (workspace) => {
      const { corrections = [] } = workspace;
      const left = corrections.filter((one) => one.id !== id);
      if (left.length === corrections.length)
        throw new Refused(404, { detail: `there is no correction "${id.slice(0, 80)}"`, code: 'no-correction' });
      return { ...workspace, corrections: left };
    });
    response.status(204).set('ETag', etagHeader(etag)).end();
  });
}
