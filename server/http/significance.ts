import type { Express } from 'express';
import type { SignificanceAnswer } from '../../shared/protocol.ts';
import { dayMs } from '../../shared/rollup.ts';
import type { Dataset } from '../dataset.ts';
import { askedDataset } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { readParameters } from './parameters.ts';
import { createSharedAnswers } from './sharedAnswers.ts';

const days = 7;
/** Thresholds 0, 0.01, ... 1. */
const steps = 100;
/** The newest so many posts are read: with more in a week, a part of it stands for the whole. */
const mostRead = 100_000;
const pagePosts = 1_000;

/** How many mentions a day each threshold would keep, over the last days that are known. */
async function keptPerDay({ history, engine }: Dataset, now: number): Promise<SignificanceAnswer> {
  const { workspace } = await engine.ruleSet();
  const kept = new Int32Array(steps + 1);
  const since = now - days * dayMs;
  const { seqFrom } = await history.keptCount(mostRead, mostRead);
  let mentions = 0;
  let oldest = now;
  for (let seq = seqFrom - 1; ; ) {
    const posts = await history.keptAfter(seq, pagePosts);
    for (const { at, analysis, corrected } of posts) {
      if (at < since || at > now) continue;
      oldest = Math.min(oldest, at);
      const { stage, reason, significance } = corrected?.machine ?? analysis;
      if (stage === 'set-aside') continue;
      mentions += 1;
      // Spam and copies are set aside whatever the threshold.
      if (reason !== null && reason !== 'passing' && reason !== 'no-opinion') continue;
      kept[Math.min(steps, Math.floor(significance * steps + 1e-9))]! += 1;
    }
    if (posts.length < pagePosts) break;
    seq = posts.at(-1)!.seq;
  }
  // Days of which nothing was heard before do not count as quiet ones; an hour is the least that tells a day.
  const covered = Math.max((now - oldest) / dayMs, 1 / 24);
  const perDay: number[] = [];
  let above = 0;
  for (let step = steps; step >= 0; step--) {
    above += kept[step]!;
    perDay[step] = Math.round((above / covered) * 10) / 10;
  }
  return { threshold: workspace.significance.threshold, days: Math.min(days, covered), mentions, perDay };
}

export function serveSignificance(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const answers = createSharedAnswers<SignificanceAnswer>(deps.now);
  app.get('/api/significance', async (request, response) => {
    const parameters = readParameters(request);
    const asked = askedDataset(parameters, deps.datasets);
    parameters.done();
    const dataset = asked();
    const { version } = await dataset.engine.ruleSet();
    const { ruleSet, corrections } = await dataset.history.counted();
    const key = [dataset.publisher.epoch, version, ruleSet, corrections];
    response.json(await answers.of(key, () => keptPerDay(dataset, deps.now())));
  });
}
