import type { Express } from 'express';
import type { OpenPoint, OpenPointsAnswer } from '../../shared/openPoints.ts';
import { dayMs, minuteMs } from '../../shared/rollup.ts';
import type { Dataset } from '../dataset.ts';
import { isAbout } from '../decisions/openPoints.ts';
import { type ReadPoints, readPoints } from '../decisions/readPoints.ts';
import { soldOutQuery } from '../decisions/soldOutQuery.ts';
import { compileSearch } from '../pipeline/query/compileSearch.ts';
import { askedDataset, noBrand } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';
import { createSharedAnswers } from './sharedAnswers.ts';
import { wordsOfBrands } from './wordsOfBrands.ts';

/** A decision answers a point for so long; what still holds then is open again. */
const closedMs = 7 * dayMs;
const mostOpen = 12;

function compiledSoldOut() {
  const compiled = compileSearch(soldOutQuery);
  if (!compiled.ok) throw new Error(`the query for "sold out" is wrong: ${compiled.faults[0]?.message}`);
  return compiled.search;
}

/** What waits for a decision about a brand, counted once for all who ask within some seconds. */
export function createOpenPoints(now: () => number) {
  const soldOut = compiledSoldOut();
  const answers = createSharedAnswers<ReadPoints>(now, minuteMs);

  async function read(dataset: Dataset, brand: string): Promise<ReadPoints> {
    const { workspace, version } = await dataset.engine.ruleSet();
    return answers.of([dataset.publisher.epoch, brand, version], async () => {
      const to = Math.floor(now() / minuteMs) * minuteMs;
      const apart = await wordsOfBrands(dataset, [brand]);
      const { theme: error } = await dataset.scoreboard.errors();
      return readPoints(dataset.history, { brand, themes: workspace.themes, now: to, apart, soldOut, error });
    });
  }

  return {
    read,
    /** The point that an id names, where it is one now. */
    async find(dataset: Dataset, brand: string, id: string): Promise<OpenPoint | undefined> {
      return (await read(dataset, brand)).points.find((point) => isAbout(id, point));
    },
  };
}
export type OpenPointsReader = ReturnType<typeof createOpenPoints>;

export function serveOpenPoints(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>, reader: OpenPointsReader): void {
  app.get('/api/open-points', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const brand = parameters.one('brand');
    if (brand === undefined) parameters.fault({ path: 'brand', code: 'missing', message: 'say of which brand' });
    parameters.done();
    const dataset = asked();
    const { workspace } = await dataset.engine.ruleSet();
    if (brand === undefined || !workspace.brands.some(({ id }) => id === brand)) throw noBrand(brand ?? '');
    const { window, isUsualKnown, points } = await reader.read(dataset, brand);
    const since = deps.now() - closedMs;
    const decisions = workspace.launches
      .filter((launch) => launch.brand === brand)
      .flatMap(({ id: launch, decisions }) => decisions.map((decision) => ({ launch, decision })))
      .filter(({ decision }) => decision.about !== undefined && decision.at >= since)
      .sort((a, b) => b.decision.at - a.decision.at);
    const answer: OpenPointsAnswer = { ...window, isUsualKnown, open: [], closed: [] };
    for (const point of points) {
      const answered = decisions.find(({ decision }) => isAbout(decision.about!, point));
      if (!answered) answer.open.push(point);
      else {
        const { at, name, id } = answered.decision;
        answer.closed.push({ point, launch: answered.launch, decision: { at, name, ...(id ? { id } : {}) } });
      }
    }
    answer.open.length = Math.min(mostOpen, answer.open.length);
    response.json(answer);
  });
}
