import { type InputHTMLAttributes, useId } from 'react';
import css from './CheckedInput.module.css';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'aria-invalid' | 'aria-describedby' | 'className'> & {
  label: string;
  /** What is wrong with it, in words; said where it stands. */
  fault?: string;
  /** Said below it. */
  note?: string;
  /** The class of its label. */
  className?: string;
};

/** A field with its name, and what the server found wrong with it. */
export function CheckedInput({ label, fault, note, className, ...input }: Props) {
  const id = useId();
  return (
    <div className={className ?? css.row}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        className={css.input}
        id={id}
        aria-invalid={fault !== undefined}
        aria-describedby={fault && `${id}-fault`}
      />
      {fault !== undefined && (
        <small id={`${id}-fault`} className={css.fault}>
          {fault}
        </small>
      )}
      {note !== undefined && <small className={css.note}>{note}</small>}
    </div>
  );
}

/** What is wrong with a list as a whole. */
export function Fault({ message }: { message: string | undefined }) {
  return message === undefined ? null : <p className={css.fault}>{message}</p>;
}
