import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeeper, type KeeperDeps } from '../../../client/live/keeper.ts';
import type { LastShown } from '../../../client/live/lastShown.ts';
import type { LiveStore } from '../../../client/live/liveStore.ts';
import { workspaceSchema } from '../../../shared/domain.ts';
import type { ScoreboardAnswer } from '../../../shared/scoreboard.ts';

const start = Date.UTC(2026, 2, 10, 9, 0);
const workspace = workspaceSchema.parse({ version: 1 });
const board = { labels: 7 } as ScoreboardAnswer;
const shown: LastShown = { at: start, topics: {}, workspace, board };

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

function open(state: 'live' | 'connecting', connection: 'open' | 'connecting' | 'refused', isAway = true) {
  const live = {
    liveness: () => ({ state }),
    connection: () => ({ state: connection }),
    snapshot: () => ({ at: Date.now(), topics: {} }),
    restore: vi.fn(),
  };
  const deps = {
    live: live as unknown as LiveStore,
    keep: vi.fn<KeeperDeps['keep']>(async () => undefined),
    read: vi.fn(async () => shown),
    forget: vi.fn(async () => undefined),
    isServerAway: async () => isAway,
  } satisfies KeeperDeps;
  return { ...deps, live, keeper: createKeeper(deps) };
}

describe('createKeeper', () => {
  it('keeps a live screen at once and then every ten seconds', async () => {
    const { keeper, keep } = open('live', 'open');
    keeper.note(workspace);
    keeper.noteBoard(board);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(keep).toHaveBeenCalledTimes(3);
    expect(keep).toHaveBeenLastCalledWith(expect.objectContaining({ workspace, board }));
    keeper.stop();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(keep).toHaveBeenCalledTimes(3);
  });

  it('gives it back where no server answers, and nothing where one does', async () => {
    const away = open('connecting', 'connecting');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(away.live.restore).toHaveBeenCalledWith(shown);
    expect(away.keeper.workspace()).toBe(workspace);
    expect(away.keeper.board()).toBe(board);
    const there = open('connecting', 'connecting', false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(there.live.restore).not.toHaveBeenCalled();
    expect(there.keeper.workspace()).toBeNull();
    expect(there.keeper.board()).toBeNull();
  });

  it('forgets where the server refuses us', async () => {
    const { keeper, forget, live } = open('connecting', 'refused');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(forget).toHaveBeenCalled();
    expect(live.restore).not.toHaveBeenCalled();
    expect(keeper.workspace()).toBeNull();
  });
});
