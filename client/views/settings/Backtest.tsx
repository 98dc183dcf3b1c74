import { useEffect, useRef } from 'react';
import { sayAlert } from '../../../shared/alertSentence.ts';
import type { AlertRule } from '../../../shared/alerts.ts';
import { dayMs } from '../../../shared/rollup.ts';
import { PerWeekBars } from '../../charts/PerWeekBars.tsx';
import { useBacktest } from '../../history/useBacktest.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { backtestAlerts } from '../../select/backtestAlerts.ts';
import { whatIsTried } from '../../select/whatIsTried.ts';
import type { Format } from '../../ui/format.ts';
import { Severity } from '../../ui/Severity.tsx';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertRules.module.css';
import rules from './Rules.module.css';
import settings from './Settings.module.css';

const days = 90;
/** Once it was tried, what is changed is tried again after a pause. A slider that moves asks nothing: all ten are known. */
const pauseMs = 700;

/** Three alerts in ninety days are few, in four days many: where less was heard, the sentence says so. */
function heardDays({ from, to }: { from: number; to: number }): { days: number; isAll: 'yes' | 'no' } {
  const heard = Math.max(1, Math.round((to - from) / dayMs));
  return heard >= days - 1 ? { days, isAll: 'yes' } : { days: heard, isAll: 'no' };
}

type Props = {
  rule: AlertRule;
  isComplete: boolean;
  isReadOnly: boolean;
  names: Names;
  format: Format;
  onSensitivity: (sensitivity: number) => void;
};

/** The slider of sensitivity with what each of its positions would have meant in the last ninety days. */
export function Backtest({ rule, isComplete, isReadOnly, names, format, onSensitivity }: Props) {
  const { say, language } = useWords();
  const backtest = useBacktest();
  const { data, variables, isPending, progress, error, mutate } = backtest;
  const isOf = variables !== undefined && whatIsTried(variables.rule) === whatIsTried(rule);
  const isTried = variables !== undefined;
  const newest = useRef(rule);
  newest.current = rule;
  useEffect(() => {
    if (!isTried || isOf || !isComplete) return;
    const timer = setTimeout(() => mutate({ rule: newest.current, days }), pauseMs);
    return () => clearTimeout(timer);
  }, [isTried, isOf, isComplete, mutate]);
  const answer = isOf ? data : undefined;
  const stories = answer?.bySensitivity[rule.sensitivity - 1];
  const told = stories ? backtestAlerts(stories, rule.id) : null;
  const perWeek = answer?.perWeek;
  const rate = perWeek?.[rule.sensitivity - 1];
  const weekly = (count: number) => (count < 0.95 ? format.tenths(count) : format.times(count));
  return (
    <div className={css.backtest}>
      <div className={css.slider}>
        <label htmlFor="sensitivity">
          {say('alertRules.sensitivity')} <b>{say('alertRules.of10', { value: rule.sensitivity })}</b>
        </label>
        {perWeek && (
          <PerWeekBars
            className={css.perWeek}
            perWeek={perWeek}
            chosen={rule.sensitivity}
            label={say('alertRules.perWeekWhat', { list: perWeek.map(weekly).join(', ') })}
          />
        )}
        <input
          id="sensitivity"
          type="range"
          min="1"
          max="10"
          step="1"
          value={rule.sensitivity}
          disabled={isReadOnly}
          aria-valuetext={
            rate === undefined
              ? undefined
              : say('alertRules.valueText', { value: rule.sensitivity, perWeek: weekly(rate) })
          }
          onChange={({ target }) => onSensitivity(Number(target.value))}
        />
        <p className={css.ends}>
          <span>{say('alertRules.rare')}</span>
          <span>{say('alertRules.much')}</span>
        </p>
      </div>
      <div className={css.told} aria-busy={isPending} data-tried={isTried || undefined}>
        <div aria-live="polite">
          {told && answer && rate !== undefined ? (
            <p className={css.sentence}>
              {say('alertRules.wouldHave', { ...heardDays(answer), count: told.length })}{' '}
              <span className="ink-2">
                {say('alertRules.aWeek', { perWeek: weekly(rate) })}
                {told.length > 0 && ` ${say('alertRules.hereTheyAre')}`}
              </span>
            </p>
          ) : (
            !isPending && <p className="ink-2">{say('alertRules.tryFirst', { days })}</p>
          )}
        </div>
        {isPending ? (
          <div className={rules.progress}>
            <p role="status" className="t13">
              {progress
                ? say('alertRules.trying', {
                    percent: format.percent(progress.total === 0 ? 0 : progress.done / progress.total),
                  })
                : say('alertRules.tryingSoon')}
            </p>
            <progress
              className={settings.progress}
              value={progress?.done}
              max={progress?.total ?? 1}
              aria-label={say('alertRules.tryingSoon')}
            />
            <button type="button" className="button" onClick={backtest.stop}>
              {say('settings.stop')}
            </button>
          </div>
        ) : (
          (!told || error) && (
            <button type="button" className="button" disabled={!isComplete} onClick={() => mutate({ rule, days })}>
              {say('alertRules.try', { days })}
            </button>
          )
        )}
        {error && isOf && !isPending && (
          <p role="alert" className="t13">
            {say('alertRules.tryFailed', { why: error.message })}
          </p>
        )}
        {told && answer && (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
            <section className={css.past} tabIndex={0} aria-label={say('alertRules.past')}>
              <ol>
                {told.map((alert) => (
                  <li key={alert.id}>
                    <Severity value={alert.severity} />
                    <time dateTime={new Date(alert.at).toISOString()}>{format.moment(alert.at)}</time>
                    <span>{sayAlert(alert, names, language).headline}</span>
                  </li>
                ))}
              </ol>
            </section>
            <p className="t12 ink-3">
              {say('alertRules.judged', {
                series: answer.series,
                from: format.moment(answer.from),
                to: format.moment(answer.to),
              })}{' '}
              {say('alertRules.differs')}
            </p>
          </>
        )}
      </div>
    </div>
  );
}
