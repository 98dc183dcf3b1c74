import type { Alert } from '../../../shared/alerts.ts';
import { minuteMs } from '../../../shared/rollup.ts';
import type { StoodBefore } from '../../select/stoodBefore.ts';
import type { Format } from '../../ui/format.ts';
import type { Say } from '../../ui/useWords.ts';

type Sayers = [say: Say, format: Pick<Format, 'moment'>];

/** "snoozed until 18:00"; other states by their word. */
export function sayState(
  { state, snoozedUntil }: Pick<Alert, 'state' | 'snoozedUntil'>,
  ...[say, format]: Sayers
): string {
  return state === 'snoozed' && snoozedUntil !== undefined
    ? say('alerts.snoozedUntil', { moment: format.moment(snoozedUntil) })
    : say(`alert.state.${state}`);
}

/** How long it lasts, and what people made of it. What is called resolved and goes on all the same says both in one sentence. */
export function sayCourse(
  alert: Pick<Alert, 'state' | 'snoozedUntil' | 'overAt'>,
  span: string,
  ...[say, format]: Sayers
): string {
  const goesOn = alert.overAt === undefined;
  if (goesOn && alert.state === 'resolved') return say('alert.resolvedYet', { span });
  const lasts = say(goesOn ? 'alert.goesOn' : 'alert.lasted', { span });
  return `${lasts} ${say('alert.is', { state: sayState(alert, say, format) })}`;
}

/** From here on between its beginning and its being told there is something to explain. */
const lateMs = 30 * minuteMs;

/** When it began and when it was told; where long after, why. */
export function sayRaised(
  { at, raisedAt }: Pick<Alert, 'at' | 'raisedAt'>,
  pendingMinutes: number,
  ...[say, format]: Sayers
): string {
  const times = { began: format.moment(at), told: format.moment(raisedAt) };
  if (raisedAt - at < lateMs) return say('alert.raised', times);
  return raisedAt - at <= pendingMinutes * minuteMs + lateMs
    ? say('alert.raisedByRule', { ...times, minutes: pendingMinutes })
    : say('alert.raisedLate', times);
}

/** Since when it stands out as it is counted now: what was heard or read in later is in the bars, not in the moment it began. */
export function sayEarlier(
  { from, isOpen }: StoodBefore,
  { at }: Pick<Alert, 'at'>,
  ...[say, format]: [say: Say, format: Pick<Format, 'moment' | 'time' | 'date'>]
): string {
  const moment = format.date(from) === format.date(at) ? format.time(from) : format.moment(from);
  return say('alerts.stoodBefore', { moment, open: isOpen ? 'yes' : 'no' });
}
