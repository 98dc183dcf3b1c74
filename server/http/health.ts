import type { Express } from 'express';
import type { HealthAnswer } from '../../shared/protocol.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';

export function serveHealth(app: Express, deps: AppDeps): void {
  app.get('/api/health', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    const now = deps.now();
    const { trouble, recompute, heardTo } = dataset.engine.status();
    const { history } = dataset;
    const [totals, ruleSet, counted] = await Promise.all([history.totals(), history.ruleSet(), history.counted()]);
    const by = ruleSet?.transformer;
    const answer: HealthAnswer = {
      status: trouble ? 'trouble' : 'ok',
      version: deps.version,
      build: deps.build,
      data: dataset.name,
      startedAt: deps.startedAt,
      at: now,
      ruleSet: ruleSet?.version ?? 0,
      posts: totals.posts,
      sources: dataset.sources.health(now),
      ledger: dataset.sources.ledger(),
      history: counted,
      ...(by && heardTo !== undefined ? { transformer: { ...by, waiting: Math.max(0, totals.seq - heardTo) } } : {}),
      ...(recompute ? { recompute } : {}),
      ...(trouble ? { trouble } : {}),
    };
    response.json(answer);
  });
}
