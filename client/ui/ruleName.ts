import { defaultAlertSettings } from '../../shared/alertDefaults.ts';
import type { AlertRule } from '../../shared/alerts.ts';
import type { Say } from './useWords.ts';
import type { WordKey } from './words/en.ts';

/** The rules that everybody starts with are named in the reader's language, until somebody names them. */
export function ruleName({ id, name }: Pick<AlertRule, 'id' | 'name'>, say: Say): string {
  const isUntouched = defaultAlertSettings.rules.some((rule) => rule.id === id && rule.name === name);
  return isUntouched ? say(`alertRule.${id}` as WordKey) : name;
}
