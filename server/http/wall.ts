import type { Express } from 'express';
import { z } from 'zod';
import { wallScenes } from '../../shared/wall.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';

const wallAskSchema = z
  .strictObject({
    scene: z.enum(wallScenes).optional(),
    paused: z.boolean().default(false),
    pinned: z.boolean().default(false),
  })
  .refine(({ scene, paused }) => !(scene && paused), {
    message: 'either a scene or paused, not both',
    path: ['paused'],
  })
  .refine(({ scene, paused, pinned }) => !pinned || scene !== undefined || paused, {
    message: 'only a scene or a pause can be pinned',
    path: ['pinned'],
  });

/** The remote control of the walls: what they are asked to show, and how many `listening()` counts. They hear of it through the `wall` topic. */
export function serveWall(app: Express, { wall }: Pick<AppDeps, 'wall'>, listening: () => number): void {
  app.get('/api/wall', (request, response) => {
    readParameters(request).done();
    response.json(wall.state());
  });
  app.get('/api/wall/walls', (request, response) => {
    readParameters(request).done();
    response.json({ walls: listening() });
  });
  app.put('/api/wall', async (request, response) => {
    readParameters(request).done();
    response.json(wall.ask(parseWith(wallAskSchema, await readJson(request))));
  });
}
