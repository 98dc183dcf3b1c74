import type { Express } from 'express';
import { z } from 'zod';
import { sentimentLabels, stages } from '../../shared/domain.ts';
import { fault } from '../../shared/fault.ts';
import {
  type MachineAnswer,
  relevances,
  type ScoreboardAnswer,
  type SheetAnswer,
  type SheetItem,
} from '../../shared/scoreboard.ts';
import type { Dataset } from '../dataset.ts';
import type { Sheet, SheetEntry } from '../scoreboard/createScoreboard.ts';
import type { StoredPost } from '../store/store.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';
import { Refused } from './problem.ts';
import { createSharedAnswers } from './sharedAnswers.ts';
import { namesKept, shownMessage } from './shownMessage.ts';

const labelSchema = z
  .strictObject({
    day: z
      .string()
      .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text), fault('bad-day', 'should be a UTC day such as 2026-03-02')),
    relevance: z.enum(relevances).nullable(),
    sentiment: z.enum(sentimentLabels).optional(),
    theme: z.boolean().optional(),
  })
  .superRefine((label, context) => {
    if (label.relevance !== 'not-about-us') return;
    for (const answer of ['sentiment', 'theme'] as const)
      if (label[answer] !== undefined)
        context.addIssue({
          code: 'custom',
          path: [answer],
          ...fault('not-about-us', `a message that is not about us has no ${answer} to tell`),
        });
  });

/** What the machine alone says; corrections of people are not its merit. */
function machineAnswer({ analysis, corrected }: StoredPost): MachineAnswer {
  const { stage, sentiment, brands, themes } = corrected?.machine ?? analysis;
  return {
    stage,
    opinion: sentiment.label,
    brands: brands.map(({ id }) => id),
    themes: themes.map(({ id }) => id),
    isCorrected: corrected !== undefined,
  };
}

/** Measures the machine by the labels that people give: `shared/scoreboard.ts` says what is told. */
export function serveScoreboard(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const results = createSharedAnswers<ScoreboardAnswer>(deps.now);
  /** Counts labels given: an answer of before is no answer any more. */
  let given = 0;

  /** Nobody is named, and nothing of what the machine thinks is shown before a person has said what they think. */
  async function shownItem(dataset: Dataset, { seq, theme, label }: SheetEntry): Promise<SheetItem | undefined> {
    // Not by `mention`, which counts copies: twenty times that is dear while the index is behind.
    const [post] = await dataset.history.keptAfter(seq - 1, 1);
    // Deleted where it came from, or past its keeping: nobody can judge it any more.
    if (post?.seq !== seq) return undefined;
    const { workspace } = await dataset.engine.ruleSet();
    const shown = shownMessage({ ...post, copies: 0 }, { marks: [], copyOf: null, keep: namesKept(workspace) });
    const { text, title, at, channel, lang } = shown;
    return {
      seq,
      message: { seq, text, ...(title === undefined ? {} : { title }), at, channel, lang },
      ...(theme === undefined ? {} : { theme }),
      ...(label ? { label, machine: machineAnswer(post) } : {}),
    };
  }

  async function shownSheet(dataset: Dataset, sheet: Sheet): Promise<SheetAnswer> {
    const items: SheetItem[] = [];
    for (const entry of sheet.items) {
      const item = await shownItem(dataset, entry);
      if (item) items.push(item);
    }
    const drawnFrom = Object.values(sheet.population).reduce((sum, posts) => sum + posts, 0);
    const { day, drawnAt, receivedTo } = sheet;
    const drawn = (stage: (typeof stages)[number]) => sheet.items.filter(({ stratum }) => stratum === stage).length;
    const weights = Object.fromEntries(
      stages.map((stage) => [stage, drawn(stage) === 0 ? 0 : sheet.population[stage] / drawn(stage)]),
    ) as SheetAnswer['weights'];
    return { day, drawnAt, drawnFrom, receivedTo, weights, items };
  }

  app.get('/api/scoreboard', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    const { history } = dataset;
    const { ruleSet, corrections } = await history.counted();
    const key = [dataset.publisher.epoch, ruleSet, corrections, given];
    response.json(await results.of(key, () => dataset.scoreboard.results()));
  });

  app.get('/api/scoreboard/today', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    response.json(await shownSheet(dataset, await dataset.scoreboard.today()));
  });

  app.put('/api/scoreboard/labels/:id', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    const { day, relevance, ...said } = parseWith(labelSchema, await readJson(request));
    const seq = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : Number.NaN;
    const label = relevance === null ? null : { relevance, ...said };
    const entry = await dataset.scoreboard.label(day, seq, label);
    if (!entry)
      throw new Refused(404, { detail: 'no message of this number is on the sheet of that day', code: 'not-on-sheet' });
    given += 1;
    const item = await shownItem(dataset, entry);
    if (!item)
      throw new Refused(404, {
        detail: 'the post was deleted meanwhile; what you said of it counts',
        code: 'label-counts',
      });
    response.json(item);
  });
}
