import { useState } from 'react';
import type { WordOverride, Workspace } from '../../../shared/domain.ts';
import { sentimentLabels } from '../../../shared/kinds.ts';
import { setOverrides } from '../../select/ruleEdits.ts';
import { useUnsaved } from '../../ui/unsaved.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Corrections.module.css';
import type { Editing } from './useEdit.ts';

type Props = { workspace: Workspace; editing: Editing; isReadOnly: boolean };
/** A row keeps its key while it is written: two may hold the same word for a moment. */
type Row = WordOverride & { key: number };

const rowsOf = ({ overrides = [] }: Workspace): Row[] => overrides.map((one, key) => ({ ...one, key }));
const plain = (rows: readonly Row[]): WordOverride[] =>
  rows.filter(({ word }) => word.trim() !== '').map(({ key: _, ...one }) => one);

const focus = (input: HTMLInputElement | null) => input?.focus();

/** Words that mean something else here, each with what it means and for whom. */
export function OverrideRows({ workspace, editing, isReadOnly }: Props) {
  const { say } = useWords();
  const [rows, setRows] = useState(() => rowsOf(workspace));
  const [nextKey, setNextKey] = useState(rows.length);
  const [fresh, setFresh] = useState(-1);
  const isChanged = JSON.stringify(plain(rows)) !== JSON.stringify(workspace.overrides ?? []);
  useUnsaved(isChanged && !isReadOnly);
  const change = (key: number, patch: Partial<WordOverride>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        editing.look(setOverrides(plain(rows)));
      }}
    >
      {rows.length === 0 ? (
        <p className="ink-3">{say('corrections.noWords')}</p>
      ) : (
        <div className={css.words}>
          {rows.map(({ key, word, sentiment, brand }) => (
            <fieldset key={key} style={{ display: 'contents' }} disabled={isReadOnly}>
              <legend className="visually-hidden">{word}</legend>
              <input
                // A row that was just asked for is written next.
                ref={key === fresh ? focus : undefined}
                aria-label={say('corrections.word')}
                value={word}
                maxLength={60}
                onChange={(event) => change(key, { word: event.target.value })}
              />
              <select
                aria-label={say('corrections.means')}
                value={sentiment}
                onChange={(event) => {
                  const chosen = sentimentLabels.find((one) => one === event.target.value);
                  if (chosen) change(key, { sentiment: chosen });
                }}
              >
                {sentimentLabels.map((label) => (
                  <option key={label} value={label}>
                    {say(`opinion.${label}`)}
                  </option>
                ))}
              </select>
              <select
                aria-label={say('corrections.for')}
                value={brand ?? ''}
                onChange={(event) => change(key, { brand: event.target.value || undefined })}
              >
                <option value="">{say('corrections.allBrands')}</option>
                {workspace.brands.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="button"
                aria-label={say('corrections.dropWord', { word })}
                onClick={() => setRows((before) => before.filter((row) => row.key !== key))}
              >
                ×
              </button>
            </fieldset>
          ))}
        </div>
      )}
      {!isReadOnly && (
        <p className={css.buttons} style={{ marginTop: 10 }}>
          <button
            type="button"
            className="button"
            onClick={() => {
              setRows((before) => [...before, { key: nextKey, word: '', sentiment: 'positive' }]);
              setFresh(nextKey);
              setNextKey(nextKey + 1);
            }}
          >
            {say('corrections.addWord')}
          </button>
          {isChanged && (
            <>
              <span className="strong">{say('unsaved.note')}</span>
              <button type="submit" className="button primary" disabled={editing.preview.isPending}>
                {say('corrections.look')}
              </button>
              <button type="button" className="button" onClick={() => setRows(rowsOf(workspace))}>
                {say('corrections.discard')}
              </button>
            </>
          )}
        </p>
      )}
    </form>
  );
}
