import type { Alert, AlertsState } from '../../shared/alerts.ts';
import { isWaiting } from './waitingAlerts.ts';

/** Long enough to read it from five metres, turn round, and read it to somebody on the phone. */
export const sheetMs = 60_000;
/** Where time is replayed faster than it passes, a sheet stands for so much of the onlookers' time at least. */
const leastReadMs = 10_000;
/** An alert that has grown by so much is shown again. */
const grownBy = 2;

/** When an alert's showing is due, and how severe it was then. */
export type Due = { from: number; severity: number };
export type DueSheets = Readonly<Record<string, Due>>;

/**
 * Which showings are due after another state of the alerts: each from the moment it was raised, and again from the figure at
 * which it was more severe by two or more than when it was due last. Gives `before` itself where nothing changed.
 */
export function dueSheets(before: DueSheets, state: AlertsState): DueSheets {
  const due: Record<string, Due> = {};
  let isSame = Object.keys(before).length === state.order.length;
  for (const id of state.order) {
    const alert = state.alerts[id];
    if (!alert) continue;
    const { severity, raisedAt, current } = alert;
    const held = before[id];
    due[id] =
      held === undefined
        ? { from: raisedAt, severity }
        : severity >= held.severity + grownBy
          ? { from: Math.max(current.at, held.from), severity }
          : held;
    isSame &&= due[id] === held;
  }
  return isSame ? before : due;
}

/** How long a sheet stands, in the time that is shown, which passes `pace` times as fast as ours. */
export const sheetLastsMs = (pace: number): number => Math.max(sheetMs, pace * leastReadMs);

/** Still waits, or in quick time did when somebody could last have read it: being taken up a minute later does not hide it. */
function isRead(alert: Alert, startsAt: number, now: number, pace: number): boolean {
  if (pace === 1) return isWaiting(alert, now);
  const then = Math.max(startsAt, now - pace * leastReadMs);
  const wasTaken = alert.acknowledgedAt !== undefined && alert.acknowledgedAt > then && alert.state === 'acknowledged';
  return isWaiting(wasTaken ? { ...alert, state: 'open' } : alert, then);
}

/** `next`: another alert follows at `endsAt`; else the scene comes back. */
export type Sheet = { alert: Alert; startsAt: number; endsAt: number; next: boolean };

/**
 * The alert that stands on the wall at `now`; null: none, the scene has it. Those that are due together come in turn, each for
 * its whole time. By the clock alone: two walls agree, and a wall that starts in between shows what is left. An alert that
 * somebody has taken keeps its turn but is not shown, so that nobody else's is cut short by it. `pace`: of a replay.
 */
export function sheetAt(state: AlertsState | undefined, due: DueSheets, now: number, pace = 1): Sheet | null {
  if (!state) return null;
  const turns = state.order
    .flatMap((id) => {
      const [alert, showing] = [state.alerts[id], due[id]];
      return alert?.interrupts && showing ? [{ alert, from: showing.from }] : [];
    })
    .sort((a, b) => a.from - b.from || (a.alert.id < b.alert.id ? -1 : 1));
  const lastsMs = sheetLastsMs(pace);
  let free = Number.NEGATIVE_INFINITY;
  let found: Sheet | null = null;
  for (const { alert, from } of turns) {
    const startsAt = Math.max(from, free);
    free = startsAt + lastsMs;
    if (found) return { ...found, next: startsAt === found.endsAt && isRead(alert, startsAt, now, pace) };
    if (startsAt <= now && now < free && isRead(alert, startsAt, now, pace))
      found = { alert, startsAt, endsAt: free, next: false };
  }
  return found;
}
