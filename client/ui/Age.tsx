import type { StatusState } from '../../shared/protocol.ts';
import { useFrame, useLiveness } from '../live/useFrame.ts';
import { sourceCount } from '../select/sources.ts';
import { Dot } from './Dot.tsx';
import css from './LiveLine.module.css';
import { useReplay } from './ReplayLive.tsx';
import { useFormat } from './useFormat.ts';

const isSourceMissing = (status: StatusState): boolean => sourceCount(status.sources).missing > 0;

/** How old a panel's figures are: full, half (a source is missing) or hollow dot, and the age in words. */
export function Age() {
  const { state, ageMs } = useLiveness();
  const isPartial = useFrame('status', isSourceMissing) ?? false;
  const format = useFormat('UTC');
  // The past has no age: the mark of the replay says which moment it is.
  if (useReplay()) return null;
  return (
    <span className={`${css.line} ${css.age}`} aria-hidden="true">
      <Dot shape={state !== 'live' ? 'lost' : isPartial ? 'slow' : 'live'} />
      {format.age(ageMs)}
    </span>
  );
}
