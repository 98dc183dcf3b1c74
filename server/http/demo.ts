import type { Express } from 'express';
import { z } from 'zod';
import { rehearsalScenarios } from '../../shared/rehearsal.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';
import { Refused } from './problem.ts';

const rehearsalSchema = z.strictObject({ scenario: z.enum(rehearsalScenarios) });
const demoSchema = z.strictObject({ action: z.enum(['leave', 'open', 'remove']) });

/** One button each: start with your own, look at the demo again, delete it. */
export function serveDemo(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  app.post('/api/demo', async (request, response) => {
    readParameters(request).done();
    const { action } = parseWith(demoSchema, await readJson(request));
    if (action === 'leave') await deps.datasets.leaveDemo();
    else if (action === 'open') await deps.datasets.openDemo();
    else await deps.datasets.removeDemo();
    response.json({ data: deps.datasets.showing });
  });

  const player = () => {
    const found = deps.datasets.rehearsal();
    if (!found)
      throw new Refused(409, {
        detail: 'rehearsals are played in the demo; POST /api/demo {"action": "open"} opens it',
        code: 'rehearsal-in-demo',
      });
    return found;
  };

  app.post('/api/demo/rehearsal', async (request, response) => {
    readParameters(request).done();
    const { scenario } = parseWith(rehearsalSchema, await readJson(request));
    if (!player().start(scenario))
      throw new Refused(409, {
        detail: 'a rehearsal is being played: wait until it has ended',
        code: 'rehearsal-runs',
      });
    response.status(202).json(await player().report());
  });

  app.get('/api/demo/rehearsal', async (request, response) => {
    readParameters(request).done();
    response.json(await player().report());
  });
}
