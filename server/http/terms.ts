import type { Express } from 'express';
import type { TermsAnswer } from '../../shared/protocol.ts';
import { askedDataset, askedFilter } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { messageCards } from './messageCards.ts';
import { readParameters } from './parameters.ts';
import { createSharedAnswers } from './sharedAnswers.ts';
import { wordsOfBrands } from './wordsOfBrands.ts';

export function serveTerms(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const answers = createSharedAnswers<TermsAnswer>(deps.now);

  app.get('/api/terms', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const filter = askedFilter(parameters);
    const limit = parameters.whole('limit', 1, 50) ?? 12;
    parameters.done();
    const dataset = asked();
    const answer = await answers.of([dataset.publisher.epoch, filter, limit], async () => {
      const apart = await wordsOfBrands(dataset, filter.brands);
      const found = await dataset.history.terms({ ...filter, to: filter.to ?? deps.now(), apart, limit });
      const items: TermsAnswer['items'] = [];
      for (const { examples, ...term } of found.items)
        items.push({ ...term, examples: await messageCards(dataset, examples) });
      return { ...found, items };
    });
    response.json(answer);
  });
}
