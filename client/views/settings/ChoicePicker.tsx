import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { toggled } from '../../select/alertRuleDraft.ts';
import menu from '../../ui/Menu.module.css';
import { useWords } from '../../ui/useWords.ts';

type Props<T extends string> = {
  legend: string;
  choices: readonly { id: T; name: string }[];
  chosen: readonly T[];
  isReadOnly: boolean;
  onChange: (chosen: T[]) => void;
};

const everything = '*';

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
    <MenuTrigger>
      <Button className={menu.chip} data-active={names.length > 0 || undefined}>
        <span className={menu.name}>{legend}</span> {shown}
        <svg width="9" height="6" viewBox="0 0 9 6" aria-hidden="true">
          <path d="M1 1l3.5 3.5L8 1" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </Button>
      <Popover className={menu.popover} placement="bottom start">
        <Menu
          className={menu.menu}
          aria-label={legend}
          selectionMode="multiple"
          selectedKeys={chosen.length === 0 ? [everything] : chosen}
          disabledKeys={isReadOnly ? [everything, ...ids] : []}
          // It stays open: several are usually meant.
          shouldCloseOnSelect={false}
          onAction={(key) => {
            const one = ids.find((id) => id === key);
            onChange(one === undefined ? [] : toggled(ids, chosen, one));
          }}
        >
          <MenuItem id={everything} className={menu.item} textValue={say('alertRules.all')}>
            {say('alertRules.all')}
          </MenuItem>
          {all.map(({ id, name }) => (
            <MenuItem key={id} id={id} className={menu.item} textValue={name}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
