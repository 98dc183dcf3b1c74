import { type FormEvent, useId, useState } from 'react';
import { RequestFailed, sendJson } from '../history/fetchJson.ts';
import { forgetLastShown } from '../live/lastShown.ts';
import css from './SignIn.module.css';
import { useWords } from './useWords.ts';

type Props = {
  title: string;
  why: string;
};

/** The door: the key is given once and becomes a cookie that no script can read. */
export function SignIn({ title, why }: Props) {
  const { say } = useWords();
  const id = useId();
  const [key, setKey] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
    setFailed(null);
    try {
      await forgetLastShown();
      await sendJson('POST', '/api/session', { token: key.trim() });
      location.reload();
    } catch (error) {
      const status = error instanceof RequestFailed ? error.problem.status : undefined;
      setFailed(status === 401 ? say('signIn.wrong') : error instanceof Error ? error.message : String(error));
      setAsking(false);
    }
  };
  return (
    <section className={css.door} aria-labelledby={`${id}-title`}>
      <h1 id={`${id}-title`} className="lead">
        {title}
      </h1>
      <p className={css.why}>{why}</p>
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        <label htmlFor={`${id}-key`}>{say('signIn.key')}</label>
        <div>
          {/* Never kept by a form: browsers offer to keep passwords, and this one is as good as one. */}
          <input
            id={`${id}-key`}
            type="password"
            autoComplete="current-password"
            spellCheck={false}
            required
            maxLength={1_000}
            value={key}
            aria-describedby={failed === null ? undefined : `${id}-failed`}
            aria-invalid={failed !== null}
            onChange={({ target }) => setKey(target.value)}
          />
          <button type="submit" className="button primary" disabled={isAsking}>
            {say('signIn.open')}
          </button>
        </div>
        {failed !== null && (
          <p id={`${id}-failed`} role="alert">
            {failed}
          </p>
        )}
        <p className={css.note}>{say('signIn.note')}</p>
      </form>
      {/* Our mark, large: a launch as it is heard. No figure of anybody's. */}
      <svg className={css.mark} viewBox="0 0 560 320" aria-hidden="true">
        <path d="M0 300H560M0 200H560M0 100H560" className={css.lines} />
        <path d="M4 268H170L262 44L342 204H556" className={css.curve} />
        <circle cx="262" cy="44" r="12" fill="var(--brand-1)" />
      </svg>
    </section>
  );
}
