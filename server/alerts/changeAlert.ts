import type { Alert, AlertChange, AlertWord } from '../../shared/alerts.ts';
import { minuteMs } from '../../shared/rollup.ts';

/** Nobody changes an alert so often in earnest; a program that does must not swell the store. */
const mostWords = 100;

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
  if (state !== undefined || snoozeMinutes !== undefined || owner !== undefined)
    next.words = [...(alert.words ?? []), wordOf(next, now)].slice(-mostWords);
  return next;
}

function wordOf({ state, snoozedUntil, owner }: Alert, at: number): AlertWord {
  return {
    ...{ at, state },
    ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
    ...(owner === undefined ? {} : { owner }),
  };
}

/** Lets `alert` say what people say in `from`, and leaves its figures alone. */
export function takeWord(alert: Alert, { state, acknowledgedAt, snoozedUntil, owner, words, useful }: Alert): void {
  for (const word of ['acknowledgedAt', 'snoozedUntil', 'owner', 'words', 'useful'] as const) delete alert[word];
  Object.assign(
    alert,
    { state },
    acknowledgedAt !== undefined && { acknowledgedAt },
    snoozedUntil !== undefined && { snoozedUntil },
    owner !== undefined && { owner },
    words !== undefined && { words },
    useful !== undefined && { useful },
  );
}
