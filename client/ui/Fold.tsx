import { type ReactNode, useState } from 'react';
import css from './Fold.module.css';
import { useIsPaper } from './usePaper.ts';

type Props = {
  name: ReactNode;
  /** How much is in it, or what of it. */
  note?: ReactNode;
  /** Long, and read by few: written out when it is opened, and on paper only if it was. */
  isLate?: boolean;
  children: ReactNode;
};

/** What is secondary: its name always stands there, the rest when asked for. On paper, where nothing can be pressed, it lies open. */
export function Fold({ name, note, isLate = false, children }: Props) {
  const isPaper = useIsPaper();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={css.fold}
      open={isOpen || (isPaper && !isLate)}
      // Paper opens it by itself, and must not leave it open.
      onToggle={({ currentTarget: { open } }) => {
        if (!isPaper) setOpen(open);
      }}
    >
      <summary className={css.name}>
        {name}
        {note !== undefined && <small> {note}</small>}
      </summary>
      {(isOpen || !isLate) && children}
    </details>
  );
}
