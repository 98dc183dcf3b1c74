import type { Express } from 'express';
import type { HealthAnswer } from '../../shared/protocol.ts';
import type { AppDeps } from './deps.ts';
import { readNothing } from './readNothing.ts';
import { workspaceOf } from './workspace.ts';

/** Starts counting history again under the newest rules, or stops it; a saved change of the rules starts it by itself. */
export function serveRecompute(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  for (const [method, action] of [
    ['post', 'start'],
    ['delete', 'stop'],
  ] as const)
    app[method]('/api/recompute', async (request, response) => {
      const { engine } = workspaceOf(request, deps, 'own');
      await readNothing(request);
      await engine.recompute(action);
      const { history, recompute } = engine.status();
      const answer: Pick<HealthAnswer, 'history' | 'recompute'> = { history, ...(recompute ? { recompute } : {}) };
      response.status(action === 'start' ? 202 : 200).json(answer);
    });
}
