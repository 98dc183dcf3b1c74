import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveStore } from '../../../client/live/liveStore.ts';
import { createReplayStore, type HeardReplay, replayMoment } from '../../../client/live/replayStore.ts';
import type { ReplayAnswer } from '../../../shared/replay.ts';
import { hourMs } from '../../../shared/rollup.ts';

const from = Date.UTC(2026, 2, 2, 9);
const now = Date.UTC(2026, 10, 12, 15);
const answer: ReplayAnswer = {
  ...{ id: 'r', forRoom: false, timeZone: 'UTC', from, to: from + 10 * hourMs, at: from + hourMs },
  ...{ clock: 'said', speed: 600, paused: false, counted: 0, known: 0, knownShare: null, alerts: [] },
};
let heard: HeardReplay | null;
const watched: string[] = [];
const liveness = { state: 'live', latencyMs: 40, quietMs: 1_000 };
const live = {
  watch(topic: string) {
    watched.push(topic);
    return () => undefined;
  },
  serverNow: () => Date.now(),
  clockNow: () => Date.now(),
  liveness: () => liveness,
} as unknown as LiveStore;

beforeEach(() => {
  vi.useFakeTimers({ now });
  heard = { answer, heardAt: now };
});
afterEach(() => void vi.useRealTimers());

describe('what a screen of a replay reads', () => {
  it('is at the replay’s moment, while what turns with the room keeps the room’s clock', () => {
    const store = createReplayStore(live, 'r', () => heard);
    expect([store.serverNow(), store.clockNow()]).toEqual([from + hourMs, now]);
    vi.advanceTimersByTime(2_000);
    expect([store.serverNow(), store.clockNow()]).toEqual([from + hourMs + 1_200_000, now + 2_000]);
    heard = { answer: { ...answer, paused: true }, heardAt: now };
    expect([store.serverNow(), store.clockNow()]).toEqual([from + hourMs, now + 2_000]);
    heard = null;
    expect(store.serverNow()).toBe(now + 2_000);
  });

  it('never passes the end', () => {
    expect(replayMoment({ answer, heardAt: now }, now + 10 * hourMs)).toBe(answer.to);
  });

  it('is its own but for settings, sources and what walls are asked to show, and knows no latency', () => {
    const store = createReplayStore(live, 'r', () => heard);
    for (const topic of ['figures/1h', 'alerts', 'status', 'wall'] as const) store.watch(topic);
    expect(watched).toEqual(['replay/r/figures/1h', 'replay/r/alerts', 'status', 'wall']);
    expect(store.liveness()).toMatchObject({ state: 'live', latencyMs: null, quietMs: null });
  });
});
