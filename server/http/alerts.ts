import type { Express } from 'express';
import { z } from 'zod';
import { type AlertsAnswer, alertChangeSchema, alertRuleSchema, alertStates } from '../../shared/alerts.ts';
import { answerWhileAwaited } from './answerWhileAwaited.ts';
import { askedDataset, askedRange } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';
import { Refused } from './problem.ts';
import { workspaceOf } from './workspace.ts';

const backtestSchema = z.strictObject({ rule: alertRuleSchema, days: z.number().int().min(1).max(90).default(90) });
const limitBytes = 16 * 1024;
const noAlert = (id: string) =>
  new Refused(404, { detail: `there is no alert "${id.slice(0, 80)}"`, code: 'no-alert' });

export function serveAlerts(app: Express, deps: Pick<AppDeps, 'datasets'>): void {
  app.get('/api/alerts', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const range = askedRange(parameters);
    const states = parameters.choices('state', alertStates);
    const limit = parameters.whole('limit', 1, 1_000) ?? 100;
    parameters.done();
    const found = await asked().alerts.list(range, states ? 10_000 : limit);
    const items = found.filter(({ state }) => !states || states.includes(state)).slice(0, limit);
    response.json({ items } satisfies AlertsAnswer);
  });

  app.get('/api/alert-rules/precision', async (request, response) => {
    response.json(await workspaceOf(request, deps).alerts.precision());
  });

  app.post('/api/alert-rules/backtest', async (request, response) => {
    const { alerts } = workspaceOf(request, deps);
    const { rule, days } = parseWith(backtestSchema, await readJson(request, limitBytes));
    await answerWhileAwaited(request, response, (signal, tell) => alerts.backtest(rule, days, signal, tell));
  });

  app.get('/api/alerts/:id', async (request, response) => {
    const found = await workspaceOf(request, deps).alerts.get(request.params.id);
    if (!found) throw noAlert(request.params.id);
    response.json(found);
  });

  app.patch('/api/alerts/:id', async (request, response) => {
    const { alerts } = workspaceOf(request, deps);
    const change = parseWith(alertChangeSchema, await readJson(request, limitBytes));
    const changed = await alerts.change(request.params.id, change);
    if (!changed) throw noAlert(request.params.id);
    response.json(changed);
  });
}
