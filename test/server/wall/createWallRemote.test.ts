import { describe, expect, it } from 'vitest';
import { createWallRemote } from '../../../server/wall/createWallRemote.ts';
import { wallHeldMs, wallScenes } from '../../../shared/wall.ts';

const start = Date.UTC(2026, 2, 10, 9);

function openRemote() {
  const clock = { now: start };
  return { clock, remote: createWallRemote(() => clock.now) };
}

describe('the remote control of the walls', () => {
  it('lets them turn until somebody asks for something', () => {
    expect(openRemote().remote.state()).toEqual({ paused: false, pinned: false, at: start });
  });

  it('holds whatever is asked for an hour and not a moment longer, unless it is pinned', () => {
    const asks = [...wallScenes.map((scene) => ({ scene })), { paused: true }];
    for (const ask of asks) {
      const { clock, remote } = openRemote();
      const held = remote.ask(ask);
      clock.now = start + wallHeldMs - 1;
      expect(remote.state()).toEqual(held);
      clock.now += 1;
      expect(remote.state()).toEqual({ paused: false, pinned: false, at: start + wallHeldMs });

      const pinned = remote.ask({ ...ask, pinned: true });
      clock.now += 1_000 * wallHeldMs;
      expect(remote.state()).toEqual(pinned);
    }
  });

  it('keeps a pause on the moment at which it began when it is pinned later', () => {
    const { clock, remote } = openRemote();
    remote.ask({ paused: true });
    clock.now += 30_000;
    expect(remote.ask({ paused: true, pinned: true })).toEqual({ paused: true, pinned: true, at: start });
  });

  it('lets go when nothing is asked for', () => {
    const { remote } = openRemote();
    remote.ask({ scene: 'voices', pinned: true });
    expect(remote.ask({})).toEqual({ paused: false, pinned: false, at: start });
  });
});
