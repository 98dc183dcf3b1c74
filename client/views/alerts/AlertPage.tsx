import { Link } from 'wouter';
import { defaultAlertSettings } from '../../../shared/alertDefaults.ts';
import { sayAlert } from '../../../shared/alertSentence.ts';
import type { Alert, AlertAnswer } from '../../../shared/alerts.ts';
import { AlertBars } from '../../charts/AlertBars.tsx';
import { RequestFailed } from '../../history/fetchJson.ts';
import { useAlert, useAlertChange } from '../../history/useAlerts.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { alertLasts } from '../../select/alertList.ts';
import { stoodBefore } from '../../select/stoodBefore.ts';
import { alertValue, isNegativeKind, sayUsual } from '../../ui/alertFigure.ts';
import { courseLabels } from '../../ui/courseLabels.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { Loading } from '../../ui/Loading.tsx';
import { ruleName } from '../../ui/ruleName.ts';
import { Severity } from '../../ui/Severity.tsx';
import { StaleNote } from '../../ui/StaleNote.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { Unread } from '../../ui/Unread.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { useWords } from '../../ui/useWords.ts';
import { AlertActions } from './AlertActions.tsx';
import { sayUsualThen } from './AlertCount.tsx';
import css from './AlertPage.module.css';
import { AutopsyTable } from './AutopsyTable.tsx';
import { CopiedTexts } from './CopiedTexts.tsx';
import { PartMessages } from './PartMessages.tsx';
import { sayCourse, sayEarlier, sayRaised } from './sayCourse.ts';
import { type AlertsPage, useAlertsPage } from './useAlertsPage.ts';
import { WithIt } from './WithIt.tsx';

/** One alert: what, how sure, what it is made of, and what somebody does about it. */
export default function AlertPage({ id }: { id: string }) {
  const { say } = useWords();
  const here = useHere();
  const page = useAlertsPage();
  const { data, error, refetch } = useAlert(id, page.data);
  const alert = page.live?.alerts[id] ?? data;
  if (!alert && error) {
    const isGone = error instanceof RequestFailed && error.problem.status === 404;
    return (
      <StateBlock
        shape="lost"
        title={isGone ? say('alert.gone') : say('state.unread.alert')}
        why={isGone ? say('alert.goneWhy') : error.message}
      >
        {isGone ? (
          <Link className="button" href={hrefTo(here, '/alerts')}>
            {say('alert.toAll')}
          </Link>
        ) : (
          <button type="button" className="button" onClick={() => void refetch()}>
            {say('state.retry')}
          </button>
        )}
      </StateBlock>
    );
  }
  if (page.failed) return <Unread what="state.unread.alert" error={page.failed} isPage retry={page.retry} />;
  if (!alert || !page.workspace) return <Loading />;
  return <AlertOf key={id} given={alert} answer={data} failed={error?.message ?? null} page={page} />;
}

type Props = { given: Alert; answer: AlertAnswer | undefined; failed: string | null; page: AlertsPage };

function AlertOf({ given, answer, failed, page }: Props) {
  const { say, language } = useWords();
  const here = useHere();
  const now = useNow(10_000);
  const isLost = useIsLost();
  const [ref, width] = useWidth();
  const { alert, error, change } = useAlertChange(given);
  const { names, format, workspace, doubtful } = page;
  const { kind, brand, theme, channel, source, term, first, current, course } = alert;
  const { headline, sure } = sayAlert(alert, names, language);
  const lasts = format.duration(alertLasts(alert, now));
  const about = [
    brand !== undefined && names.brand(brand),
    theme !== undefined && names.theme(theme),
    channel !== undefined && say(`channel.${channel}`),
    source,
    term !== undefined && `“${term}”`,
  ].filter(Boolean);
  const earlier = stoodBefore(alert);
  const right = theme === undefined ? undefined : doubtful.get(theme);
  const rule = (workspace?.alerts ?? defaultAlertSettings).rules.find(({ id }) => id === alert.rule);
  // Counted for the figure as it is now; the line tells what was counted when it was told.
  const { authors, distinct, copies } = answer ?? alert;
  const facts = [
    kind !== 'copies' && authors !== undefined && say('alert.authors', { count: authors }),
    // What is copied and what is not are all that was said: the figures can be added up.
    kind === 'copies' &&
      distinct !== undefined &&
      say('alert.copiesOf', {
        whole: format.number(distinct + (copies ?? current.value)),
        span: format.duration(current.spanMs),
        distinct: format.number(distinct),
      }),
    kind === 'copies' && authors !== undefined && say('alert.copiesBy', { count: authors }),
    copies !== undefined && kind !== 'copies' && say('alert.copied', { count: copies }),
  ].filter((fact) => fact !== false);
  const unit = say(`alert.unit.${kind}`, {
    count: current.value,
    span: format.duration(current.spanMs),
    term: term ?? '',
  });
  return (
    <article className={css.page} data-stale={isLost || undefined}>
      <p className={css.kicker}>
        <Link className="door" href={hrefTo(here, '/alerts')}>
          {say('shell.alerts')}
        </Link>
        <Severity value={alert.severity} />
        <span>{say(`alert.kind.${kind}`)}</span>
        {about.length > 0 && (
          <b>
            {brand !== undefined && (
              <i className={css.swatch} style={{ background: names.color(brand) }} aria-hidden="true" />
            )}
            {about.join(', ')}
          </b>
        )}
        {alert.rehearsal && <b className="strong">{say('alerts.rehearsal')}</b>}
      </p>
      <h1 className="lead">{headline}.</h1>
      <p className={css.sure}>{sure}</p>
      <p className={css.when}>
        {sayRaised(alert, rule?.pendingMinutes ?? 0, say, format)}
        {earlier && ` ${say('alert.stoodBefore', { earlier: sayEarlier(earlier, alert, say, format) })}`}{' '}
        {sayCourse(alert, lasts, say, format)}{' '}
        <span className="ink-3">{say('alert.byRule', { rule: rule ? ruleName(rule, say) : alert.rule })}</span>
      </p>
      {theme !== undefined && right !== undefined && (
        <p className={css.when}>
          <b className="strong">{names.theme(theme)}.</b> {say('score.doubtful', { share: format.percent(right) })}.
        </p>
      )}
      <StaleNote format={format} />
      <AlertActions alert={alert} change={change} error={error} page={page} now={now} />
      <div className={css.columns}>
        <section aria-label={say('alert.figures')}>
          <p className={css.figure}>{alertValue(kind, current.value, format)}</p>
          <p className={css.unit}>
            <b className={`strong ${css.told}`}>{unit}</b>
            {alert.isKnown && <span className={css.told}>{sayUsual(alert, current, say, format)}</span>}
            {current.part !== undefined && current.whole !== undefined && (
              <span>
                {say('alert.partOf', { part: format.number(current.part), whole: format.number(current.whole) })}
              </span>
            )}
            {first.at !== current.at && first.value !== current.value && (
              <span>
                {say('alert.first', {
                  value: alertValue(kind, first.value, format),
                  span: format.duration(first.spanMs),
                  time: format.time(first.at),
                  usual: sayUsualThen(alert, say, format),
                })}
              </span>
            )}
            <span>{say('alert.countedTo', { time: format.time(current.at) })}</span>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </section>
        <div ref={ref} className={css.course}>
          {course && width > 0 && (
            <AlertBars
              course={course}
              figure={current}
              width={width}
              height={170}
              isNegative={isNegativeKind(kind)}
              isDoubtful={right !== undefined}
              isKnown={alert.isKnown}
              size="page"
              labels={courseLabels(course, format.moment(course.startAt), say, format, 'page')}
            />
          )}
        </div>
      </div>
      {answer?.autopsy ? (
        <>
          {kind === 'copies' && <CopiedTexts alert={alert} autopsy={answer.autopsy} page={page} />}
          <AutopsyTable alert={alert} autopsy={answer.autopsy} page={page} />
          <PartMessages alert={alert} autopsy={answer.autopsy} page={page} />
        </>
      ) : (
        <p className={css.none}>
          {answer
            ? say(kind === 'silent-source' ? 'autopsy.silence' : 'autopsy.none')
            : failed !== null
              ? say('autopsy.failed', { why: failed })
              : `${say('state.loading')} …`}
        </p>
      )}
      <WithIt alert={alert} page={page} />
    </article>
  );
}
