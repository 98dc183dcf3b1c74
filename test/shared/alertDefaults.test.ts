import { describe, expect, it } from 'vitest';
import { createAlertRule, defaultAlertSettings } from '../../shared/alertDefaults.ts';
import { alertKinds } from '../../shared/alertKinds.ts';
import { alertRuleSchema, alertSettingsSchema } from '../../shared/alerts.ts';

describe('Alert rules that nobody wrote', () => {
  it('say what the schema fills in, which is not loaded with a screen', () => {
    const said = { id: 'a', name: 'A', kinds: ['volume' as const] };
    expect(createAlertRule(said)).toEqual(alertRuleSchema.parse(said));
  });

  it('can be saved as they are, and watch every kind', () => {
    expect(alertSettingsSchema.parse(defaultAlertSettings)).toEqual(defaultAlertSettings);
    expect(new Set(defaultAlertSettings.rules.flatMap(({ kinds }) => kinds))).toEqual(new Set(alertKinds));
  });
});
