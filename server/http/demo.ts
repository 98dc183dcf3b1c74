import type { Express } from 'express';
import { z } from 'zod';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';

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
}
