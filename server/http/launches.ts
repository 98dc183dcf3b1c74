import type { Express, Request, Response } from 'express';
import type { Workspace } from '../../shared/domain.ts';
import { launchSchema } from '../../shared/domain.ts';
import type { Engine } from '../engine/engine.ts';
import type { ChangeWorkspace } from './changeWorkspace.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { parseWith } from './parseWith.ts';
import { etagHeader } from './preconditions.ts';
import { Refused } from './problem.ts';
import { workspaceOf } from './workspace.ts';

const launchLimitBytes = 256 * 1024;
type Launches = Workspace['launches'];

export function noLaunch(id: string): Refused {
  const name = id.slice(0, 80);
  return new Refused(404, { detail: `there is no launch "${name}"`, code: 'no-launch', values: { name } });
}

function idOf(request: Request<{ id: string }>): string {
  return request.params.id;
}

export function serveLaunches(app: Express, deps: Pick<AppDeps, 'datasets'>, changeWorkspace: ChangeWorkspace): void {
  const change = (engine: Engine, request: Request, edit: (launches: Launches) => Launches) =>
    changeWorkspace(engine, request, 'launches', (workspace) => ({
      ...workspace,
      launches: edit(workspace.launches),
    }));

  const answer = (response: Response, status: number, etag: string, body: unknown) =>
    response.status(status).set('ETag', etagHeader(etag)).json(body);

  app.get('/api/launches', async (request, response) => {
    const { workspace, etag } = await workspaceOf(request, deps).engine.ruleSet();
    answer(response, 200, etag, workspace.launches);
  });

  app.get('/api/launches/:id', async (request, response) => {
    const { workspace, etag } = await workspaceOf(request, deps).engine.ruleSet();
    const launch = workspace.launches.find((one) => one.id === idOf(request));
    if (!launch) throw noLaunch(idOf(request));
    answer(response, 200, etag, launch);
  });

  app.post('/api/launches', async (request, response) => {
    const { engine } = workspaceOf(request, deps, 'own');
    const launch = parseWith(launchSchema, await readJson(request, launchLimitBytes));
    const etag = await change(engine, request, (launches) => {
      if (launches.some((one) => one.id === launch.id)) {
        throw new Refused(409, {
          detail: `there is a launch "${launch.id}" already; PUT /api/launches/${launch.id} changes it`,
          code: 'launch-exists',
          values: { name: launch.id },
        });
      }
      return [...launches, launch];
    });
    response.location(`/api/launches/${encodeURIComponent(launch.id)}`);
    answer(response, 201, etag, launch);
  });

  app.put('/api/launches/:id', async (request, response) => {
    const { engine } = workspaceOf(request, deps, 'own');
    const launch = parseWith(launchSchema, await readJson(request, launchLimitBytes));
    const id = idOf(request);
    if (launch.id !== id) {
      const message = `the address says "${id.slice(0, 80)}", the launch says "${launch.id}"`;
      throw new Refused(400, { detail: message, errors: [{ path: 'id', code: 'other-id', message }] });
    }
    const etag = await change(engine, request, (launches) => {
      if (!launches.some((one) => one.id === id)) throw noLaunch(id);
      return launches.map((one) => (one.id === id ? launch : one));
    });
    answer(response, 200, etag, launch);
  });

  app.delete('/api/launches/:id', async (request, response) => {
    const { engine } = workspaceOf(request, deps, 'own');
    const id = idOf(request);
    const etag = await change(engine, request, (launches) => {
      if (!launches.some((one) => one.id === id)) throw noLaunch(id);
      // Whoever was measured against it is measured against the others.
      return launches
        .filter((one) => one.id !== id)
        .map((one) =>
          one.compareWith ? { ...one, compareWith: one.compareWith.filter((other) => other !== id) } : one,
        );
    });
    response.status(204).set('ETag', etagHeader(etag)).end();
  });
}
