import { describe, expect, it } from 'vitest';
import { alertRuleOf, newAlertRule, toggled, withoutRule, withRule } from '../../../client/select/alertRuleDraft.ts';
import { defaultAlertSettings } from '../../../shared/alertDefaults.ts';
import { alertRuleSchema } from '../../../shared/alerts.ts';

describe('A rule of alerts that is being written', () => {
  it('takes and leaves choices in the order in which they are offered', () => {
    expect(toggled(['a', 'b', 'c'], ['c'], 'a')).toEqual(['a', 'c']);
    expect(toggled(['a', 'b', 'c'], ['a', 'c'], 'a')).toEqual(['c']);
  });

  it('says nothing of lists in which nothing is chosen, but keeps that no receiver is', () => {
    const draft = { ...newAlertRule(), name: ' Price ', kinds: ['complaints' as const], brands: [], themes: ['price'] };
    const rule = alertRuleOf({ ...draft, receivers: [] }, 'price');
    expect(rule).toEqual({
      ...newAlertRule(),
      id: 'price',
      name: 'Price',
      kinds: ['complaints'],
      themes: ['price'],
      receivers: [],
    });
    expect(alertRuleSchema.parse(rule)).toEqual(rule);
    expect(alertRuleOf(draft, 'price')).not.toHaveProperty('receivers');
  });

  it('stands where it stood when it is saved, taken away and brought back', () => {
    const [first, second] = defaultAlertSettings.rules;
    const changed = withRule(defaultAlertSettings, { ...second!, sensitivity: 9 });
    expect(changed.rules[1]).toEqual({ ...second, sensitivity: 9 });
    const without = withoutRule(defaultAlertSettings, first!.id);
    expect(without.rules).toHaveLength(defaultAlertSettings.rules.length - 1);
    expect(withRule(without, first!, 0)).toEqual(defaultAlertSettings);
    expect(withRule(without, first!).rules.at(-1)).toEqual(first);
  });
});
