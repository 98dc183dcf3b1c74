import type { Alert, AlertsState } from '../../shared/alerts.ts';
import { hourMs } from '../../shared/rollup.ts';

/** As on live walls: what is over is listed for six hours, and twenty are listed at most. */
const listedAfterOverMs = 6 * hourMs;
const mostListed = 20;

/**
 * The `alerts` topic as it stood at `at` (epoch ms): each alert as grave as it was by then and as people's words had left it, gone once
 * it was resolved, as on live walls. Of its figures the first and the newest are kept: before its newest it is told by its first. What
 * is known to be younger (the copies behind it, a message that came afterwards) is left out, for it would tell what is yet to come.
 */
export function alertsAt(alerts: readonly Alert[], at: number): AlertsState {
  const listed = alerts
    .filter(({ raisedAt, overAt }) => raisedAt <= at && (overAt === undefined || at - overAt <= listedAfterOverMs))
    .map((alert) => alertAt(alert, at))
    .filter(({ state }) => state !== 'resolved')
    .sort((a, b) => b.raisedAt - a.raisedAt || (a.id < b.id ? -1 : 1))
    .slice(0, mostListed);
  return { order: listed.map(({ id }) => id), alerts: Object.fromEntries(listed.map((alert) => [alert.id, alert])) };
}

/** How grave an alert was at a moment; of one that an older program kept, how grave it ever was. */
export const severityAt = ({ severities, severity }: Alert, at: number): number =>
  severities?.findLast((one) => one.at <= at)?.severity ?? severity;

/**
 * As people's words had left it. Of what an older program kept only the first word's moment is known: that nobody waits for anything
 * since then.
 */
function saidAt({ words, acknowledgedAt, owner }: Alert, at: number): Pick<Alert, 'state' | 'snoozedUntil' | 'owner'> {
  const word = words?.findLast((one) => one.at <= at);
  if (!word) {
    if (acknowledgedAt === undefined || acknowledgedAt > at) return { state: 'open' };
    return { state: 'acknowledged', ...(words || owner === undefined ? {} : { owner }) };
  }
  const { at: _, ...said } = word;
  if (said.state !== 'snoozed' || (said.snoozedUntil ?? 0) > at) return said;
  const { snoozedUntil: __, ...awake } = said;
  return { ...awake, state: 'open' };
}

function alertAt(alert: Alert, at: number): Alert {
  const { overAt, state, snoozedUntil, owner, useful, words, severities, distinct, authors, copies, ...known } = alert;
  const { acknowledgedAt, course, example, first, current } = alert;
  const isNewest = current.at <= at;
  const then: Alert = {
    ...known,
    ...saidAt(alert, at),
    severity: severityAt(alert, at),
    until: Math.min(alert.until, at),
    current: isNewest ? current : first,
    with: isNewest ? alert.with : [],
  };
  if (overAt !== undefined && overAt <= at) then.overAt = overAt;
  if (acknowledgedAt !== undefined && acknowledgedAt > at) delete then.acknowledgedAt;
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
