import css from './TurnNumber.module.css';

/** The number of a turning point as it stands on the curve: hollow while it is a suggestion. */
export function TurnNumber({ number, isConfirmed }: { number: number; isConfirmed: boolean }) {
  return (
    <span className={css.ring} data-confirmed={isConfirmed || undefined}>
      {number}
    </span>
  );
}
