import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { ChipArrow } from './ChipArrow.tsx';
import css from './Menu.module.css';

type Props = {
  name: string;
  choices: readonly { id: string; name: string; color?: string }[];
  chosen: string | undefined;
  /** What stands there where none is chosen: "All brands". */
  all: string;
  onChange: (chosen: string | undefined) => void;
};

const everything = '*';

/** A menu of which one is chosen, or all. */
export function ChoiceMenu({ name, choices, chosen, all, onChange }: Props) {
  const shown = choices.find(({ id }) => id === chosen);
  return (
    <MenuTrigger>
      <Button className={css.chip} data-active={shown !== undefined || undefined}>
        {shown ? (
          <>
            <span className={css.name}>{name}</span> {shown.name}
          </>
        ) : (
          all
        )}
        <ChipArrow />
      </Button>
      <Popover className={css.popover} placement="bottom start">
        <Menu
          className={css.menu}
          aria-label={name}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shown?.id ?? everything]}
          onAction={(key) => onChange(key === everything ? undefined : String(key))}
        >
          {[{ id: everything, name: all }, ...choices].map((choice) => (
            <MenuItem key={choice.id} id={choice.id} className={css.item} textValue={choice.name}>
              {'color' in choice && <i className={css.disc} style={{ background: choice.color }} />}
              {choice.name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
