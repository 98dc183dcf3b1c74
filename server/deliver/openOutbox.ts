import { type Alert, defaultAlertSettings } from '../../shared/alerts.ts';
import { type Named, nameIn } from '../../shared/nameIn.ts';
import type { Engine } from '../engine/engine.ts';
import type { History, RuleSet } from '../store/store.ts';
import { createOutbox, type Outbox } from './createOutbox.ts';
import type { Ways } from './createSender.ts';
import { alertKind } from './delivery.ts';
import type { QuietHours } from './quietHours.ts';

/** What whoever runs the server has set for messages that leave it. */
export type DeliverSettings = Ways & {
  /** Where people reach this server, without a slash at its end. Asked anew for each message: the port is known late. */
  publicUrl: () => string;
  /** Receivers that do not open with this key are removed instead of ending the start. */
  forgetReceivers?: boolean;
};

/** Alerts of so many days are looked through for one that a message is about. */
const alertsRead = 2_000;

/** The workspace's quiet hours on its own clocks. */
export function quietHoursOf({ alerts = defaultAlertSettings, timeZone }: RuleSet['workspace']): QuietHours | null {
  return alerts.quietHours === null ? null : { ...alerts.quietHours, timeZone };
}

/** The outbox of one data set; it goes on with what an earlier run has left. Throws SecretsLocked. */
export async function openOutbox({
  engine,
  history,
  ruleSet,
  settings,
  now,
  log,
}: {
  engine: Pick<Engine, 'keepRecords'>;
  history: Pick<History, 'records'>;
  ruleSet: () => RuleSet;
  settings: DeliverSettings;
  now: () => number;
  log: (level: 'info' | 'warn', fields: object, message: string) => void;
}): Promise<Outbox> {
  const { publicUrl, forgetReceivers = false, ...ways } = settings;
  const outbox = createOutbox({
    engine,
    history,
    ways,
    now,
    random: Math.random,
    log,
    async telling(alertIds) {
      const records = alertIds.length === 0 ? [] : await history.records({ kind: alertKind, limit: alertsRead });
      const newest = new Map(
        records.filter(({ id }) => alertIds.includes(id)).map(({ id, body }) => [id, JSON.parse(body) as Alert]),
      );
      const { workspace } = ruleSet();
      const nameOf = (list: readonly (Named & { id: string })[], id: string, language: string) => {
        const found = list.find((one) => one.id === id);
        return found ? nameIn(found, language) : id;
      };
      return {
        names: (language) => ({
          brand: (id) => nameOf(workspace.brands, id, language),
          theme: (id) => nameOf(workspace.themes, id, language),
        }),
        workspace: workspace.name,
        timeZone: workspace.timeZone,
        publicUrl: publicUrl(),
        alertNow: (id) => newest.get(id),
      };
    },
  });
  await outbox.receivers.unlock(forgetReceivers);
  outbox.wake();
  return outbox;
}
