import { useEffect, useMemo } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { WallState } from '../../../shared/wall.ts';
import { useFrame } from '../../live/useFrame.ts';
import {
  readTurn,
  type Scene,
  type ShownScene,
  sceneOf,
  scenesOf,
  shownScene,
  type Turn,
} from '../../select/scenes.ts';
import { hrefWith, useHere } from '../../ui/hrefs.ts';
import { useNow } from '../../ui/useNow.ts';

const whole = (state: WallState) => state;

/** In the address: `off` never follows the remote control; `aside` not until this wall's own keys let go. */
const ownWay = { off: 'off', aside: 'aside' };

/**
 * The scene on the wall: what the remote control asks for, or the one in the address, held there, or else what the clock says. Keys
 * 1 to 5 hold a scene here, space holds the present one or lets go; the address follows without a trail of history.
 */
export function useScene(hasLaunch: boolean): ShownScene & { turn: Turn; ignored: readonly string[] } {
  const [params] = useSearchParams();
  const here = useHere();
  const [, navigate] = useLocation();
  // A replay's minutes may pass within a second: scenes turn for people's eyes.
  const now = useNow(1_000, 'clock');
  const way = params.get('remote');
  const follows = way !== ownWay.off && way !== ownWay.aside;
  const remote = useFrame(follows ? 'wall' : null, whole);
  const { turn, ignored } = useMemo(() => readTurn(new URLSearchParams(here.search), hasLaunch), [here, hasLaunch]);
  const heldHere = sceneOf(params.get('scene'), scenesOf(hasLaunch));
  const { scene, place, done, held } = shownScene(now, turn, { here: heldHere, remote, hasLaunch });

  useEffect(() => {
    const hold = (next: Scene) =>
      navigate(hrefWith(here, { scene: next, ...(way === ownWay.off ? {} : { remote: ownWay.aside }) }), {
        replace: true,
      });
    const letGo = () =>
      navigate(hrefWith(here, { scene: undefined, ...(way === ownWay.aside ? { remote: undefined } : {}) }), {
        replace: true,
      });
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const numbered = scenesOf(hasLaunch)[Number(event.key) - 1];
      if (event.key === ' ' && held === 'here') letGo();
      else if (event.key === ' ') hold(scene);
      else if (numbered) hold(numbered);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [here, navigate, held, scene, hasLaunch, way]);

  return useMemo(() => ({ scene, place, done, held, turn, ignored }), [scene, place, done, held, turn, ignored]);
}
