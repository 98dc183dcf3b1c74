import type { Request } from 'express';
import type { Launch, Workspace } from '../../shared/domain.ts';
import type { Dataset } from '../dataset.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { noLaunch } from './launches.ts';
import { readParameters } from './parameters.ts';

/** A launch that is asked about, and all that an answer about it hangs on: the same `version`, the same answer. */
export type AskedLaunch = { dataset: Dataset; workspace: Workspace; launch: Launch; etag: string; version: unknown };

/** The launch of the path, in the data set that the query names; no other parameter is known. Refuses with 400 and 404. */
export async function askedLaunch(
  request: Request<{ id: string }>,
  datasets: AppDeps['datasets'],
): Promise<AskedLaunch> {
  const parameters = readParameters(request);
  const asked = askedDataset(parameters, datasets);
  parameters.done();
  const dataset = asked();
  const { workspace, etag } = await dataset.engine.ruleSet();
  const launch = workspace.launches.find(({ id }) => id === request.params.id);
  if (!launch) throw noLaunch(request.params.id);
  const { ruleSet, corrections } = await dataset.history.counted();
  return { dataset, workspace, launch, etag, version: [dataset.name, launch.id, etag, ruleSet, corrections] };
}
