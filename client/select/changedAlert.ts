import type { Alert, AlertChange } from '../../shared/alerts.ts';
import { minuteMs } from '../../shared/rollup.ts';

/** The alert as it will be once the server has taken the change: shown at once, and taken back where it is refused. */
export function changedAlert(alert: Alert, change: AlertChange, now: number): Alert {
  const { state, snoozeMinutes, owner, useful } = change;
  const next: Alert = { ...alert };
  if (state !== undefined) {
    next.state = state;
    delete next.snoozedUntil;
  }
  if (snoozeMinutes !== undefined) {
    next.state = 'snoozed';
    next.snoozedUntil = now + snoozeMinutes * minuteMs;
  }
  if (owner === null || owner === '') delete next.owner;
  else if (owner !== undefined) next.owner = owner;
  if (useful === null) delete next.useful;
  else if (useful !== undefined) next.useful = useful;
  return next;
}
