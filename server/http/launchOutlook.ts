import type { Express } from 'express';
import type { LaunchOutlook } from '../../shared/outlook.ts';
import type { Dataset } from '../dataset.ts';
import { launchOutlook, type OwnersReader } from '../launches/launchOutlook.ts';
import { askedLaunch } from './askedLaunch.ts';
import type { AppDeps } from './deps.ts';
import { messageCards } from './messageCards.ts';
import { createSharedAnswers } from './sharedAnswers.ts';

/** Whether somebody owns the product its text says, which is read anew: the newest so many of a launch's first week. */
const mostTexts = 200;
/** Some thousand texts are read for it, and a figure of weeks does not change by the minute. */
const keptMs = 5 * 60_000;

const ownersIn =
  (dataset: Dataset): OwnersReader =>
  async ({ brand }, range, theme) => {
    const themes = theme === undefined ? [] : [theme];
    const filter = { brands: [brand], themes, ...range, stage: 'important', limit: mostTexts } as const;
    const { items } = await dataset.history.mentions(filter);
    const counts = { positive: 0, neutral: 0, negative: 0 };
    for (const { stances, opinion, brands } of await messageCards(dataset, items)) {
      if (!stances?.includes('owns')) continue;
      const said = brands.find(({ id }) => id === brand)?.opinion ?? opinion;
      if (said !== 'unscored') counts[said] += 1;
    }
    return counts;
  };

export function serveLaunchOutlook(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  const answers = createSharedAnswers<LaunchOutlook>(deps.now, keptMs);

  app.get('/api/launches/:id/outlook', async (request, response) => {
    const { dataset, workspace, launch, version } = await askedLaunch(request, deps.datasets);
    const owners = ownersIn(dataset);
    const count = () => launchOutlook(dataset.history, { launch, workspace, now: deps.now(), owners });
    response.json(await answers.of(version, count));
  });
}
