import { FilterMenu } from '../../ui/FilterMenu.tsx';
import { useWords } from '../../ui/useWords.ts';

type Props<T extends string> = {
  legend: string;
  choices: readonly { id: T; name: string }[];
  chosen: readonly T[];
  isReadOnly: boolean;
  onChange: (chosen: T[]) => void;
};

/** Several of a list, closed until it is wanted; none chosen means all. What is chosen and no longer in the list stays. */
export function ChoicePicker<T extends string>({ legend, choices, chosen, isReadOnly, onChange }: Props<T>) {
  const { say } = useWords();
  const gone = chosen.filter((one) => !choices.some(({ id }) => id === one));
  const all = [...choices, ...gone.map((id) => ({ id, name: id as string }))];
  const ids = all.map(({ id }) => id);
  const names = all.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  const shown =
    names.length === 0
      ? say('alertRules.all')
      : names.length <= 2
        ? names.join(', ')
        : say('alertRules.some', { count: names.length, all: all.length });
  return (
    <FilterMenu
      name={legend}
      shown={shown}
      choices={all}
      chosen={chosen}
      clear={say('alertRules.all')}
      isReadOnly={isReadOnly}
      onChange={(next) => onChange(ids.filter((id) => next.includes(id)))}
    />
  );
}
