import type { Alert, AlertsState } from '../../shared/alerts.ts';
import { hourMs } from '../../shared/rollup.ts';

/** What is over is still told for so long: who comes back from lunch should hear of it. */
const toldAfterOverMs = hourMs;

/** Nobody has acknowledged, put off or resolved it, and it goes on or has only just ended. */
export function isWaiting({ state, snoozedUntil, overAt }: Alert, now: number): boolean {
  const isOpen = state === 'open' || (state === 'snoozed' && snoozedUntil !== undefined && snoozedUntil <= now);
  return isOpen && (overAt === undefined || now - overAt < toldAfterOverMs);
}

/** Alerts that wait for somebody, the newest first; those of a rehearsal after what is real. */
export function waitingAlerts(state: AlertsState | undefined, now: number): Alert[] {
  if (!state) return [];
  const waiting = state.order.flatMap((id) => {
    const alert = state.alerts[id];
    return alert && isWaiting(alert, now) ? [alert] : [];
  });
  return [...waiting.filter(({ rehearsal }) => !rehearsal), ...waiting.filter(({ rehearsal }) => rehearsal)];
}
