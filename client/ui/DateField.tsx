import { useId } from 'react';
import { useDateText } from './useDateText.ts';

type Props = {
  /** What its clocks show, `2026-11-12T10:00`; '' for none. */
  local: string;
  onChange: (local: string) => void;
};

/** A field for a moment, inside its label. */
export function DateField({ local, onChange }: Props) {
  const id = useId();
  const { fault, ...field } = useDateText(local, onChange);
  return (
    <>
      <input
        {...field}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : id}
      />
      {fault !== undefined && <small id={id}>{fault}</small>}
    </>
  );
}
