import type { Express } from 'express';
import type { SignificanceAnswer } from '../../shared/protocol.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { countKeptPerDay } from './keptPerDay.ts';
import { readParameters } from './parameters.ts';
import { createSharedAnswers } from './sharedAnswers.ts';

export function serveSignificance(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const answers = createSharedAnswers<SignificanceAnswer>(deps.now);
  app.get('/api/significance', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    const { version, workspace } = await dataset.engine.ruleSet();
    const { ruleSet, corrections } = await dataset.history.counted();
    const key = [dataset.publisher.epoch, version, ruleSet, corrections];
    const answer = await answers.of(key, async () => ({
      threshold: workspace.significance.threshold,
      ...(await countKeptPerDay(dataset, deps.now())),
    }));
    response.json(answer);
  });
}
