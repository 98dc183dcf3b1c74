import { useId } from 'react';
import { type Named, nameIn } from '../../../shared/nameIn.ts';
import type { ColumnDraft, LaunchDraft } from '../../select/launchDraft.ts';
import type { OutcomeDraft } from '../../select/outcomeDraft.ts';
import { useWords } from '../../ui/useWords.ts';
import { CheckedInput, Fault } from './CheckedInput.tsx';
import own from './PhaseRows.module.css';
import css from './Settings.module.css';

type Props = {
  faultOf: (path: string) => string | undefined;
  /** What outcomes are, of all launches. */
  of: OutcomeDraft;
  /** As it is kept, with the names that it has in a language. */
  named: Named | undefined;
  outcome: string;
  columns: readonly ColumnDraft[];
  isReadOnly: boolean;
  onChange: (part: Partial<Pick<LaunchDraft, 'outcome' | 'columns'>>) => void;
  onOf: (of: OutcomeDraft) => void;
  onAdd: () => void;
};

/** What came of a launch, and numbers that no post tells: what the outlook of later ones learns from. */
export function OutcomeRows({ faultOf, of, named, outcome, columns, isReadOnly, onChange, onOf, onAdd }: Props) {
  const { say, language } = useWords();
  const id = useId();
  const unit = of.unit.trim();
  const written = of.name.trim();
  // A name of the reader's language goes with the one that is kept.
  const shown = named?.name === written ? nameIn(named, language) : written;
  const change = (key: number, part: Partial<ColumnDraft>) =>
    onChange({ columns: columns.map((column) => (column.key === key ? { ...column, ...part } : column)) });
  return (
    <section className={css.eventsBlock} aria-labelledby={`${id}-title`}>
      <header className={css.head}>
        <h2 id={`${id}-title`}>{say('outlook.form.title')}</h2>
        {!isReadOnly && (
          <button type="button" className="button" onClick={onAdd}>
            {say('outlook.form.add')}
          </button>
        )}
      </header>
      <p className="t12 ink-3">{say('outlook.form.note')}</p>
      <div className={css.pair}>
        <CheckedInput
          className={css.field}
          label={say('outlook.form.name')}
          fault={faultOf('outcomes.name')}
          note={shown === written ? undefined : say('settings.shownAs', { name: shown })}
          placeholder={say('outlook.form.nameHint')}
          value={of.name}
          maxLength={120}
          readOnly={isReadOnly}
          onChange={({ target }) => onOf({ ...of, name: target.value })}
        />
        <CheckedInput
          className={css.field}
          label={say('outlook.form.unit')}
          fault={faultOf('outcomes.unit')}
          placeholder="%"
          value={of.unit}
          maxLength={20}
          readOnly={isReadOnly}
          onChange={({ target }) => onOf({ ...of, unit: target.value })}
        />
      </div>
      <CheckedInput
        className={css.field}
        label={say('outlook.form.outcome', {
          name: shown === '' ? say('outlook.anOutcome') : shown,
          unit: unit === '' ? '' : `, ${unit}`,
        })}
        fault={faultOf('outcome')}
        inputMode="decimal"
        value={outcome}
        readOnly={isReadOnly}
        onChange={({ target }) => onChange({ outcome: target.value })}
      />
      <Fault message={faultOf('columns')} />
      <ol className={`${css.events} ${own.phases}`}>
        {columns.map((column, index) => (
          <li key={column.key} aria-label={say('outlook.form.column', { number: index + 1 })}>
            <CheckedInput
              label={say('settings.name')}
              fault={faultOf(`columns[${index}].name`)}
              value={column.name}
              maxLength={120}
              readOnly={isReadOnly}
              onChange={({ target }) => change(column.key, { name: target.value })}
            />
            <CheckedInput
              label={say('outlook.form.value')}
              fault={faultOf(`columns[${index}].value`)}
              inputMode="decimal"
              value={column.value}
              readOnly={isReadOnly}
              onChange={({ target }) => change(column.key, { value: target.value })}
            />
            {!isReadOnly && (
              <button
                type="button"
                className="button"
                aria-label={say('outlook.form.drop', { number: index + 1 })}
                onClick={() => onChange({ columns: columns.filter(({ key }) => key !== column.key) })}
              >
                {say('settings.forget')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
