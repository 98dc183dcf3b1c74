import { useLiveness } from '../live/useFrame.ts';
import { Dot } from './Dot.tsx';
import css from './LiveLine.module.css';
import { useReplay } from './ReplayLive.tsx';
import { useFormat } from './useFormat.ts';

/** How old a panel's figures are: full, half or hollow dot, and the age in words. */
export function Age() {
  const { state, ageMs } = useLiveness();
  const format = useFormat('UTC');
  // The past has no age: the mark of the replay says which moment it is.
  if (useReplay()) return null;
  return (
    <span className={`${css.line} ${css.age}`} aria-hidden="true">
      <Dot shape={state === 'live' ? 'live' : 'lost'} />
      {format.age(ageMs)}
    </span>
  );
}
