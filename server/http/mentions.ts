import { setImmediate as breathe } from 'node:timers/promises';
import type { Express } from 'express';
import { sentimentLabels, setAsideReasons, stages } from '../../shared/domain.ts';
import type { MentionAnswer, MentionsAnswer, MessageCard } from '../../shared/protocol.ts';
import type { Dataset } from '../dataset.ts';
import { compileSearch } from '../pipeline/query/compileSearch.ts';
import type { CompiledQuery, StoredPost } from '../store/store.ts';
import { askedDataset, askedFilter } from './asked.ts';
import { askedCorrection, checkAbout } from './askedCorrection.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { Refused } from './problem.ts';
import { createRuleShelf } from './ruleShelf.ts';
import { shownMessage, shownTrace } from './shownMessage.ts';

const opinions = [...sentimentLabels, 'unscored'] as const;
/** Explaining a message takes from 0.1 ms to some ms (many brands in one text): after so long others have their turn. */
const turnMs = 5;

type Kept = StoredPost & { copies: number };

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

async function originalOf(dataset: Dataset, post: StoredPost): Promise<{ source: string; id: string } | null> {
  const { copyOf } = post.analysis;
  if (copyOf === undefined) return null;
  const [original] = await dataset.history.mention({ seq: copyOf });
  return original ? { source: original.source, id: original.id } : null;
}

export function serveMentions(app: Express, deps: Pick<AppDeps, 'datasets' | 'hashAuthor'>): void {
  const shelf = createRuleShelf(deps.hashAuthor);

  async function card(dataset: Dataset, post: Kept): Promise<MessageCard> {
    const copyOf = await originalOf(dataset, post);
    const { marks, names } = await shelf.mark(dataset, post);
    return shownMessage(post, { marks, copyOf, keep: names });
  }

  async function explained(dataset: Dataset, post: Kept): Promise<MentionAnswer> {
    const copyOf = await originalOf(dataset, post);
    const { trace, names } = await shelf.explain(dataset, post, { of: copyOf, copies: post.copies });
    return {
      ...shownMessage(post, { marks: trace.marks, copyOf, keep: names }),
      trace: shownTrace(trace, post, names),
    };
  }

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
      cursor: parameters.one('cursor'),
      limit: parameters.whole('limit', 1, 200) ?? 50,
    };
    parameters.done();
    const dataset = asked();
    const page = await dataset.history.mentions(filter).catch((error: unknown) => {
      throw badCursor(error);
    });
    const items: MessageCard[] = [];
    let turnEnds = performance.now() + turnMs;
    for (const post of page.items) {
      if (performance.now() > turnEnds) {
        await breathe();
        turnEnds = performance.now() + turnMs;
      }
      items.push(await card(dataset, post));
    }
    const answer: MentionsAnswer = { items, next: page.next };
    response.json(answer);
  });

  /** `id` as its source gave it, or `seq:123`, the commit number that names one post for good. */
  async function find(dataset: Dataset, id: string, source: string | undefined): Promise<Kept> {
    const seq = /^seq:(\d{1,15})$/.exec(id)?.[1];
    const found = await dataset.history.mention(source === undefined ? { id } : { id, source });
    if (found.length === 0 && seq !== undefined) found.push(...(await dataset.history.mention({ seq: Number(seq) })));
    const [first] = found;
    if (!first) throw new Refused(404, 'no post of this id is kept');
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
    checkAbout(
      said,
      post.analysis.brands.map((brand) => brand.id),
    );
    await dataset.engine.correct([post.seq], said);
    const [corrected] = await dataset.history.mention({ seq: post.seq });
    if (!corrected) throw new Refused(404, 'the post was deleted meanwhile');
    response.json(await explained(dataset, corrected));
  });

  app.get('/api/mentions/:id', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const source = parameters.one('source');
    parameters.done();
    const dataset = asked();
    const post = await find(dataset, request.params.id, source);
    const answer = await explained(dataset, post);
    response.json(answer);
  });
}
