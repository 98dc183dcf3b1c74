import { demoBeginsBeforeMs } from '../../../shared/demo.ts';
import type { StatusState } from '../../../shared/protocol.ts';
import type { FrameTimes } from '../../live/topicStates.ts';
import { useFrame } from '../../live/useFrame.ts';
import { fillingOf } from '../../select/fillingOf.ts';
import { useNamedWorkspace } from '../../ui/useNamedWorkspace.ts';

/** The demo's launch that is being told, and up to when: epoch ms, and the share (0 to 1) of all that comes before its figures. */
export type Filling = {
  from: number;
  launchAt: number;
  now: number;
  zone: string;
  told: { at: number; done: number } | null;
};

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;
const selectTold = ({ sources }: StatusState, { madeAt }: FrameTimes) => ({
  reachedAt: Math.max(0, ...Object.values(sources).map(({ postAt }) => postAt)),
  madeAt,
});
const isSame = (one: ReturnType<typeof selectTold>, other: ReturnType<typeof selectTold>) =>
  one.reachedAt === other.reachedAt && one.madeAt === other.madeAt;

/** Null until it is known which launch is told. */
export function useFilling(): Filling | null {
  const reached = useFrame('status', selectTold, isSame);
  const workspace = useNamedWorkspace(useFrame('status', selectVersion)).data?.value;
  if (!reached || !workspace) return null;
  const { reachedAt, madeAt } = reached;
  const launch = workspace.launches.filter(({ at }) => at <= madeAt).sort((a, b) => b.at - a.at)[0];
  if (!launch) return null;
  const from = launch.at - demoBeginsBeforeMs;
  return {
    from,
    launchAt: launch.at,
    now: madeAt,
    zone: launch.timeZone,
    told: reachedAt < from ? null : { at: reachedAt, done: fillingOf(from, reachedAt, madeAt) },
  };
}
