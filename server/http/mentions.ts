import { once } from 'node:events';
import type { Express, Response } from 'express';
import { sentimentLabels, setAsideReasons, stages } from '../../shared/domain.ts';
import type { CopiesAnswer, MentionsAnswer } from '../../shared/protocol.ts';
import { csvRows } from '../csvRows.ts';
import type { Dataset } from '../dataset.ts';
import { compileSearch } from '../pipeline/query/compileSearch.ts';
import type { CompiledQuery, Kept, MentionsFilter } from '../store/store.ts';
import { askedDataset, askedFilter, askedRange } from './asked.ts';
import { askedCorrection, checkAbout } from './askedCorrection.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { mentionColumns, mentionRow } from './mentionRows.ts';
import { explainedMessage, messageCards } from './messageCards.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { Refused } from './problem.ts';

const opinions = [...sentimentLabels, 'unscored'] as const;
function askedQuery(parameters: Parameters, hashAuthor: AppDeps['hashAuthor']): CompiledQuery | undefined {
  const text = parameters.one('q');
  if (text === undefined) return undefined;
  const compiled = compileSearch(text, { hashAuthor });
  if (compiled.ok) return compiled.search;
  for (const { position, code, message, suggestion } of compiled.faults)
    parameters.fault({ path: 'q', code, message, position, ...(suggestion === undefined ? {} : { suggestion }) });
  return undefined;
}

/** A cursor is checked where it is read; of all that a request may hold wrong it is the last to be found. */
function badCursor(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'BadCursor') return error;
  const message = 'cursor is what "next" of an earlier answer said; this is none';
  return new Refused(400, { detail: message, errors: [{ path: 'cursor', code: 'not-a-cursor', message }] });
}

/** A file of them is for a spreadsheet; whoever wants all of history asks page by page. */
const mostRows = 10_000;
const rowsAPage = 200;

/** The messages that a filter finds as CSV, newest first, page by page as they are read. A reader who leaves ends it. */
async function sendRows(
  response: Response,
  dataset: Dataset,
  filter: Omit<MentionsFilter, 'limit'>,
  most: number,
): Promise<void> {
  let left = most;
  let cursor = filter.cursor;
  for (let isFirst = true; isFirst || (cursor !== undefined && left > 0); isFirst = false) {
    const page = await dataset.history
      .mentions({ ...filter, ...(cursor === undefined ? {} : { cursor }), limit: Math.min(rowsAPage, left) })
      .catch((error: unknown) => {
        throw badCursor(error);
      });
    const rows = (await messageCards(dataset, page.items)).map(mentionRow);
    if (response.destroyed) return;
    if (isFirst)
      response.set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="mentions.csv"',
        'Cache-Control': 'no-store',
      });
    const text = csvRows(isFirst ? [mentionColumns, ...rows] : rows, { bom: isFirst });
    if (!response.write(text)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    left -= rows.length;
    cursor = page.next ?? undefined;
  }
  response.end();
}

export function serveMentions(app: Express, deps: Pick<AppDeps, 'datasets' | 'hashAuthor'>): void {
  app.get('/api/mentions', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const filter = {
      ...askedFilter(parameters),
      stage: parameters.choice('stage', stages) ?? 'important',
      reasons: parameters.choices('reason', setAsideReasons),
      sources: parameters.list('source'),
      opinions: parameters.choices('sentiment', opinions),
      query: askedQuery(parameters, deps.hashAuthor),
      copiesOf: parameters.whole('copiesOf', 1, Number.MAX_SAFE_INTEGER),
      cursor: parameters.one('cursor'),
    };
    const format = parameters.choice('format', ['json', 'csv']) ?? 'json';
    const limit = parameters.whole('limit', 1, format === 'csv' ? mostRows : 200);
    parameters.done();
    const dataset = asked();
    if (format === 'csv') return await sendRows(response, dataset, filter, limit ?? mostRows);
    const page = await dataset.history.mentions({ ...filter, limit: limit ?? 50 }).catch((error: unknown) => {
      throw badCursor(error);
    });
    const items = await messageCards(dataset, page.items);
    const answer: MentionsAnswer = { items, next: page.next };
    response.json(answer);
  });

  app.get('/api/copies', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const filter = {
      ...askedRange(parameters),
      brands: parameters.list('brand'),
      limit: parameters.whole('limit', 1, 50) ?? 10,
    };
    parameters.done();
    const dataset = asked();
    const { texts, startAt, stepMs } = await dataset.history.copies(filter);
    const originals = await messageCards(
      dataset,
      texts.map(({ post }) => post),
    );
    const items = texts.map(({ of, size, firstAt, lastAt, counts, channels }, index) => ({
      of,
      original: originals[index]!,
      size,
      firstAt,
      lastAt,
      perHour: counts,
      channels,
    }));
    const answer: CopiesAnswer = { startAt, stepMs, items };
    response.json(answer);
  });

  /** `id` as its source gave it, or `seq:123`, the commit number that names one post for good. */
  async function find(dataset: Dataset, id: string, source: string | undefined): Promise<Kept> {
    const seq = /^seq:(\d{1,15})$/.exec(id)?.[1];
    const found = await dataset.history.mention(source === undefined ? { id } : { id, source });
    if (found.length === 0 && seq !== undefined) found.push(...(await dataset.history.mention({ seq: Number(seq) })));
    const [first] = found;
    if (!first) throw new Refused(404, { detail: 'no post of this id is kept', code: 'no-post' });
    if (found.length > 1) {
      throw new Refused(409, {
        detail: 'several sources have a post of this id; name one with ?source=',
        more: { sources: found.map((post) => post.source) },
      });
    }
    return first;
  }

  app.patch('/api/mentions/:id', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const source = parameters.one('source');
    parameters.done();
    const dataset = asked();
    const { workspace } = await dataset.engine.ruleSet();
    const said = askedCorrection(await readJson(request), workspace);
    const post = await find(dataset, request.params.id, source);
    checkAbout(said, post);
    await dataset.engine.correct([post.seq], said);
    const [corrected] = await dataset.history.mention({ seq: post.seq });
    if (!corrected) throw new Refused(404, { detail: 'the post was deleted meanwhile', code: 'post-deleted' });
    response.json(await explainedMessage(dataset, corrected));
  });

  app.get('/api/mentions/:id', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const source = parameters.one('source');
    parameters.done();
    const dataset = asked();
    const post = await find(dataset, request.params.id, source);
    const answer = await explainedMessage(dataset, post);
    response.json(answer);
  });
}
