import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { ChipArrow } from './ChipArrow.tsx';
import css from './Menu.module.css';

export type Choice = { id: string; name: string; color?: string };

type Props = {
  name: string;
  /** What is chosen, in few words: "all", "2 of 4", a name. */
  shown: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  clear: string;
  isReadOnly?: boolean;
  /** A class of another chip's looks. */
  chip?: string | undefined;
  onChange: (chosen: string[]) => void;
};

const everything = '*';

/** A menu of many choices; none chosen means all. It stays open, because several are usually meant. */
export function FilterMenu({
  name,
  shown,
  choices,
  chosen,
  clear,
  isReadOnly = false,
  chip = css.chip,
  onChange,
}: Props) {
  return (
    <MenuTrigger>
      <Button className={chip} data-active={chosen.length > 0 || undefined}>
        <span className={css.name}>{name}</span> {shown}
        <ChipArrow />
      </Button>
      <Popover className={css.popover} placement="bottom start">
        <Menu
          className={css.menu}
          aria-label={name}
          selectionMode="multiple"
          selectedKeys={chosen.length === 0 ? [everything] : chosen}
          disabledKeys={isReadOnly ? [everything, ...choices.map(({ id }) => id)] : []}
          onSelectionChange={(keys) => {
            const next = keys === 'all' ? [] : [...keys].map(String);
            const isAll = chosen.length > 0 && next.includes(everything);
            onChange(isAll ? [] : next.filter((key) => key !== everything));
          }}
        >
          <MenuItem id={everything} className={css.item} textValue={clear}>
            {clear}
          </MenuItem>
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} className={css.item} textValue={choice.name}>
              {choice.color && <i className={css.disc} style={{ background: choice.color }} />}
              {choice.name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
