import type { Express } from 'express';
import type { ForecastAnswer } from '../../shared/forecast.ts';
import { bucketOf, dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import type { Dataset } from '../dataset.ts';
import { forecastHours, mostHours } from '../forecast/forecastHours.ts';
import { askedDataset, noBrand } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';
import { createSharedAnswers } from './sharedAnswers.ts';

/** What lies further back tells little of the hours to come. */
const learnedMs = 28 * dayMs;

async function countHours({ history }: Dataset, brand: string, now: number) {
  const { mentions, firstAt } = await history.totals();
  const to = bucketOf(now, hourMs);
  // An hour of which only a part was listened to would look like a quiet one.
  const heardFrom = mentions === 0 ? to : Math.ceil(firstAt / hourMs) * hourMs;
  const from = Math.min(to, Math.max(heardFrom, to - learnedMs));
  const counts = new Array<number>((to - from) / hourMs).fill(0);
  if (from === to) return { from, counts };
  const points = await history.series({ brands: [brand], from, to, step: '1h', zone: 'UTC', stage: 'important' });
  for (const { at, mentions: count } of points) counts[(at - from) / hourMs] = count;
  return { from, counts };
}

export function serveForecast(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const answers = createSharedAnswers<ForecastAnswer>(deps.now, minuteMs);

  app.get('/api/forecast', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const brand = parameters.one('brand');
    if (brand === undefined) parameters.fault({ path: 'brand', code: 'missing', message: 'say of which brand' });
    const hours = parameters.whole('hours', 1, mostHours - 1) ?? 6;
    parameters.done();
    const dataset = asked();
    const { workspace, version } = await dataset.engine.ruleSet();
    if (brand === undefined || !workspace.brands.some(({ id }) => id === brand)) throw noBrand(brand ?? '');
    const answer = await answers.of([dataset.publisher.epoch, brand, hours, version], async () => {
      const { from, counts } = await countHours(dataset, brand, deps.now());
      return forecastHours(from, counts, hours + 1);
    });
    response.json(answer);
  });
}
