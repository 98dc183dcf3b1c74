import type { Alert, BacktestAnswer } from '../../shared/alerts.ts';

/** What a rule would have told, as alerts that are over: they are said in the same sentences. The newest first. */
export function backtestAlerts({ alerts }: Pick<BacktestAnswer, 'alerts'>, rule: string): Alert[] {
  return alerts
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
