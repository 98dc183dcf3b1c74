import type { Alert } from '../../shared/alerts.ts';
import type { Range, RecordChange, StoredRecord } from '../store/store.ts';

const kind = 'alert';

/** An alert as the store keeps it, by the moment when it was raised. */
export const alertRecord = (alert: Alert): RecordChange => ({
  kind,
  id: alert.id,
  at: alert.raisedAt,
  body: JSON.stringify(alert),
});

/** Records are written by this program alone. */
export const readAlert = ({ body }: StoredRecord): Alert => JSON.parse(body) as Alert;

export const alertsAsked = (range: Range, limit: number) => ({ kind, ...range, limit });
