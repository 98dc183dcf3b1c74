import { useId } from 'react';
import { receiverKinds, smtpSecurities } from '../../../shared/receiverKinds.ts';
import type { ReceiverAnswer, ReceiversAnswer } from '../../../shared/receivers.ts';
import { makeSecret, portFor, type ReceiverDraft } from '../../select/receiverDraft.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Receivers.module.css';
import settings from './Settings.module.css';

type Props = {
  draft: ReceiverDraft;
  /** As it is kept; undefined: a new one. */
  receiver: ReceiverAnswer | undefined;
  serverSmtp: ReceiversAnswer['serverSmtp'];
  onChange: (part: Partial<ReceiverDraft>) => void;
};
type TextName = 'name' | 'url' | 'secret' | 'to' | 'from' | 'host' | 'port' | 'user' | 'password';

/** What stands beside a field with a note below it does not stretch. */
const field = `${settings.field} ${css.field}`;
const severities = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];

/** The fields of one receiver: those of its kind. Secrets are written here and never read. */
export function ReceiverForm({ draft, receiver, serverSmtp, onChange }: Props) {
  const { say } = useWords();
  const id = useId();
  const text = (name: TextName, label: string, how?: string, more: { type?: string; placeholder?: string } = {}) => (
    <label className={field}>
      {label}
      <input
        value={draft[name]}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={how === undefined ? undefined : `${id}-${name}`}
        onChange={(event) => onChange({ [name]: event.target.value })}
        {...more}
      />
      {how !== undefined && (
        <small id={`${id}-${name}`} className={css.how}>
          {how}
        </small>
      )}
    </label>
  );
  const { kind } = draft;
  return (
    <>
      <div className={settings.pair}>
        {text('name', say('settings.name'))}
        <label className={field}>
          {say('receivers.kind')}
          <select
            value={kind}
            disabled={receiver !== undefined}
            onChange={(event) => {
              const chosen = receiverKinds.find((one) => one === event.target.value);
              if (chosen) onChange({ kind: chosen });
            }}
          >
            {receiverKinds.map((one) => (
              <option key={one} value={one}>
                {say(`receivers.kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {kind !== 'email' &&
        text(
          'url',
          say('receivers.url'),
          receiver?.host === undefined
            ? say(`receivers.url.how.${kind}`)
            : say('receivers.keptHost', { host: receiver.host }),
          { type: 'url', placeholder: 'https://' },
        )}
      {kind === 'webhook' && (
        <div className={css.secret}>
          {text('secret', say('receivers.secret'), say(receiver ? 'receivers.kept' : 'receivers.secret.how'))}
          <button
            type="button"
            className="button"
            onClick={() => onChange({ secret: makeSecret((bytes) => crypto.getRandomValues(bytes)) })}
          >
            {say('receivers.secret.make')}
          </button>
        </div>
      )}
      {kind === 'email' && (
        <>
          <div className={settings.pair}>
            {text('to', say('receivers.to'), say('receivers.to.how'))}
            {text(
              'from',
              say('receivers.from'),
              serverSmtp?.from && !draft.hasOwnServer
                ? say('receivers.from.server', { from: serverSmtp.from })
                : undefined,
            )}
          </div>
          {serverSmtp ? (
            <label className={css.check}>
              <input
                type="checkbox"
                checked={draft.hasOwnServer}
                onChange={(event) => onChange({ hasOwnServer: event.target.checked })}
              />{' '}
              {say('receivers.ownServer')}
            </label>
          ) : (
            <p className="t12 ink-2">{say('receivers.noServer')}</p>
          )}
          {draft.hasOwnServer && (
            <div className={settings.pair}>
              {text('host', say('receivers.host'))}
              <div className={css.port}>
                <label className={field}>
                  {say('receivers.security')}
                  <select
                    value={draft.security}
                    onChange={(event) => {
                      const security = smtpSecurities.find((one) => one === event.target.value);
                      if (security) onChange({ security, port: portFor(security, draft.port) });
                    }}
                  >
                    {smtpSecurities.map((one) => (
                      <option key={one} value={one}>
                        {say(`receivers.security.${one}`)}
                      </option>
                    ))}
                  </select>
                </label>
                {text('port', say('receivers.port'))}
              </div>
              {text('user', say('receivers.user'))}
              {text(
                'password',
                say('receivers.password'),
                receiver?.smtp?.hasPassword ? say('receivers.kept') : undefined,
                { type: 'password' },
              )}
            </div>
          )}
        </>
      )}
      <div className={settings.pair}>
        <label className={field}>
          {say('receivers.language')}
          <select
            value={draft.language}
            onChange={(event) => onChange({ language: event.target.value === 'fr' ? 'fr' : 'en' })}
          >
            {(['en', 'fr'] as const).map((one) => (
              <option key={one} value={one}>
                {say(`receivers.language.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={field}>
          {say('receivers.butFrom')}
          <select value={draft.butFrom} onChange={(event) => onChange({ butFrom: event.target.value })}>
            <option value="">{say('receivers.butFrom.workspace')}</option>
            {severities.map((severity) => (
              <option key={severity} value={severity}>
                {say('receivers.butFrom.value', { severity })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={!draft.isOff}
          onChange={(event) => onChange({ isOff: !event.target.checked })}
        />{' '}
        {say('receivers.isOn')}
      </label>
    </>
  );
}
