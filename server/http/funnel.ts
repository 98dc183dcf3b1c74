import type { Express } from 'express';
import type { FunnelShape } from '../../shared/protocol.ts';
import { askedDataset, askedRange } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';

export function serveFunnel(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  app.get('/api/funnel', async (request, response) => {
    const parameters = readParameters(request);
    const dataset = askedDataset(parameters, deps.datasets);
    const filter = {
      ...askedRange(parameters),
      brands: parameters.list('brand'),
      sources: parameters.list('source'),
    };
    parameters.done();
    const funnel: FunnelShape = await dataset().history.funnel(filter);
    response.json(funnel);
  });
}
