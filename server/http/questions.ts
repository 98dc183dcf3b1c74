import type { Express } from 'express';
import type { QuestionsAnswer } from '../../shared/protocol.ts';
import { askedDataset, askedFilter } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { messageCards } from './messageCards.ts';
import { readParameters } from './parameters.ts';
import { createSharedAnswers } from './sharedAnswers.ts';
import { wordsOfBrands } from './wordsOfBrands.ts';

export function serveQuestions(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const answers = createSharedAnswers<QuestionsAnswer>(deps.now);

  app.get('/api/questions', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const filter = askedFilter(parameters);
    const limit = parameters.whole('limit', 1, 50) ?? 12;
    parameters.done();
    const dataset = asked();
    const answer = await answers.of([dataset.publisher.epoch, filter, limit], async () => {
      const apart = await wordsOfBrands(dataset, filter.brands);
      const found = await dataset.history.questions({ ...filter, apart, limit });
      const items: QuestionsAnswer['items'] = [];
      for (const { messages: posts, ...question } of found.items)
        items.push({ ...question, messages: await messageCards(dataset, posts) });
      return { ...found, items };
    });
    response.json(answer);
  });
}
