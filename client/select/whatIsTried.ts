import type { AlertRule } from '../../shared/alerts.ts';

/**
 * What of a rule decides which alerts its back-test finds, as a text to compare. Its name, whom it tells and whether it is on change
 * nothing of it; its sensitivity neither, for one back-test answers all ten.
 */
export function whatIsTried({ kinds, brands, themes, channels, pendingMinutes, least }: AlertRule): string {
  // No list means all of them, an empty one none.
  const sorted = (list: readonly string[] | undefined) => (list ? [...list].sort() : null);
  return JSON.stringify([sorted(kinds), sorted(brands), sorted(themes), sorted(channels), pendingMinutes, least]);
}
