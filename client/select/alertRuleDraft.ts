import { createAlertRule } from '../../shared/alertDefaults.ts';
import type { AlertRule, AlertSettings } from '../../shared/alerts.ts';

/** What a list of choices holds after one of them was taken or left; in the order of `known`. */
export function toggled<T>(known: readonly T[], chosen: readonly T[], one: T): T[] {
  const is = chosen.includes(one);
  return known.filter((other) => (other === one ? !is : chosen.includes(other)));
}

export const newAlertRule = (): AlertRule => createAlertRule({ id: '', name: '', kinds: [] });

/** A rule as it is saved: a list in which nothing is chosen says nothing, and means all. */
export function alertRuleOf(draft: AlertRule, id: string): AlertRule {
  const { brands, themes, channels, receivers, ...rest } = draft;
  return {
    ...rest,
    id,
    name: draft.name.trim(),
    ...(brands && brands.length > 0 ? { brands } : {}),
    ...(themes && themes.length > 0 ? { themes } : {}),
    ...(channels && channels.length > 0 ? { channels } : {}),
    // Of receivers none is a choice too: screens alone show it.
    ...(receivers ? { receivers } : {}),
  };
}

export function withRule(settings: AlertSettings, rule: AlertRule, index?: number): AlertSettings {
  const { rules } = settings;
  if (rules.some(({ id }) => id === rule.id))
    return { ...settings, rules: rules.map((one) => (one.id === rule.id ? rule : one)) };
  const at = index ?? rules.length;
  return { ...settings, rules: [...rules.slice(0, at), rule, ...rules.slice(at)] };
}

export function withoutRule(settings: AlertSettings, id: string): AlertSettings {
  return { ...settings, rules: settings.rules.filter((one) => one.id !== id) };
}
