import { describe, expect, it } from 'vitest';
import { readTurn, sceneAt, scenesOf, shownScene, type Turn } from '../../../client/select/scenes.ts';
import { createRandom } from '../../../server/random.ts';
import { wallHeldMs, wallScenes } from '../../../shared/wall.ts';

const random = createRandom(5);
const whole = (below: number) => Math.floor(random() * below);
const someTurn = (): Turn => ({
  scenes: Array.from({ length: 1 + whole(8) }, () => wallScenes[whole(wallScenes.length)]!),
  ms: (5 + whole(120)) * 1_000,
});
const someMoment = () => Date.UTC(2026, 0, 1) + whole(365 * 86_400_000);
const read = (search: string, hasLaunch = true) => readTurn(new URLSearchParams(search), hasLaunch);
const alone = { here: null, remote: undefined, hasLaunch: true };

describe('the turn of scenes', () => {
  it('shows every scene once in its order, each for its whole time, from whatever moment one looks', () => {
    for (let round = 0; round < 100; round += 1) {
      const turn = someTurn();
      const from = Math.floor(someMoment() / turn.ms) * turn.ms;
      const first = sceneAt(from, turn).place;
      for (let step = 0; step < turn.scenes.length; step += 1) {
        const place = (first + step) % turn.scenes.length;
        const begins = from + step * turn.ms;
        for (const at of [begins, begins + whole(turn.ms), begins + turn.ms - 1])
          expect(sceneAt(at, turn)).toMatchObject({ place, scene: turn.scenes[place] });
      }
    }
  });

  it('fills its progress from nothing to nearly one within a scene, and never backwards', () => {
    for (let round = 0; round < 50; round += 1) {
      const turn = someTurn();
      const from = Math.floor(someMoment() / turn.ms) * turn.ms;
      const done = Array.from({ length: 20 }, (_, step) => sceneAt(from + (step * turn.ms) / 20, turn).done);
      expect(done[0]).toBe(0);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(done.at(-1)).toBeLessThan(1);
    }
  });

  it('is the same on two walls whose clocks differ a little, but for the moment of the change', () => {
    let same = 0;
    for (let round = 0; round < 400; round += 1) {
      const turn: Turn = { scenes: wallScenes, ms: 20_000 };
      const now = someMoment();
      if (sceneAt(now, turn).scene === sceneAt(now + 200, turn).scene) same += 1;
    }
    expect(same / 400).toBeGreaterThan(0.97);
  });
});

describe('an address', () => {
  it('names scenes and seconds', () => {
    expect(read('scenes=pulse,Themes, funnel&seconds=30')).toEqual({
      turn: { scenes: ['pulse', 'themes', 'funnel'], ms: 30_000 },
      ignored: [],
    });
    expect(read('')).toEqual({ turn: { scenes: wallScenes, ms: 20_000 }, ignored: [] });
  });

  it('is never taken at its word where it says nonsense: what is ignored is named, the rest holds', () => {
    expect(read('scenes=pulse,news,,funnel&seconds=0')).toEqual({
      turn: { scenes: ['pulse', 'funnel'], ms: 20_000 },
      ignored: ['news', 'seconds=0'],
    });
    for (const nonsense of ['-5', '1e3', '4', '3601', 'soon', ''])
      expect(read(`seconds=${nonsense}`).turn.ms, nonsense).toBe(20_000);
    expect(read('scenes=x,y').turn.scenes).toEqual(wallScenes);
  });

  it('leaves out the launch clock where there is no launch, without a word: it is no mistake', () => {
    expect(read('scenes=clock,pulse', false)).toEqual({ turn: { scenes: ['pulse'], ms: 20_000 }, ignored: [] });
    expect(read('', false).turn.scenes).toEqual(scenesOf(false));
  });
});

describe('the remote control', () => {
  const at = Date.UTC(2026, 2, 10, 9);
  const turn: Turn = { scenes: ['pulse', 'themes'], ms: 20_000 };
  const asked = { paused: false, pinned: false, at };

  it('is followed for its hour, a pinned scene for ever, even one that does not stand in the turn', () => {
    const remote = { ...asked, scene: 'funnel' as const, until: at + wallHeldMs };
    const shown = (now: number, state: typeof remote | (typeof asked & { scene: 'funnel' })) =>
      shownScene(now, turn, { ...alone, remote: state });
    expect(shown(at + 1, remote)).toEqual({ scene: 'funnel', place: null, done: 1, held: 'remote' });
    expect(shown(at + wallHeldMs, remote).held).toBeNull();
    expect(shown(at + 99 * wallHeldMs, { ...asked, pinned: true, scene: 'funnel' }).held).toBe('pinned');
  });

  it('pauses each wall on what its own clock showed then', () => {
    for (let round = 0; round < 50; round += 1) {
      const own = someTurn();
      const paused = { paused: true, pinned: false, at, until: at + wallHeldMs };
      const later = shownScene(at + whole(wallHeldMs), own, { ...alone, remote: paused });
      expect(later).toMatchObject({ scene: sceneAt(at, own).scene, held: 'paused' });
    }
  });

  it('outranks the address, and leaves a wall in peace that cannot show what is asked for', () => {
    const remote = { ...asked, scene: 'clock' as const, until: at + wallHeldMs };
    expect(shownScene(at, turn, { here: 'voices', remote, hasLaunch: true }).scene).toBe('clock');
    expect(shownScene(at, turn, { here: 'voices', remote, hasLaunch: false })).toMatchObject({
      scene: 'voices',
      held: 'here',
    });
  });
});
