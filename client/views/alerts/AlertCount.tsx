import type { Alert } from '../../../shared/alerts.ts';
import { stoodBefore } from '../../select/stoodBefore.ts';
import { alertValue, sayUsual } from '../../ui/alertFigure.ts';
import type { Format } from '../../ui/format.ts';
import { isSameDay } from '../../ui/isSameDay.ts';
import { type Say, useWords } from '../../ui/useWords.ts';
import css from './Alerts.module.css';

/** What was usual when it was raised: nothing yet, where the hours before it were counted only later. */
export function sayUsualThen(alert: Alert, ...[say, format]: [say: Say, format: Format]): string {
  const isKnown = alert.isKnown && (alert.first.expected > 0 || stoodBefore(alert) === null);
  return sayUsual({ kind: alert.kind, isKnown }, alert.first, say, format);
}

/** The newest count and the one when it was raised: each in its own time, beside what is usual in that. */
export function AlertCount({ alert, format }: { alert: Alert; format: Format }) {
  const { say } = useWords();
  const { kind, first, current } = alert;
  const from = current.at - current.spanMs;
  const isSame = first.value === current.value && first.spanMs === current.spanMs;
  return (
    <div>
      <b className={css.count}>{alertValue(kind, current.value, format)}</b>{' '}
      <span className={css.small}>{say('alerts.inSpan', { span: format.duration(current.spanMs) })}</span>
      <p className={css.small}>
        {say('alerts.counted', {
          from: isSameDay(from, alert.raisedAt, format) ? format.time(from) : format.moment(from),
          to: isSameDay(from, current.at, format) ? format.time(current.at) : format.moment(current.at),
        })}
      </p>
      <p className={css.small}>{sayUsual(alert, current, say, format)}</p>
      {!isSame && (
        <p className={`${css.small} ink-3`}>
          {say('alerts.wasFirst', {
            value: alertValue(kind, first.value, format),
            span: format.duration(first.spanMs),
            usual: sayUsualThen(alert, say, format),
          })}
        </p>
      )}
    </div>
  );
}
