import { useLiveness } from '../live/useFrame.ts';
import { Dot } from './Dot.tsx';
import css from './LiveLine.module.css';
import { useFormat } from './useFormat.ts';

/** How old a panel's figures are: full, half or hollow dot, and the age in words. */
export function Age() {
  const { state, ageMs } = useLiveness();
  const format = useFormat('UTC');
  return (
    <span className={css.line} aria-hidden="true">
      <Dot shape={state === 'live' ? 'live' : 'lost'} />
      {format.age(ageMs)}
    </span>
  );
}
