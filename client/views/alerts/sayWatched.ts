import { defaultAlertSettings } from '../../../shared/alertDefaults.ts';
import type { Workspace } from '../../../shared/domain.ts';
import type { Say } from '../../ui/useWords.ts';

/** How many rules watch what. */
export const sayWatched = (workspace: Workspace | undefined, say: Say): string =>
  say('alerts.watched', {
    rules: (workspace?.alerts ?? defaultAlertSettings).rules.filter(({ isOff }) => !isOff).length,
    brands: workspace?.brands.length ?? 0,
    themes: workspace?.themes.length ?? 0,
  });
