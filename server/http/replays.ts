import type { Express, Request, Response } from 'express';
import { type OwnReplayAnswer, type ReplaysAnswer, replayAskSchema, replayChangeSchema } from '../../shared/replay.ts';
import { replayedRange } from '../../shared/replayedRange.ts';
import { dayMs } from '../../shared/rollup.ts';
import { createVoiceCards } from '../readVoices.ts';
import { mostOwnReplays, mostReplays, type Replays, type Room } from '../replay/createReplays.ts';
import { TooMuchToReplay } from '../replay/readReplayLog.ts';
import { answerWhileAwaited } from './answerWhileAwaited.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { noLaunch } from './launches.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';
import { Refused } from './problem.ts';
import { workspaceOf } from './workspace.ts';

const longestMs = 92 * dayMs;
const mostAlerts = 1_000;
/** Alerts raised so long before a replay may still go on in it. */
const alertsBeforeMs = 7 * dayMs;

/**
 * Whoever may look may replay for themselves: a replay reads history and changes nothing. One of the room is opened, moved and ended
 * by those who may change things, one's own by its key; anybody who may look watches either.
 */
export function serveReplays(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>, replays: Replays): void {
  const noReplay = () => new Refused(404, { detail: 'there is no such replay, or it has ended', code: 'no-replay' });
  function roomOf(request: Request<{ id: string }>): Room {
    readParameters(request).done();
    const room = replays.find(request.params.id);
    if (!room) throw noReplay();
    return room;
  }
  function roomsOwn(request: Request<{ id: string }>): Room {
    const room = roomOf(request);
    if (room.key !== null)
      throw new Refused(403, { detail: 'this replay belongs to somebody: only its key moves it', code: 'own-replay' });
    return room;
  }
  function ownOf(request: Request<{ key: string }>): Room {
    readParameters(request).done();
    const room = replays.findOwn(request.params.key);
    if (!room) throw noReplay();
    return room;
  }

  async function open(request: Request, response: Response, isRooms: boolean): Promise<void> {
    const dataset = workspaceOf(request, deps);
    const asked = parseWith(replayAskSchema, await readJson(request));
    const { workspace } = await dataset.engine.ruleSet();
    const launch = asked.launch === undefined ? null : workspace.launches.find((one) => one.id === asked.launch);
    if (launch === undefined) throw noLaunch(asked.launch!);
    const whole = launch ? replayedRange(launch) : { from: asked.from!, to: asked.to! };
    const range = { from: whole.from, to: Math.min(whole.to, deps.now()) };
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
    const alerts = await dataset.alerts.list({ from: range.from - alertsBeforeMs, to: range.to }, mostAlerts);
    const options = {
      ...{
        data: dataset.name,
        isRooms,
        history: dataset.history,
        voiceCards: createVoiceCards(dataset.shelf),
        alerts,
        ...range,
        at,
        clock,
        speed,
        paused,
      },
      timeZone: launch?.timeZone ?? workspace.timeZone,
      ...(launch ? { launch: launch.id } : {}),
    };
    response.status(201);
    await answerWhileAwaited(request, response, async (signal, tell) => {
      try {
        const room = await replays.open(options, { signal, tell });
        if (room)
          return room.key === null ? room.state() : ({ ...room.state(), key: room.key } satisfies OwnReplayAnswer);
        throw new Refused(
          429,
          isRooms
            ? {
                detail: `at most ${mostReplays} replays at a time; end one, or join it`,
                code: 'too-many-replays',
                values: { most: mostReplays },
              }
            : {
                detail: `at most ${mostReplays} replays at a time, ${mostOwnReplays} of them for people alone; join one of the room, or try again later`,
                code: 'too-many-own-replays',
                values: { most: mostReplays, own: mostOwnReplays },
              },
        );
      } catch (error) {
        if (error instanceof TooMuchToReplay)
          throw new Refused(413, { detail: error.message, code: 'too-much-to-replay' });
        throw error;
      }
    });
  }

  app.get('/api/replays', (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const launch = parameters.one('launch');
    parameters.done();
    const items = replays.ofRoom(asked().name, launch).map((room) => room.state());
    response.json({ items } satisfies ReplaysAnswer);
  });

  app.post('/api/replays', (request, response) => open(request, response, true));

  app.get('/api/replays/:id', (request, response) => void response.json(roomOf(request).state()));

  app.patch('/api/replays/:id', async (request, response) => {
    const room = roomsOwn(request);
    response.json(room.change(parseWith(replayChangeSchema, await readJson(request))));
  });

  app.delete('/api/replays/:id', (request, response) => {
    roomsOwn(request);
    replays.end(request.params.id);
    response.status(204).end();
  });

  app.post('/api/own-replays', (request, response) => open(request, response, false));

  app.patch('/api/own-replays/:key', async (request, response) => {
    const room = ownOf(request);
    response.json(room.change(parseWith(replayChangeSchema, await readJson(request))));
  });

  app.delete('/api/own-replays/:key', (request, response) => {
    replays.end(ownOf(request).state().id);
    response.status(204).end();
  });
}
