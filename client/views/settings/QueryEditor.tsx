import { useId } from 'react';
import { useQueryCheck, useRested } from '../../history/useQueryCheck.ts';
import { placeIn, type QueryNote, repairQuery } from '../../select/repairQuery.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './QueryEditor.module.css';

type Props = {
  query: string;
  onChange: (query: string) => void;
  isReadOnly: boolean;
  label?: string;
  /** Nothing written is nothing wrong. */
  isOptional?: boolean;
};

const restMs = 250;
/** So many letters of a query fit on a line of the desk's width. */
const lineLetters = 90;

/** As high as the text is, for browsers that do not see to that themselves. */
const rowsFor = (query: string) =>
  Math.min(
    14,
    query.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / lineLetters)), 0),
  );

/** A query and what its compiler says while it is written: where, why, and what to write instead. */
export function QueryEditor({ query, onChange, isReadOnly, label, isOptional = false }: Props) {
  const { say } = useWords();
  const id = useId();
  const rested = useRested(query, restMs);
  const check = useQueryCheck(rested);
  // Notes of an older text would point at the wrong letters.
  const isCurrent = check.data?.query === query;
  const faults = isCurrent ? check.data!.faults : [];
  const warnings = isCurrent ? check.data!.warnings : [];
  const note = (one: QueryNote, isFault: boolean) => {
    const { line, column } = placeIn(query, one.position);
    return (
      <li key={`${one.code} ${one.position}`} data-fault={isFault || undefined}>
        <NoteMark isFault={isFault} />
        <div>
          <b className="strong">{say(isFault ? 'settings.fault' : 'settings.warning', { line, column })}</b>{' '}
          <code>{query.slice(one.position, one.position + one.length)}</code>
          <p>{one.message}</p>
        </div>
        {one.suggestion !== undefined && !isReadOnly && (
          <button type="button" className="button" onClick={() => onChange(repairQuery(query, one))}>
            {say('settings.use', { suggestion: one.suggestion })}
          </button>
        )}
      </li>
    );
  };
  return (
    <div>
      <p className={css.head}>
        <label htmlFor={id}>{label ?? say('settings.query')}</label>
        <small aria-live="polite">
          {query.trim() === ''
            ? !isOptional && say('settings.checkEmpty')
            : !isCurrent
              ? say(check.error ? 'settings.checkFailed' : 'settings.checking')
              : say('settings.checked', { faults: faults.length, warnings: warnings.length })}
        </small>
      </p>
      <textarea
        id={id}
        className={css.query}
        value={query}
        rows={rowsFor(query)}
        spellCheck={false}
        readOnly={isReadOnly}
        aria-invalid={faults.length > 0}
        aria-describedby={`${id}-check`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="t12 ink-3">{say('settings.queryHow')}</p>
      <section id={`${id}-check`} aria-live="polite" aria-label={say('settings.check')}>
        <ol className={css.notes}>
          {faults.map((one) => note(one, true))}
          {warnings.map((one) => note(one, false))}
        </ol>
      </section>
    </div>
  );
}

function NoteMark({ isFault }: { isFault: boolean }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {isFault ? (
        <>
          <path d="M7 .8l6.2 6.2L7 13.2.8 7z" fill="var(--ink-1)" />
          <path d="M7 3.8v4M7 9.4v1.2" stroke="var(--bg)" strokeWidth="1.6" />
        </>
      ) : (
        <>
          <path d="M7 1.2l6 11.2H1z" fill="none" stroke="var(--state-slow)" strokeWidth="1.5" strokeLinejoin="round" />
          <path d="M7 5.2v3.6M7 10v1" stroke="var(--state-slow)" strokeWidth="1.5" />
        </>
      )}
    </svg>
  );
}
