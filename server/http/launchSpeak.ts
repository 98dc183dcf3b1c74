import type { Express } from 'express';
import type { SpeakAnswer } from '../../shared/speak.ts';
import { readSpeak } from '../speak/readSpeak.ts';
import { askedLaunch } from './askedLaunch.ts';
import type { AppDeps } from './deps.ts';
import { createSharedAnswers } from './sharedAnswers.ts';

/** What is usual of weeks does not change by the second, but a file that is being imported is seen to arrive. */
const keptMs = 60_000;

/** When and where people usually speak of a launch. */
export function serveLaunchSpeak(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const answers = createSharedAnswers<SpeakAnswer>(deps.now, keptMs);

  app.get('/api/launches/:id/speak', async (request, response) => {
    const { dataset, launch, version } = await askedLaunch(request, deps.datasets);
    response.json(await answers.of(version, () => readSpeak(dataset.history, launch, deps.now())));
  });
}
