import { toggled } from '../../select/alertRuleDraft.ts';
import css from './AlertRules.module.css';

type Props<T extends string> = {
  legend: string;
  /** What no choice means. */
  note?: string;
  choices: readonly { id: T; name: string }[];
  chosen: readonly T[];
  isReadOnly: boolean;
  onChange: (chosen: T[]) => void;
};

/** A few of a list, each a box to tick. What is chosen and no longer in the list stays, so that saving loses nothing. */
export function ChoiceChips<T extends string>({ legend, note, choices, chosen, isReadOnly, onChange }: Props<T>) {
  const gone = chosen.filter((one) => !choices.some(({ id }) => id === one));
  const all = [...choices, ...gone.map((id) => ({ id, name: id as string }))];
  const ids = all.map(({ id }) => id);
  return (
    <fieldset className={css.choices}>
      <legend>
        {legend} {note !== undefined && chosen.length === 0 && <small>{note}</small>}
      </legend>
      {all.map(({ id, name }) => (
        <label key={id} className={css.chip}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={isReadOnly}
            onChange={() => onChange(toggled(ids, chosen, id))}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
