import type { Express } from 'express';
import { z } from 'zod';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';
import { Refused } from './problem.ts';

const switchSchema = z.strictObject({ on: z.boolean() });

export function serveSources(app: Express, deps: AppDeps): void {
  app.get('/api/sources', (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    response.json({
      data: dataset.name,
      sources: dataset.sources.health(deps.now()),
      switches: deps.sources.bluesky ? { bluesky: deps.sources.bluesky.on() } : {},
    });
  });

  app.post('/api/sources/bluesky', async (request, response) => {
    readParameters(request).done();
    const { on } = parseWith(switchSchema, await readJson(request));
    const { bluesky } = deps.sources;
    if (!bluesky) throw new Refused(409, { detail: 'this server runs without the Bluesky source', code: 'no-bluesky' });
    await bluesky.turn(on);
    response.json({ on: bluesky.on() });
  });
}
