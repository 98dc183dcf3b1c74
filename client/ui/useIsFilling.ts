import type { StatusState } from '../../shared/protocol.ts';
import type { FrameTimes } from '../live/topicStates.ts';
import { useFrame } from '../live/useFrame.ts';

/** The demo writes every few seconds: who is minutes behind is still telling what was before. */
const fillingAfterMs = 5 * 60_000;
const selectFilling = ({ data, sources }: StatusState, { madeAt }: FrameTimes) =>
  data === 'demo' && Math.max(0, ...Object.values(sources).map(({ postAt }) => postAt)) < madeAt - fillingAfterMs;

/** Whether the demo's story is still being told up to now: until then its figures would be untrue. */
export const useIsFilling = (): boolean => useFrame('status', selectFilling) ?? false;
