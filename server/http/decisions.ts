import { randomUUID } from 'node:crypto';
import type { Express, Request } from 'express';
import { type DecisionsAnswer, decisionNoteSchema, type LaunchDecision } from '../../shared/decisions.ts';
import { letterOf } from '../../shared/letterOf.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import type { Dataset } from '../dataset.ts';
import { heardTimes } from '../decisions/heardTimes.ts';
import { takeFigures } from '../decisions/takeFigures.ts';
import { whatFollowed } from '../decisions/whatFollowed.ts';
import type { ChangeWorkspace } from './changeWorkspace.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { noLaunch } from './launches.ts';
import type { OpenPointsReader } from './openPoints.ts';
import { parseWith } from './parseWith.ts';
import { etagHeader } from './preconditions.ts';
import { Refused } from './problem.ts';
import { createSharedAnswers } from './sharedAnswers.ts';
import { workspaceOf } from './workspace.ts';

/** A launch with more of them is no launch any more, and each costs some sums to be told. */
const mostDecisions = 200;

async function launchIn(dataset: Dataset, id: string) {
  const { workspace, etag } = await dataset.engine.ruleSet();
  const launch = workspace.launches.find((one) => one.id === id);
  if (!launch) throw noLaunch(id);
  return { launch, etag };
}

/** Decisions of a launch: noted with what was known at that moment, and told with what followed. */
export function serveDecisions(
  app: Express,
  deps: Pick<AppDeps, 'datasets' | 'now'>,
  changeWorkspace: ChangeWorkspace,
  openPoints: OpenPointsReader,
): void {
  const answers = createSharedAnswers<DecisionsAnswer>(deps.now);

  app.get('/api/launches/:id/decisions', async (request, response) => {
    const dataset = workspaceOf(request, deps);
    const { launch, etag } = await launchIn(dataset, request.params.id);
    const answer = await answers.of([dataset.publisher.epoch, launch.id, etag], async () => {
      const items: DecisionsAnswer['items'] = [];
      const { whole: error } = await dataset.scoreboard.errors();
      const decisions = [...launch.decisions].sort((a, b) => a.at - b.at);
      for (const [place, decision] of decisions.entries())
        items.push(await whatFollowed(dataset.history, launch.brand, decision, letterOf(place), deps.now(), error));
      return { items };
    });
    response.set('ETag', etagHeader(etag)).json(answer);
  });

  app.post('/api/launches/:id/decisions', async (request: Request<{ id: string }>, response) => {
    const dataset = workspaceOf(request, deps, 'own');
    const note = parseWith(decisionNoteSchema, await readJson(request));
    const { launch } = await launchIn(dataset, request.params.id);
    const at = deps.now();
    const heardIn = await heardTimes(dataset.history, at, dayMs, at);
    const { ruleSet, corrections } = await dataset.history.counted();
    const { whole: error } = await dataset.scoreboard.errors();
    const take = (ms: number) => takeFigures(dataset.history, launch.brand, { from: at - ms, to: at }, heardIn, error);
    const about = note.about === undefined ? undefined : await openPoints.find(dataset, launch.brand, note.about);
    const decision: LaunchDecision = {
      id: randomUUID(),
      at,
      ...note,
      ...(about?.question === undefined ? {} : { question: about.question.slice(0, 400) }),
      snapshot: { hour: await take(hourMs), day: await take(dayMs), counted: { ruleSet, corrections } },
    };
    const etag = await changeWorkspace(dataset.engine, request, 'launches', (workspace) => {
      const known = workspace.launches.find((one) => one.id === launch.id);
      if (!known) throw noLaunch(launch.id);
      if (known.decisions.length >= mostDecisions)
        throw new Refused(409, {
          detail: `a launch holds at most ${mostDecisions} decisions`,
          code: 'too-many-decisions',
          values: { most: mostDecisions },
        });
      const decisions = [...known.decisions, decision].sort((a, b) => a.at - b.at);
      return { ...workspace, launches: workspace.launches.map((one) => (one === known ? { ...one, decisions } : one)) };
    });
    response.status(201).set('ETag', etagHeader(etag)).json(decision);
  });
}
