import type { AlertRule, AlertSettings } from './alerts.ts';

/** What a rule says where nobody said anything else; `alertRuleSchema` fills in the same values (a test holds them to it). */
const usual = { sensitivity: 5, pendingMinutes: 0, least: 10, interrupts: true, isOff: false };

export function createAlertRule(said: Pick<AlertRule, 'id' | 'name' | 'kinds'> & Partial<AlertRule>): AlertRule {
  return { ...usual, ...said };
}

/** The settings of a workspace that has none of its own. Written without the schema: screens need them, and not zod. */
export const defaultAlertSettings: AlertSettings = {
  rules: [
    createAlertRule({ id: 'complaints', name: 'Complaints pile up', kinds: ['complaints'] }),
    createAlertRule({ id: 'volume', name: 'Unusually much is said', kinds: ['volume'] }),
    createAlertRule({
      id: 'mood',
      name: 'The mood turns',
      kinds: ['net-sentiment', 'negative-share'],
      pendingMinutes: 15,
      least: 30,
    }),
    createAlertRule({ id: 'theme', name: 'A theme takes over', kinds: ['theme-share'], interrupts: false }),
    createAlertRule({ id: 'term', name: 'A new word', kinds: ['term'], interrupts: false }),
    createAlertRule({ id: 'copies', name: 'Many copies', kinds: ['copies'], interrupts: false, least: 100 }),
    createAlertRule({ id: 'silence', name: 'A source is silent', kinds: ['silent-source'], least: 1 }),
  ],
  quietHours: { from: '22:00', to: '07:00', butFrom: 8 },
};

/** The rules that hold: the workspace's own, or those everybody begins with. */
export const alertSettingsOf = ({ alerts }: { alerts?: AlertSettings | undefined }): AlertSettings =>
  alerts ?? defaultAlertSettings;
