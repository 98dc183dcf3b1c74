import type { Express, Request } from 'express';
import type { Launch } from '../../shared/domain.ts';
import {
  type Retrospective,
  type RetrospectiveChange,
  retrospectiveChangeSchema,
  sameTurnMs,
} from '../../shared/retrospective.ts';
import { retrospective } from '../launches/retrospective.ts';
import { askedLaunch } from './askedLaunch.ts';
import type { ChangeWorkspace } from './changeWorkspace.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { noLaunch } from './launches.ts';
import { messageCards } from './messageCards.ts';
import { parseWith } from './parseWith.ts';
import { etagHeader } from './preconditions.ts';
import { createSharedAnswers } from './sharedAnswers.ts';
import { workspaceOf } from './workspace.ts';

/** A launch with what a person said of its story. */
function changed(launch: Launch, { turn, lessons }: RetrospectiveChange): Launch {
  const next = { ...launch };
  if (lessons) next.lessons = lessons;
  if (turn) {
    const { is, ...said } = turn;
    const others = (launch.turns ?? []).filter(
      (one) => one.kind !== turn.kind || Math.abs(one.at - turn.at) > sameTurnMs,
    );
    next.turns = is === null ? others : [...others, { ...said, is }].sort((a, b) => a.at - b.at);
  }
  return next;
}

/** The story of a launch in order, and what people make of it. */
export function serveRetrospective(
  app: Express,
  deps: Pick<AppDeps, 'datasets' | 'now'>,
  changeWorkspace: ChangeWorkspace,
): void {
  const answers = createSharedAnswers<Retrospective>(deps.now);

  app.get('/api/launches/:id/retrospective', async (request, response) => {
    const { dataset, workspace, launch, etag, version } = await askedLaunch(request, deps.datasets);
    const answer = await answers.of(version, async () => {
      const themes = workspace.themes.map(({ id }) => id);
      const told = await retrospective(dataset.history, launch, themes, deps.now(), await dataset.scoreboard.errors());
      const chapters = [];
      for (const chapter of told.chapters)
        chapters.push({ ...chapter, messages: await messageCards(dataset, chapter.messages) });
      return { ...told, chapters };
    });
    response.set('ETag', etagHeader(etag)).json(answer);
  });

  app.patch('/api/launches/:id/retrospective', async (request: Request<{ id: string }>, response) => {
    const { engine } = workspaceOf(request, deps, 'own');
    const change = parseWith(retrospectiveChangeSchema, await readJson(request));
    const { id } = request.params;
    const etag = await changeWorkspace(engine, request, 'launches', (workspace) => {
      const launch = workspace.launches.find((one) => one.id === id);
      if (!launch) throw noLaunch(id);
      const next = changed(launch, change);
      return { ...workspace, launches: workspace.launches.map((one) => (one === launch ? next : one)) };
    });
    response.set('ETag', etagHeader(etag)).status(204).end();
  });
}
