import type { Express, Request } from 'express';
import { replayAskSchema, replayChangeSchema } from '../../shared/replay.ts';
import { replayedBeforeMs } from '../../shared/replayedBefore.ts';
import { dayMs } from '../../shared/rollup.ts';
import { mostReplays, type Replays } from '../replay/createReplays.ts';
import { TooMuchToReplay } from '../replay/readReplayLog.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { noLaunch } from './launches.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';
import { Refused } from './problem.ts';
import { workspaceOf } from './workspace.ts';

const afterT0Ms = 14 * dayMs;
const longestMs = 92 * dayMs;
const mostAlerts = 1_000;

/** Whoever may look may replay: a room reads history and changes nothing. */
export function serveReplays(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>, replays: Replays): void {
  function roomOf(request: Request<{ id: string }>) {
    readParameters(request).done();
    const room = replays.find(request.params.id);
    if (!room) throw new Refused(404, { detail: 'there is no such replay, or it has ended', code: 'no-replay' });
    return room;
  }

  app.post('/api/replays', async (request, response) => {
    const dataset = workspaceOf(request, deps);
    const asked = parseWith(replayAskSchema, await readJson(request));
    const { workspace } = await dataset.engine.ruleSet();
    const launch = asked.launch === undefined ? null : workspace.launches.find((one) => one.id === asked.launch);
    if (launch === undefined) throw noLaunch(asked.launch!);
    const range = launch
      ? { from: launch.at - replayedBeforeMs, to: Math.min(launch.at + afterT0Ms, deps.now()) }
      : { from: asked.from!, to: Math.min(asked.to!, deps.now()) };
    if (range.from >= range.to)
      throw new Refused(409, {
        detail: 'this has not begun yet: there is nothing to replay',
        code: 'nothing-to-replay',
      });
    if (range.to - range.from > longestMs)
      throw new Refused(400, {
        detail: 'a replay covers at most 92 days',
        code: 'replay-too-long',
        values: { days: 92 },
      });
    const { clock, speed, paused } = asked;
    const at = Math.min(range.to, Math.max(range.from, asked.at ?? range.from));
    const alerts = await dataset.alerts.list(range, mostAlerts);
    try {
      const room = await replays.open({
        ...{ history: dataset.history, workspace, alerts, ...range, at, clock, speed, paused },
        timeZone: launch?.timeZone ?? workspace.timeZone,
        ...(launch ? { launch: launch.id } : {}),
      });
      if (!room)
        throw new Refused(429, {
          detail: `at most ${mostReplays} replays at a time; end one, or join it`,
          code: 'too-many-replays',
          values: { most: mostReplays },
        });
      response.status(201).json(room.state());
    } catch (error) {
      if (error instanceof TooMuchToReplay)
        throw new Refused(413, { detail: error.message, code: 'too-much-to-replay' });
      throw error;
    }
  });

  app.get('/api/replays/:id', (request, response) => void response.json(roomOf(request).state()));

  app.patch('/api/replays/:id', async (request, response) => {
    const room = roomOf(request);
    response.json(room.change(parseWith(replayChangeSchema, await readJson(request))));
  });

  app.delete('/api/replays/:id', (request, response) => {
    roomOf(request);
    replays.end(request.params.id);
    response.status(204).end();
  });
}
