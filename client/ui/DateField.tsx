import { useId } from 'react';
import { useDateText } from './useDateText.ts';

type Props = {
  label: string;
  /** What its clocks show, `2026-11-12T10:00`; '' for none. */
  local: string;
  onChange: (local: string) => void;
};

/** A moment with its name, written as people write it. */
export function DateField({ label, local, onChange }: Props) {
  const id = useId();
  const { fault, ...field } = useDateText(local, onChange);
  return (
    <label>
      {label}
      <input
        {...field}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : id}
      />
      {fault !== undefined && <small id={id}>{fault}</small>}
    </label>
  );
}
