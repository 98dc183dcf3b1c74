import { useState } from 'react';
import type { Alert, AlertChange } from '../../../shared/alerts.ts';
import { minuteMs } from '../../../shared/rollup.ts';
import type { RequestFailed } from '../../history/fetchJson.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { nextMorning } from '../../select/nextMorning.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { useWords } from '../../ui/useWords.ts';
import { WhileLive } from '../../ui/WhileLive.tsx';
import css from './AlertPage.module.css';
import type { AlertsPage } from './useAlertsPage.ts';

type Props = {
  alert: Alert;
  change: (change: AlertChange) => void;
  error: RequestFailed | null;
  page: AlertsPage;
  now: number;
};

const halfHour = 30;
const twoHours = 120;

/** What somebody does about it, each in one tap or one key. A key that may only look sees who did what. */
export function AlertActions({ alert, change, error, page: { format, isViewer }, now }: Props) {
  const { say } = useWords();
  const { state, useful } = alert;
  const judge = (is: boolean) => change({ useful: useful === is ? null : is });
  const toggle = (next: 'acknowledged' | 'resolved') => change({ state: state === next ? 'open' : next });
  const isLost = useIsLost();
  useKeys(
    isViewer || isLost
      ? {}
      : {
          a: () => toggle('acknowledged'),
          s: () => change({ snoozeMinutes: halfHour }),
          r: () => toggle('resolved'),
          u: () => judge(true),
          n: () => judge(false),
        },
  );
  if (isViewer)
    return (
      <p className={css.actions}>
        {alert.owner === undefined ? say('alert.nobody') : say('alert.takenBy', { owner: alert.owner })}.{' '}
        {useful !== undefined && say(useful ? 'alerts.useful' : 'alerts.useless')}{' '}
        <span className="ink-3">{say('alert.viewOnly')}</span>
      </p>
    );
  const morning = nextMorning(now, format.zone);
  return (
    <div className={css.actions}>
      <WhileLive>
        <div className={`${css.buttons} ${css.deeds}`}>
          <button
            type="button"
            className={state === 'open' ? 'button primary' : 'button'}
            aria-pressed={state === 'acknowledged'}
            onClick={() => toggle('acknowledged')}
          >
            {say(state === 'acknowledged' ? 'alert.acknowledged' : 'alert.acknowledge')} <kbd className="kbd">A</kbd>
          </button>
          <fieldset className={css.group} aria-label={say('alert.snooze')}>
            <span className="ink-2">{say('alert.snooze')}</span>
            <button type="button" className="button" onClick={() => change({ snoozeMinutes: halfHour })}>
              {say('alert.minutes', { count: halfHour })} <kbd className="kbd">S</kbd>
            </button>
            <button type="button" className="button" onClick={() => change({ snoozeMinutes: twoHours })}>
              {say('alert.hours', { count: 2 })}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => change({ snoozeMinutes: Math.max(1, Math.round((morning - now) / minuteMs)) })}
            >
              {say('alert.until', { moment: format.moment(morning) })}
            </button>
            {state === 'snoozed' && (
              <button type="button" className="button" onClick={() => change({ state: 'open' })}>
                {say('alert.unsnooze')}
              </button>
            )}
          </fieldset>
          <button
            type="button"
            className="button"
            aria-pressed={state === 'resolved'}
            onClick={() => toggle('resolved')}
          >
            {say(state === 'resolved' ? 'alert.reopen' : 'alert.resolve')} <kbd className="kbd">R</kbd>
          </button>
        </div>
        <div className={css.buttons}>
          <Owner owner={alert.owner ?? ''} isRefused={error !== null} onSave={(owner) => change({ owner })} />
          <fieldset className={css.group} aria-label={say('alert.worth')}>
            <span className="ink-2">{say('alert.worth')}</span>
            <button type="button" className="button" aria-pressed={useful === true} onClick={() => judge(true)}>
              {say('alerts.useful')} <kbd className="kbd">U</kbd>
            </button>
            <button type="button" className="button" aria-pressed={useful === false} onClick={() => judge(false)}>
              {say('alerts.useless')} <kbd className="kbd">N</kbd>
            </button>
          </fieldset>
        </div>
      </WhileLive>
      {error && (
        <p className={css.problem} role="alert">
          <b className="strong">{say('alert.notSaved')}</b> {error.message}
        </p>
      )}
    </div>
  );
}

/** Whose it is: a name or a team, as people write it. */
function Owner({
  owner,
  isRefused,
  onSave,
}: {
  owner: string;
  isRefused: boolean;
  onSave: (owner: string | null) => void;
}) {
  const { say } = useWords();
  const [text, setText] = useState(owner);
  const [shown, setShown] = useState(owner);
  // Another owner is shown as soon as it is known; what was typed stays where the server refused it.
  if (owner !== shown) {
    setShown(owner);
    if (!isRefused) setText(owner);
  }
  const isChanged = text.trim() !== owner;
  return (
    <form
      className={css.owner}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) onSave(text.trim() === '' ? null : text.trim());
      }}
    >
      <label>
        <span className="ink-2">{say('alert.owner')}</span>
        <input value={text} maxLength={80} onChange={({ target }) => setText(target.value)} />
      </label>
      <button type="submit" className="button" disabled={!isChanged}>
        {say('alert.ownerSave')}
      </button>
    </form>
  );
}
