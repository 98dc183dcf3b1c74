import type { Express } from 'express';
import type { SpeakAnswer } from '../../shared/speak.ts';
import { readSpeak } from '../speak/readSpeak.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { noLaunch } from './launches.ts';
import { readParameters } from './parameters.ts';
import { createSharedAnswers } from './sharedAnswers.ts';

/** What is usual of weeks does not change by the second, but a file that is being imported is seen to arrive. */
const keptMs = 60_000;

/** When and where people usually speak of a launch. */
export function serveLaunchSpeak(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const answers = createSharedAnswers<SpeakAnswer>(deps.now, keptMs);

  app.get('/api/launches/:id/speak', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    const { workspace, etag } = await dataset.engine.ruleSet();
    const launch = workspace.launches.find(({ id }) => id === request.params.id);
    if (!launch) throw noLaunch(request.params.id);
    const { ruleSet, corrections } = await dataset.history.counted();
    const key = [dataset.name, launch.id, etag, ruleSet, corrections];
    response.json(await answers.of(key, () => readSpeak(dataset.history, launch, deps.now())));
  });
}
