import type { Express } from 'express';
import { buzzKinds } from '../../shared/signalAxis.ts';
import { type LaunchSignal, signalName } from '../../shared/signals.ts';
import { launchSignal } from '../signals/launchSignal.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { noLaunch } from './launches.ts';
import { readParameters } from './parameters.ts';
import { Refused } from './problem.ts';
import { createSharedAnswers } from './sharedAnswers.ts';

export function serveLaunchSignals(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const answers = createSharedAnswers<LaunchSignal | undefined>(deps.now);

  app.get('/api/launches/:id/signals', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const name = signalName.safeParse(parameters.one('name'));
    if (!name.success)
      parameters.fault({ path: 'name', code: 'bad-name', message: 'say the name of an outside series' });
    const of = parameters.choice('of', buzzKinds) ?? 'mentions';
    parameters.done();
    const dataset = asked();
    const { workspace, version } = await dataset.engine.ruleSet();
    const launch = workspace.launches.find(({ id }) => id === request.params.id);
    if (!launch) throw noLaunch(request.params.id);
    const answer = await answers.of([dataset.publisher.epoch, version, launch.id, name.data, of], () =>
      launchSignal(dataset.history, launch, name.data ?? '', of, deps.now()),
    );
    if (!answer)
      throw new Refused(404, {
        detail: `no series "${name.data}" has values around this launch`,
        code: 'no-signal',
        values: { name: name.data ?? '' },
      });
    response.json(answer);
  });
}
