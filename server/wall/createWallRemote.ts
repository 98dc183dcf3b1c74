import { type WallAsk, type WallState, wallHeldMs } from '../../shared/wall.ts';

/** What all walls are asked to show: one for the server, whichever data is shown, and forgotten when it ends. */
export type WallRemote = { state(): WallState; ask(ask: WallAsk): WallState };

export function createWallRemote(now: () => number): WallRemote {
  let held: WallState = { paused: false, pinned: false, at: now() };

  function state(): WallState {
    if (held.until !== undefined && now() >= held.until) held = { paused: false, pinned: false, at: held.until };
    return held;
  }
  return {
    state,
    ask({ scene, paused = false, pinned = false }) {
      const at = now();
      const isHeld = scene !== undefined || paused;
      const before = state();
      // Pinning a pause must not move it: it stays on what was shown when it began.
      const since = paused && before.paused ? before.at : at;
      held = {
        ...(scene === undefined ? {} : { scene }),
        ...{ paused, pinned, at: since },
        ...(isHeld && !pinned ? { until: at + wallHeldMs } : {}),
      };
      return held;
    },
  };
}
