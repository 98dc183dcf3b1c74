import { useEffect } from 'react';
import { Link } from 'wouter';
import { sayAlert, strongest } from '../../shared/alertSentence.ts';
import type { Alert } from '../../shared/alerts.ts';
import type { StatusState } from '../../shared/protocol.ts';
import { dayMs } from '../../shared/rollup.ts';
import { namesOf } from '../history/useWorkspace.ts';
import { useFrame, useLiveness } from '../live/useFrame.ts';
import { hrefTo, useHere } from './hrefs.ts';
import { Severity } from './Severity.tsx';
import css from './ShellAlerts.module.css';
import { useFormat } from './useFormat.ts';
import { useNamedWorkspace } from './useNamedWorkspace.ts';
import { useNow } from './useNow.ts';
import { useWords } from './useWords.ts';

type Props = {
  alerts: readonly Alert[];
  /** Those that have no line. */
  rest: readonly Alert[];
  onText: (text: string) => void;
};

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;

/** One line for each alert: how grave, what, since when; the whole line opens it. `onText`: what is said aloud. */
export default function AlertLines({ alerts, rest, onText }: Props) {
  const { say, language } = useWords();
  const here = useHere();
  const format = useFormat('UTC');
  const now = useNow(10_000);
  const { state } = useLiveness();
  const { data, error } = useNamedWorkspace(useFrame('status', selectVersion));
  const names = namesOf(data?.value, say('brief.noneTheme'));
  const local = useFormat(data?.value.timeZone ?? 'UTC');
  const sayMoment = (at: number) => (local.date(at) === local.date(now) ? local.time(at) : local.moment(at));
  const headlineOf = (alert: Alert) => {
    const { headline } = sayAlert(alert, names, language);
    return alert.rehearsal ? `${say('alerts.rehearsal')}${say('stop.colon')}${headline}` : headline;
  };
  // Beside the figures of one product a count of the whole brand would contradict them: what it counts is said, and when.
  const scopeOf = (alert: Alert) => {
    const { brand, theme, channel, term, source } = alert;
    const { at, spanMs } = strongest(alert);
    const isWhole = brand !== undefined && [theme, channel, term, source].every((one) => one === undefined);
    return say('alerts.scope', {
      of: isWhole ? 'brand' : 'part',
      brand: brand === undefined ? '' : names.brand(brand),
      from: sayMoment(at - spanMs),
      to: spanMs < dayMs ? local.time(at) : sayMoment(at),
    });
  };
  const more = rest.length;
  // A real alert keeps its line before a rehearsed one: that the other came later is told.
  const newer = rest.filter(({ raisedAt }) => alerts.every((shown) => shown.raisedAt < raisedAt)).length;
  const lines = alerts.map((alert) => ({ alert, headline: headlineOf(alert), scope: scopeOf(alert) }));
  const text = data && lines[0] ? say('alerts.spoken', { headline: lines[0].headline, more }) : '';
  useEffect(() => onText(text), [text, onText]);
  // Names are not there yet: ids would be said in their place.
  if (!data) return error ? null : <div className={css.unnamed} aria-hidden="true" />;
  return (
    <section aria-label={say('shell.alerts')} data-stale={state === 'lost' || undefined}>
      <ul className={css.list}>
        {lines.map(({ alert, headline, scope }, index) => (
          <li key={alert.id}>
            <Link className={css.line} href={hrefTo(here, `/alerts/${alert.id}`)} data-alert={alert.id}>
              <Severity value={alert.severity} />
              <span className={css.what}>
                <span className={css.headline}>{headline}</span>{' '}
                <span className={css.when}>
                  <span>{scope}</span>
                  <span className={css.age}>
                    {alert.overAt === undefined
                      ? say('alerts.ago', { age: format.age(Math.max(0, now - alert.raisedAt)) })
                      : say('alerts.over', { age: format.age(Math.max(0, now - alert.overAt)) })}
                  </span>
                </span>
              </span>
            </Link>
            {index === lines.length - 1 && more > 0 && (
              <Link className={`door ${css.more}`} href={hrefTo(here, '/alerts')}>
                <span className={css.long}>
                  {say('alerts.more', {
                    count: more,
                    newer,
                    which: newer === more ? 'newer' : newer > 0 ? 'some' : 'none',
                  })}
                </span>
                <span className={css.short} aria-hidden="true">
                  {newer > 0 ? `+${newer} ${say('alerts.newer', { count: newer })}` : `+${more}`}
                </span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
