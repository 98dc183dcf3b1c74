import type { Express } from 'express';
import {
  type CompareStep,
  compareMetrics,
  compareScales,
  compareSteps,
  type LaunchComparison,
} from '../../shared/launchComparison.ts';
import { hourMs } from '../../shared/rollup.ts';
import { comparison, pastOf } from '../launches/comparison.ts';
import { defaultAxis } from '../launches/defaultAxis.ts';
import { heardAge } from '../launches/readLaunch.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { noLaunch } from './launches.ts';
import { readParameters } from './parameters.ts';
import { Refused } from './problem.ts';
import { createSharedAnswers } from './sharedAnswers.ts';

/** Ten years on either side of T0. */
const farthestHours = 87_840;
/** A chart shows a few hundred; each is counted for every launch. */
const mostBuckets = 2_500;
const mostPast = 50;
const stepNames = Object.keys(compareSteps) as CompareStep[];

function fault(path: string, code: string, message: string): Refused {
  return new Refused(400, { detail: message, errors: [{ path, code, message }] });
}

export function serveCompareLaunches(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  // A room of screens asks the same every half minute.
  const answers = createSharedAnswers<LaunchComparison>(deps.now);

  app.get('/api/launches/:id/compare', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    const others = parameters.list('with');
    const step = parameters.choice('step', stepNames);
    const from = parameters.whole('from', -farthestHours, farthestHours);
    const to = parameters.whole('to', -farthestHours, farthestHours);
    const metric = parameters.choice('metric', compareMetrics) ?? 'mentions';
    const scale = parameters.choice('scale', compareScales) ?? 'raw';
    const theme = parameters.one('theme');
    parameters.done();
    const dataset = asked();
    const { history } = dataset;
    const { workspace, etag } = await dataset.engine.ruleSet();
    const { id } = request.params;
    const launch = workspace.launches.find((one) => one.id === id);
    if (!launch) throw noLaunch(id);

    if (metric === 'theme' && theme === undefined) throw fault('theme', 'missing', 'metric=theme asks for a theme');
    if (theme !== undefined && !workspace.themes.some((one) => one.id === theme))
      throw fault('theme', 'unknown-theme', `there is no theme "${theme.slice(0, 80)}"`);
    const past =
      others?.map((other) => {
        const found = workspace.launches.find((one) => one.id === other);
        if (!found) throw fault('with', 'unknown-launch', `there is no launch "${other.slice(0, 80)}"`);
        if (found.id === id) throw fault('with', 'itself', 'a launch is not compared with itself');
        return found;
      }) ?? pastOf(launch, workspace.launches);
    if (past.length > mostPast && others) throw fault('with', 'too-many', `at most ${mostPast} launches at once`);

    const now = deps.now();
    const isGiven = from !== undefined && to !== undefined;
    const usual = defaultAxis(isGiven ? now - launch.at : await heardAge(history, launch, now));
    const axis = {
      fromMs: from === undefined ? usual.fromMs : from * hourMs,
      toMs: to === undefined ? usual.toMs : to * hourMs,
      step: step ?? usual.step,
    };
    if (axis.fromMs >= axis.toMs) throw fault('from', 'from-after-to', 'the axis ends before it begins');
    if ((axis.toMs - axis.fromMs) / compareSteps[axis.step] > mostBuckets)
      throw fault('step', 'too-many-points', `more than ${mostBuckets} buckets: ask for a coarser step`);
    const question = { launch, past: past.slice(0, mostPast), ...axis, metric, scale, theme };
    const { ruleSet, corrections } = await history.counted();
    const isTelling = dataset.isTelling?.() ?? false;
    const key = { data: dataset.name, etag, ruleSet, corrections, isTelling, question };
    response.json(await answers.of(key, () => comparison(history, { ...question, now, isTelling })));
  });
}
