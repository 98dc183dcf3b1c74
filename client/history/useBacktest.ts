import type { AlertRule, BacktestAnswer } from '../../shared/alerts.ts';
import { type Asked, usePostForProgress } from './usePostForProgress.ts';

export type BacktestQuestion = { rule: AlertRule; days: number };

/** What a rule that nobody saved would have told. */
export const useBacktest = (): Asked<BacktestAnswer, BacktestQuestion> =>
  usePostForProgress<BacktestAnswer, BacktestQuestion>('/api/alert-rules/backtest');
