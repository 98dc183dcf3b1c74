import type { Alert, BacktestStory } from '../../shared/alerts.ts';

/** What a rule would have told, as alerts that are over: they are said in the same sentences. The newest first. */
export function backtestAlerts(stories: readonly BacktestStory[], rule: string): Alert[] {
  return stories
    .map(({ figure, ...told }, index): Alert => {
      const { at, until } = told;
      return {
        ...told,
        id: `${index}`,
        rule,
        raisedAt: at,
        overAt: until,
        first: figure,
        current: figure,
        with: [],
        interrupts: false,
        state: 'resolved',
      };
    })
    .sort((a, b) => b.at - a.at);
}
