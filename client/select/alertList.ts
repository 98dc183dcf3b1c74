import { type AlertKind, type AlertState, alertKinds, alertStates } from '../../shared/alertKinds.ts';
import type { Alert, AlertsState } from '../../shared/alerts.ts';
import { minuteMs } from '../../shared/rollup.ts';

/** Which alerts the list shows; all of it lives in the address. Absent: all. */
export type AlertFilters = { brand?: string; kind?: AlertKind; state?: AlertState };

export function parseAlertFilters(search: string): AlertFilters {
  const params = new URLSearchParams(search);
  const brand = params.get('brand');
  const kind = alertKinds.find((one) => one === params.get('kind'));
  const state = alertStates.find((one) => one === params.get('state'));
  return { ...(brand ? { brand } : {}), ...(kind ? { kind } : {}), ...(state ? { state } : {}) };
}

/** What was asked for, as the line tells it now: newer states of the same alerts, and those that were raised since. */
export function mergeAlerts(items: readonly Alert[], live: AlertsState | undefined): Alert[] {
  if (!live) return [...items];
  const known = new Set(items.map(({ id }) => id));
  const raised = live.order.flatMap((id) => (known.has(id) ? [] : (live.alerts[id] ?? [])));
  return [...raised, ...items.map((alert) => live.alerts[alert.id] ?? alert)];
}

/** Those that go on before those that are over, each newest first. */
export function alertGroups(alerts: readonly Alert[], { brand, kind, state }: AlertFilters) {
  const shown = alerts
    .filter(
      (alert) =>
        (brand === undefined || alert.brand === brand) &&
        (kind === undefined || alert.kind === kind) &&
        (state === undefined || alert.state === state),
    )
    .sort((a, b) => b.raisedAt - a.raisedAt);
  const isPast = ({ overAt, state: of }: Alert) => overAt !== undefined || of === 'resolved';
  return { open: shown.filter((alert) => !isPast(alert)), past: shown.filter(isPast) };
}

/** How long it has stood out, ms, in whole minutes from one on: until it was over, or until now. */
export function alertLasts({ at, overAt }: Alert, now: number): number {
  const lasts = Math.max(0, (overAt ?? now) - at);
  return lasts < minuteMs ? lasts : lasts - (lasts % minuteMs);
}
