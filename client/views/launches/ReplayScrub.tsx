import { useEffect, useRef, useState } from 'react';
import { minuteMs } from '../../../shared/rollup.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './ReplayPanel.module.css';

const restMs = 200;
type Props = {
  from: number;
  to: number;
  at: number;
  describe: (at: number) => string;
  /** Where the hand came to rest; `done` once the server has answered. */
  onRest: (at: number, done: () => void) => void;
};

/** Follows the hand at once, and asks the server when it rests: a drag is a hundred moments, of which one is meant. */
export function ReplayScrub({ from, to, at, describe, onRest }: Props) {
  const { say } = useWords();
  const [held, setHeld] = useState<number | null>(null);
  const rest = useRef(onRest);
  rest.current = onRest;
  useEffect(() => {
    if (held === null) return;
    const timer = setTimeout(
      () => rest.current(held, () => setHeld((newest) => (newest === held ? null : newest))),
      restMs,
    );
    return () => clearTimeout(timer);
  }, [held]);
  const shown = held ?? at;
  return (
    <input
      className={css.scrub}
      type="range"
      min={from}
      max={to}
      step={minuteMs}
      value={shown}
      aria-label={say('replay.scrub')}
      aria-valuetext={describe(shown)}
      onChange={(event) => setHeld(Number(event.target.value))}
    />
  );
}
