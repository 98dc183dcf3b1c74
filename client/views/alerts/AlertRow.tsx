import { Link } from 'wouter';
import { sayAlert, strongest } from '../../../shared/alertSentence.ts';
import type { Alert } from '../../../shared/alerts.ts';
import { AlertSpark } from '../../charts/AlertSpark.tsx';
import { useAlertChange } from '../../history/useAlerts.ts';
import { alertLasts } from '../../select/alertList.ts';
import { stoodBefore } from '../../select/stoodBefore.ts';
import { isNegativeKind } from '../../ui/alertFigure.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { isSameDay } from '../../ui/isSameDay.ts';
import { Severity } from '../../ui/Severity.tsx';
import { useLostWhy } from '../../ui/useLostWhy.ts';
import { useWords } from '../../ui/useWords.ts';
import { AlertCount } from './AlertCount.tsx';
import css from './Alerts.module.css';
import { sayEarlier, sayState } from './sayCourse.ts';
import type { AlertsPage } from './useAlertsPage.ts';

type Props = { alert: Alert; page: AlertsPage; now: number };

/** One alert of the list, judged in one tap. How grave, what, since when and for how long, from how many to how many, who has it, and whether it was worth telling. */
export function AlertRow({ alert: given, page: { names, format, isViewer, doubtful }, now }: Props) {
  const { say, language } = useWords();
  const here = useHere();
  const { alert, change, error } = useAlertChange(given);
  const { kind, current, overAt, state, owner, useful, brand, theme } = alert;
  const { headline } = sayAlert(alert, names, language);
  const lost = useLostWhy();
  const lasts = format.duration(alertLasts(alert, now));
  const earlier = stoodBefore(alert);
  const right = theme === undefined ? undefined : doubtful.get(theme);
  return (
    <li className={css.row} data-alert={alert.id} data-state={state}>
      <Severity value={alert.severity} />
      <div className={css.what}>
        <Link className={css.link} href={hrefTo(here, `/alerts/${alert.id}`)}>
          {headline}
        </Link>
        <p className={css.small}>
          {brand !== undefined && (
            <i className={css.swatch} style={{ background: names.color(brand) }} aria-hidden="true" />
          )}
          {say(`alert.kind.${kind}`)} {say('alerts.inSpan', { span: format.duration(strongest(alert).spanMs) })}
          {alert.rehearsal && `, ${say('alerts.rehearsal')}`}
          {theme !== undefined && right !== undefined && (
            <span className="ink-3" title={say('score.doubtful', { share: format.percent(right) })}>
              {' · '}
              {say('score.doubted', { theme: names.theme(theme), share: format.percent(right) })}
            </span>
          )}
        </p>
      </div>
      <div className={css.course}>
        {alert.course && (
          <AlertSpark
            course={alert.course}
            figure={current}
            width={180}
            height={44}
            isNegative={isNegativeKind(kind)}
            isDoubtful={right !== undefined}
            isKnown={alert.isKnown}
            label={say('alert.courseWhat', { span: format.duration(alert.course.stepMs) })}
          />
        )}
      </div>
      <div>
        <span className={css.asked}>{say('alerts.head.told')} </span>
        <time dateTime={new Date(alert.raisedAt).toISOString()}>{format.moment(alert.raisedAt)}</time>
        <p className={css.small}>
          {/* What somebody closed is not said to go on: what became of it since stands on its page. */}
          {say(overAt !== undefined ? 'alerts.lasted' : state === 'resolved' ? 'alerts.began' : 'alerts.goesOn', {
            began: isSameDay(alert.at, alert.raisedAt, format) ? format.time(alert.at) : format.moment(alert.at),
            span: lasts,
          })}
        </p>
        {earlier && <p className={`${css.small} ink-3`}>{sayEarlier(earlier, alert, say, format)}</p>}
      </div>
      <AlertCount alert={alert} format={format} />
      <div>
        <span>{owner ?? <span className="ink-3">{overAt === undefined ? say('alerts.noOwner') : '–'}</span>}</span>
        <p className={css.small}>{sayState(alert, say, format)}</p>
      </div>
      <div className={css.useful}>
        {useful !== undefined ? (
          say(useful ? 'alerts.useful' : 'alerts.useless')
        ) : isViewer ? (
          <span className="ink-3">{say('alerts.unjudged')}</span>
        ) : (
          <fieldset
            className={css.judge}
            disabled={lost !== null}
            title={lost ?? undefined}
            aria-label={say('alerts.judge', { headline })}
          >
            <span className={css.asked}>{say('alerts.head.useful')} </span>
            <button type="button" onClick={() => change({ useful: true })}>
              {say('alerts.yes')}
            </button>
            <button type="button" onClick={() => change({ useful: false })}>
              {say('alerts.no')}
            </button>
          </fieldset>
        )}
        {error && (
          <p className={css.small} role="alert">
            {say('alert.notSaved')} {error.message}
          </p>
        )}
      </div>
    </li>
  );
}
