import type { Express, Request, Response } from 'express';
import type { Workspace } from '../../shared/domain.ts';
import { launchSchema } from '../../shared/domain.ts';
import type { Engine } from '../engine/engine.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { parseWith } from './parseWith.ts';
import { etagHeader, expectedEtag, staleWorkspace } from './preconditions.ts';
import { Refused } from './problem.ts';
import { workspaceOf } from './workspace.ts';

const launchLimitBytes = 256 * 1024;
type Launches = Workspace['launches'];

function noLaunch(id: string): Refused {
  return new Refused(404, `there is no launch "${id.slice(0, 80)}"`);
}

/** Faults of a launch are told as its sender knows it: without its place in the workspace. */
function checkWithLaunches(workspace: Workspace, launches: Launches): Workspace {
  try {
    return checkWorkspace({ ...workspace, launches });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const errors = error.refusal.errors?.map((one) => ({ ...one, path: one.path?.replace(/^launches\[\d+\]\.?/, '') }));
    throw new Refused(error.status, { ...error.refusal, detail: 'the launch has faults; nothing was changed', errors });
  }
}

function idOf(request: Request<{ id: string }>): string {
  return request.params.id;
}

export function serveLaunches(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  let lastChange: Promise<unknown> = Promise.resolve();

  /**
   * Launches live in the workspace, so each change makes a new version of it, checked as a whole. One after the other: two
   * that are sent at the same moment must not meet as rivals.
   */
  function change(engine: Engine, request: Request, edit: (launches: Launches) => Launches): Promise<string> {
    const changing = lastChange.then(async () => {
      const current = await engine.ruleSet();
      expectedEtag(request, current);
      const workspace = checkWithLaunches(current.workspace, edit(current.workspace.launches));
      const saved = await engine.saveWorkspace(workspace, current.etag);
      if (!saved.saved) throw staleWorkspace(saved);
      return saved.etag;
    });
    // Its own sender hears of a failure; the next change starts from what stands.
    lastChange = changing.catch(() => undefined);
    return changing;
  }

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
        throw new Refused(409, `there is a launch "${launch.id}" already; PUT /api/launches/${launch.id} changes it`);
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
      return launches.filter((one) => one.id !== id);
    });
    response.status(204).set('ETag', etagHeader(etag)).end();
  });
}
