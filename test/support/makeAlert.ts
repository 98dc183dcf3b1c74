import type { Alert } from '../../shared/alerts.ts';

const hourMs = 3_600_000;

/** An open alert: Acme is mentioned 40 times in an hour, where 10 are usual. */
export function makeAlert(change: Partial<Alert> = {}): Alert {
  const at = change.at ?? Date.UTC(2026, 2, 2, 10);
  const figure = change.first ?? change.current ?? { at, spanMs: hourMs, value: 40, expected: 10 };
  return {
    id: 'alert-1',
    rule: 'volume',
    kind: 'volume',
    brand: 'acme',
    at,
    until: at,
    raisedAt: at,
    severity: 6,
    isKnown: true,
    first: figure,
    current: figure,
    with: [],
    interrupts: true,
    state: 'open',
    ...change,
  };
}
