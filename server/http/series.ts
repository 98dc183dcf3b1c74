import type { Express } from 'express';
import { type SeriesAnswer, type SeriesPoint, type Step, seriesGroups, steps } from '../../shared/protocol.ts';
import type { AuthorCounts } from '../store/store.ts';
import { askedDataset, askedFilter } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';
import { Refused } from './problem.ts';

/** Some 15 MB of answer: more is no chart any more. */
const mostPoints = 100_000;
const stepNames = Object.keys(steps) as Step[];

/** A bucket of which not all is known says nothing of authors, and so does one whose mentions name none. */
function withAuthors(
  step: Step,
  points: readonly SeriesPoint[],
  { points: known, whole }: AuthorCounts,
): Omit<SeriesAnswer, 'seam'> {
  const placeOf = ({ at, key }: { at: number; key?: string }) => `${at} ${key ?? ''}`;
  const byPlace = new Map(known.map((point) => [placeOf(point), point]));
  return {
    step,
    points: points.map((point) => {
      const found = byPlace.get(placeOf(point));
      return found ? { ...point, authors: found.authors, authorsError: found.authorsError } : point;
    }),
    ...(whole ? { whole } : {}),
  };
}

export function serveSeries(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  app.get('/api/series', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const step = parameters.choice('step', stepNames) ?? '1h';
    const zone = parameters.zone('zone');
    const by = parameters.choice('by', seriesGroups);
    const stage = parameters.choice('stage', ['important', 'significant']) ?? 'important';
    const authors = parameters.choice('authors', ['yes', 'no']);
    const asFilter = askedFilter(parameters);
    parameters.done();
    const { history } = asked();
    const filter = {
      ...asFilter,
      step,
      stage,
      zone: zone ?? (await history.ruleSet())?.workspace.timeZone ?? 'UTC',
      ...(by ? { by } : {}),
    };
    const points = await history.series(filter);
    if (points.length > mostPoints) {
      const message = `${points.length} points are more than ${mostPoints}: ask for a coarser step or a shorter range`;
      throw new Refused(400, { detail: message, errors: [{ path: 'step', code: 'too-many-points', message }] });
    }
    const counted = authors === 'no' ? null : await history.authors({ ...filter, fromPosts: authors === 'yes' });
    const { seam } = await history.counted();
    const answer: SeriesAnswer = { ...(counted ? withAuthors(step, points, counted) : { step, points }), seam };
    response.json(answer);
  });
}
