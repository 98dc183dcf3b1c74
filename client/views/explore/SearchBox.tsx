import { type RefObject, useEffect, useRef, useState } from 'react';
import type { RequestFailed } from '../../history/fetchJson.ts';
import { useQueryCheck } from '../../history/useQueryCheck.ts';
import { repairQuery } from '../../select/repairQuery.ts';
import type { Say } from '../../ui/useWords.ts';
import css from './FilterRow.module.css';

type Props = {
  value: string;
  onSearch: (q: string) => void;
  failed: RequestFailed | null;
  say: Say;
  inputRef: RefObject<HTMLInputElement | null>;
};

/** Typing waits this long before it asks: a word is not searched letter by letter. */
const pauseMs = 350;

/** Search in the query language of brands and themes. A fault says where and why, and stays under the field. */
export function SearchBox({ value, onSearch, failed, say, inputRef }: Props) {
  const [text, setText] = useState(value);
  const asked = useRef(value);
  useEffect(() => {
    // The address changed by itself (back, a link): the field follows, but never against the hand that types.
    if (value !== asked.current) {
      asked.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = text;
      onSearch(text);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  const check = useQueryCheck(failed ? value : null);
  const fault = failed ? check.data?.faults[0] : undefined;
  const repaired = fault && repairQuery(value, fault);
  return (
    <div className={css.search}>
      <label className={css.field}>
        <span className="visually-hidden">{say('explore.search')}</span>
        <input
          ref={inputRef}
          type="search"
          value={text}
          placeholder={say('explore.searchShort')}
          aria-invalid={fault !== undefined}
          aria-describedby={fault ? 'search-fault' : undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              asked.current = text;
              onSearch(text);
            } else if (event.key === 'Escape') {
              event.stopPropagation();
              if (text === '') event.currentTarget.blur();
              else setText('');
            }
          }}
        />
        <span className="kbd" aria-hidden="true">
          /
        </span>
      </label>
      {fault && (
        <div id="search-fault" className={css.fault} role="alert">
          <p className={css.faulty}>
            {value.slice(0, fault.position)}
            <mark>{value.slice(fault.position, fault.position + Math.max(1, fault.length)) || '\u00a0'}</mark>
            {value.slice(fault.position + Math.max(1, fault.length))}
          </p>
          <p className="t12 ink-2">
            {say('explore.atCharacter', { position: fault.position + 1 })} {fault.message}
          </p>
          {repaired !== undefined && repaired !== value && (
            <button
              type="button"
              className="button"
              onClick={() => {
                asked.current = repaired;
                setText(repaired);
                onSearch(repaired);
              }}
            >
              {say('explore.searchInstead', { query: repaired })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
