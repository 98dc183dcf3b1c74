import { useMemo } from 'react';
import { Link } from 'wouter';
import { useAlertList } from '../../history/useAlerts.ts';
import { useLiveness } from '../../live/useFrame.ts';
import { alertGroups, mergeAlerts, parseAlertFilters } from '../../select/alertList.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { Loading } from '../../ui/Loading.tsx';
import { StaleNote } from '../../ui/StaleNote.tsx';
import { Unread } from '../../ui/Unread.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import { AlertFilterRow } from './AlertFilterRow.tsx';
import { AlertRow } from './AlertRow.tsx';
import css from './Alerts.module.css';
import { NoAlerts } from './NoAlerts.tsx';
import { sayWatched } from './sayWatched.ts';
import { useAlertsPage } from './useAlertsPage.ts';

/** What stood out: first what goes on, then what is over. */
export default function Alerts() {
  const { say } = useWords();
  const here = useHere();
  const now = useNow(10_000);
  const page = useAlertsPage();
  const { data: items, error, refetch } = useAlertList(page.data);
  const { state, lostSince } = useLiveness();
  const filters = useMemo(() => parseAlertFilters(here.search), [here.search]);
  const all = useMemo(() => mergeAlerts(items ?? [], page.live), [items, page.live]);
  const { open, past } = alertGroups(all, filters);
  const isLost = state === 'lost';
  const failed = page.failed ?? (items || all.length > 0 ? null : error);
  if (failed)
    return (
      <Unread
        what="state.unread.alerts"
        error={failed}
        isPage
        retry={page.failed ? page.retry : () => void refetch()}
      />
    );
  if (!page.workspace || (!items && all.length === 0)) return <Waiting />;
  // It stands where other places' empty screens do.
  if (all.length === 0 && !isLost && !error) return <NoAlerts page={page} lostSince={null} />;
  return (
    <article className={css.page} data-stale={isLost || undefined}>
      {all.length > 0 && (
        <header className={css.head}>
          <p className={css.kicker}>{say('shell.alerts')}</p>
          {/* Of all, whatever is chosen below. */}
          <h1 className="lead">{say('alerts.lead', { count: alertGroups(all, {}).open.length })}</h1>
          <AlertFilterRow filters={filters} workspace={page.workspace} names={page.names} />
        </header>
      )}
      <StaleNote format={page.format} />
      {error && (
        <p className="t13 ink-2" role="status">
          {say('alerts.listFailed', { why: error.message })}
        </p>
      )}
      {all.length === 0 ? (
        <NoAlerts page={page} lostSince={isLost ? lostSince : null} />
      ) : open.length + past.length === 0 ? (
        <p className={css.none}>
          {say('alerts.noneSuch')}{' '}
          <Link className="door" href={hrefTo(here, '/alerts')}>
            {say('alerts.showAll')}
          </Link>
        </p>
      ) : (
        <>
          <section aria-labelledby="open-title">
            <h2 id="open-title" className={css.h2}>
              {say('alerts.open')} <small>{open.length}</small>
            </h2>
            {open.length === 0 ? (
              <p className={css.none}>{say('alerts.noneOpen')}</p>
            ) : (
              <>
                <Heads />
                <ol className={css.list}>
                  {open.map((alert) => (
                    <AlertRow key={alert.id} alert={alert} page={page} now={now} />
                  ))}
                </ol>
              </>
            )}
          </section>
          {past.length > 0 && (
            <section aria-labelledby="past-title">
              <h2 id="past-title" className={css.h2}>
                {say('alerts.past')} <small>{past.length}</small>
              </h2>
              <ol className={css.list}>
                {past.map((alert) => (
                  <AlertRow key={alert.id} alert={alert} page={page} now={now} />
                ))}
              </ol>
            </section>
          )}
        </>
      )}
      {all.length > 0 && (
        <p className={css.foot}>
          {sayWatched(page.workspace, say)}{' '}
          <Link className="door" href={hrefTo(here, '/settings/alerts')}>
            {say('alerts.seeRules')}
          </Link>
        </p>
      )}
    </article>
  );
}

/** Those of a row of the list. */
const widths = '86px minmax(0, 1fr) 180px 160px 150px 120px 96px';

function Waiting() {
  const { say } = useWords();
  const heads = (['what', 'course', 'told', 'figure', 'owner', 'useful'] as const).map((key) =>
    say(`alerts.head.${key}`),
  );
  return (
    <Loading shape="rows" what={say('alerts.loading')} columns={{ heads: ['\u00a0', ...heads], widths, below: 118 }} />
  );
}

/** Names the columns for eyes; a row says what each of its parts is by itself. */
function Heads() {
  const { say } = useWords();
  return (
    <div className={`${css.row} ${css.heads}`} aria-hidden="true">
      <span />
      <span>{say('alerts.head.what')}</span>
      <span className={css.course}>{say('alerts.head.course')}</span>
      <span>{say('alerts.head.told')}</span>
      <span>{say('alerts.head.figure')}</span>
      <span>{say('alerts.head.owner')}</span>
      <span className={css.useful}>{say('alerts.head.useful')}</span>
    </div>
  );
}
