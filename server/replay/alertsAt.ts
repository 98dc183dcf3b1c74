import type { Alert, AlertsState } from '../../shared/alerts.ts';
import { hourMs } from '../../shared/rollup.ts';

/** As on live walls: what is over is listed for six hours, and twenty are listed at most. */
const listedAfterOverMs = 6 * hourMs;
const mostListed = 20;

/**
 * The `alerts` topic as it stood at `at` (epoch ms). Of an alert its first and its newest figure are kept, and when somebody took it
 * up, but not when it was resolved or how severe it was at first: before its newest figure it is told by its first, before that
 * person's word it is open. What is known to be younger (the copies behind it, a message that came afterwards) is left out, for it
 * would tell what is yet to come.
 */
export function alertsAt(alerts: readonly Alert[], at: number): AlertsState {
  const listed = alerts
    .filter(({ raisedAt, overAt }) => raisedAt <= at && (overAt === undefined || at - overAt <= listedAfterOverMs))
    .map((alert) => alertAt(alert, at))
    .sort((a, b) => b.raisedAt - a.raisedAt || (a.id < b.id ? -1 : 1))
    .slice(0, mostListed);
  return { order: listed.map(({ id }) => id), alerts: Object.fromEntries(listed.map((alert) => [alert.id, alert])) };
}

function alertAt(alert: Alert, at: number): Alert {
  const { overAt, state: _, snoozedUntil: __, owner, useful: ___, distinct, authors, copies, ...known } = alert;
  const { acknowledgedAt, course, example, first, current } = alert;
  const isTaken = acknowledgedAt !== undefined && acknowledgedAt <= at;
  const isOver = overAt !== undefined && overAt <= at;
  const isNewest = current.at <= at;
  const then: Alert = {
    ...known,
    state: isTaken ? 'acknowledged' : 'open',
    until: Math.min(alert.until, at),
    current: isNewest ? current : first,
    with: isNewest ? alert.with : [],
  };
  if (isOver) then.overAt = overAt;
  if (!isTaken) delete then.acknowledgedAt;
  else if (owner !== undefined) then.owner = owner;
  if (isNewest)
    Object.assign(
      then,
      distinct !== undefined && { distinct },
      authors !== undefined && { authors },
      copies !== undefined && { copies },
    );
  if (course) {
    const steps = Math.ceil((at - course.startAt) / course.stepMs);
    if (steps < 2) delete then.course;
    else if (steps < course.values.length)
      then.course = {
        ...course,
        values: course.values.slice(0, steps),
        expected: course.expected.slice(0, steps),
        high: course.high.slice(0, steps),
      };
  }
  if (example && Math.max(example.at, example.receivedAt) > at) delete then.example;
  return then;
}
