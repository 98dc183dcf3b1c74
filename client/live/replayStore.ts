import type { ReplayAnswer } from '../../shared/replay.ts';
import { replayTopic } from '../../shared/replayTopic.ts';
import type { Liveness, LiveStore } from './liveStore.ts';
import type { LiveTopic, StateOf } from './topicStates.ts';

/** Settings, who is heard and what walls are asked to show are those of now in a replay too; figures, voices and alerts are its own. */
const ofNow: ReadonlySet<string> = new Set(['status', 'wall']);
const nameIn = (replay: string, topic: string) => (ofNow.has(topic) ? topic : replayTopic(replay, topic));

/** What a replay said last, and when (this machine's clock, epoch ms). */
export type HeardReplay = { answer: ReplayAnswer; heardAt: number };

/** The moment of a replay: counted on at its speed since it was heard of. */
export function replayMoment({ answer, heardAt }: HeardReplay, now: number): number {
  if (answer.paused) return answer.at;
  return Math.min(answer.to, Math.round(answer.at + (now - heardAt) * answer.speed));
}

/**
 * The live store as screens of a replay see it: the same line, other topics, and the replay's moment for now. It knows no
 * latency: nothing in it is new.
 */
export function createReplayStore(live: LiveStore, replay: string, heard: () => HeardReplay | null): LiveStore {
  const without = (of: Liveness): Liveness => ({ ...of, latencyMs: null, quietMs: null });
  let shown = { of: live.liveness(), as: without(live.liveness()) };
  return {
    ...live,
    watch: (topic) => live.watch(nameIn(replay, topic)),
    read: (topic) => live.read(nameIn(replay, topic)),
    state: <T extends LiveTopic>(topic: T) => live.read(nameIn(replay, topic)).state as StateOf<T> | undefined,
    serverNow() {
      const last = heard();
      return last ? replayMoment(last, Date.now()) : live.serverNow();
    },
    liveness() {
      const of = live.liveness();
      if (of !== shown.of) shown = { of, as: without(of) };
      return shown.as;
    },
  };
}
