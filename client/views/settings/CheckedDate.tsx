import { useDateText } from '../../ui/useDateText.ts';
import { CheckedInput } from './CheckedInput.tsx';

type Props = {
  label: string;
  /** What its clocks show, `2026-11-12T10:00`; '' for none. */
  local: string;
  /** What the server finds wrong with it. */
  fault: string | undefined;
  className?: string | undefined;
  isReadOnly: boolean;
  onChange: (local: string) => void;
};

/** A moment as people write it, with its name and what is wrong with it. */
export function CheckedDate({ label, local, fault, className, isReadOnly, onChange }: Props) {
  const { fault: unreadable, ...field } = useDateText(local, onChange);
  const wrong = unreadable ?? fault;
  return (
    <CheckedInput
      label={label}
      {...(className === undefined ? {} : { className })}
      {...(wrong === undefined ? {} : { fault: wrong })}
      {...field}
      autoComplete="off"
      readOnly={isReadOnly}
    />
  );
}
