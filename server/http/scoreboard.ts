import type { Express } from 'express';
import { z } from 'zod';
import { sentimentLabels } from '../../shared/domain.ts';
import { relevances, type ScoreboardAnswer, type SheetAnswer, type SheetItem } from '../../shared/scoreboard.ts';
import type { Dataset } from '../dataset.ts';
import { createScoreboard, type Scoreboard, type Sheet } from '../scoreboard/createScoreboard.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';
import { Refused } from './problem.ts';
import { createSharedAnswers } from './sharedAnswers.ts';
import { namesKept, shownMessage } from './shownMessage.ts';

const labelSchema = z.strictObject({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a UTC day such as 2026-03-02'),
  relevance: z.enum(relevances).nullable(),
  sentiment: z.enum(sentimentLabels).optional(),
  theme: z.boolean().optional(),
});

/** Measures the machine by the labels that people give: `shared/scoreboard.ts` says what is told. */
export function serveScoreboard(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const boards = new WeakMap<Dataset, Scoreboard>();
  const results = createSharedAnswers<ScoreboardAnswer>(deps.now);
  /** Counts labels given: an answer of before is no answer any more. */
  let given = 0;

  function boardOf(dataset: Dataset): Scoreboard {
    const board = boards.get(dataset) ?? createScoreboard(dataset, deps.now);
    boards.set(dataset, board);
    return board;
  }

  /** Nobody is named, and nothing of what the machine thinks is shown. */
  async function shownSheet(dataset: Dataset, sheet: Sheet): Promise<SheetAnswer> {
    const { workspace } = await dataset.engine.ruleSet();
    const keep = namesKept(workspace);
    const items: SheetItem[] = [];
    for (const { seq, theme, label } of sheet.items) {
      const [post] = await dataset.history.mention({ seq });
      // Deleted where it came from, or past its keeping: nobody can judge it any more.
      if (!post) continue;
      const { text, title, at, channel, lang } = shownMessage(post, { marks: [], copyOf: null, keep });
      items.push({
        seq,
        message: { seq, text, ...(title === undefined ? {} : { title }), at, channel, lang },
        ...(theme === undefined ? {} : { theme }),
        ...(label ? { label } : {}),
      });
    }
    const drawnFrom = Object.values(sheet.population).reduce((sum, posts) => sum + posts, 0);
    return { day: sheet.day, drawnAt: sheet.drawnAt, drawnFrom, items };
  }

  app.get('/api/scoreboard', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    const { history } = dataset;
    const { ruleSet, corrections } = await history.counted();
    const key = [dataset.publisher.epoch, ruleSet, corrections, given];
    response.json(await results.of(key, () => boardOf(dataset).results()));
  });

  app.get('/api/scoreboard/today', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    response.json(await shownSheet(dataset, await boardOf(dataset).today()));
  });

  app.put('/api/scoreboard/labels/:id', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    const { day, relevance, ...said } = parseWith(labelSchema, await readJson(request));
    const seq = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : Number.NaN;
    const label = relevance === null ? null : { relevance, ...said };
    if (!(await boardOf(dataset).label(day, seq, label)))
      throw new Refused(404, 'no message of this number is on the sheet of that day');
    given += 1;
    response.status(204).end();
  });
}
