import type { StatusState } from '../../../shared/protocol.ts';
import { useWorkspace } from '../../history/useWorkspace.ts';
import type { FrameTimes } from '../../live/topicStates.ts';
import { useFrame } from '../../live/useFrame.ts';
import { fillingOf } from '../../select/fillingOf.ts';

/** Up to when the demo is told, epoch ms, of which moment, and what share of its launch that is (0 to 1). */
export type Filling = { reachedAt: number; now: number; zone: string; done: number };

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;
const selectTold = ({ sources }: StatusState, { madeAt }: FrameTimes) => ({
  reachedAt: Math.max(0, ...Object.values(sources).map(({ postAt }) => postAt)),
  madeAt,
});
const isSame = (one: ReturnType<typeof selectTold>, other: ReturnType<typeof selectTold>) =>
  one.reachedAt === other.reachedAt && one.madeAt === other.madeAt;

/** Null until anything of the launch is told. */
export function useFilling(): Filling | null {
  const told = useFrame('status', selectTold, isSame);
  const workspace = useWorkspace(useFrame('status', selectVersion)).data?.value;
  if (!told || !workspace) return null;
  const { reachedAt, madeAt } = told;
  const launch = workspace.launches.filter(({ at }) => at <= madeAt).sort((a, b) => b.at - a.at)[0];
  if (!launch || reachedAt < launch.at) return null;
  return { reachedAt, now: madeAt, zone: launch.timeZone, done: fillingOf(launch.at, reachedAt, madeAt) };
}
