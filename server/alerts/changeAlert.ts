import type { Alert, AlertChange } from '../../shared/alerts.ts';
import { minuteMs } from '../../shared/rollup.ts';

/** An alert as a person's word leaves it. */
export function changeAlert(alert: Alert, { state, snoozeMinutes, owner, useful }: AlertChange, now: number): Alert {
  const next: Alert = { ...alert };
  if (state !== undefined) {
    next.state = state;
    if (state !== 'open') next.acknowledgedAt ??= now;
    delete next.snoozedUntil;
  }
  if (snoozeMinutes !== undefined) {
    next.state = 'snoozed';
    next.snoozedUntil = now + snoozeMinutes * minuteMs;
  }
  if (owner !== undefined) {
    delete next.owner;
    if (owner) next.owner = owner;
  }
  if (useful !== undefined) {
    delete next.useful;
    if (useful !== null) next.useful = useful;
  }
  return next;
}

/** Lets `alert` say what people say in `from`, and leaves its figures alone. */
export function takeWord(alert: Alert, { state, acknowledgedAt, snoozedUntil, owner, useful }: Alert): void {
  for (const word of ['acknowledgedAt', 'snoozedUntil', 'owner', 'useful'] as const) delete alert[word];
  Object.assign(
    alert,
    { state },
    acknowledgedAt !== undefined && { acknowledgedAt },
    snoozedUntil !== undefined && { snoozedUntil },
    owner !== undefined && { owner },
    useful !== undefined && { useful },
  );
}
