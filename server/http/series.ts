import type { Express } from 'express';
import { type SeriesAnswer, type Step, seriesGroups, steps } from '../../shared/protocol.ts';
import { askedDataset, askedFilter } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';
import { Refused } from './problem.ts';

/** Some 15 MB of answer: more is no chart any more. */
const mostPoints = 100_000;
const stepNames = Object.keys(steps) as Step[];

export function serveSeries(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  app.get('/api/series', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const step = parameters.choice('step', stepNames) ?? '1h';
    const zone = parameters.zone('zone');
    const by = parameters.choice('by', seriesGroups);
    const stage = parameters.choice('stage', ['important', 'significant']) ?? 'important';
    const filter = askedFilter(parameters);
    parameters.done();
    const { history } = asked();
    const points = await history.series({
      ...filter,
      step,
      stage,
      zone: zone ?? (await history.ruleSet())?.workspace.timeZone ?? 'UTC',
      ...(by ? { by } : {}),
    });
    if (points.length > mostPoints) {
      const message = `${points.length} points are more than ${mostPoints}: ask for a coarser step or a shorter range`;
      throw new Refused(400, { detail: message, errors: [{ path: 'step', code: 'too-many-points', message }] });
    }
    const { seam } = await history.counted();
    const answer: SeriesAnswer = { step, points, seam };
    response.json(answer);
  });
}
