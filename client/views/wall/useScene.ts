import { useEffect, useMemo } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { hrefWith, useHere } from '../../ui/hrefs.ts';
import { useNow } from '../../ui/useNow.ts';
import { type Scene, sceneAt, sceneOf, scenesOf } from './scenes.ts';

/**
 * The scene on the wall: the one in the address, held there, or else what the clock says. Keys 1 to 4 hold a scene, space
 * holds the present one or lets go; the address follows without a trail of history.
 */
export function useScene(hasLaunch: boolean): { scene: Scene; done: number; isHeld: boolean } {
  const [params] = useSearchParams();
  const here = useHere();
  const [, navigate] = useLocation();
  const now = useNow(1_000);
  const among = scenesOf(hasLaunch);
  const held = sceneOf(params.get('scene'), among);
  const clock = sceneAt(now, among);
  const scene = held ?? clock.scene;

  useEffect(() => {
    const hold = (next: Scene | undefined) => navigate(hrefWith(here, { scene: next }), { replace: true });
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const numbered = scenesOf(hasLaunch)[Number(event.key) - 1];
      if (event.key === ' ') hold(held ? undefined : scene);
      else if (numbered) hold(numbered);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [here, navigate, held, scene, hasLaunch]);

  const done = held ? 1 : clock.done;
  const isHeld = held !== null;
  return useMemo(() => ({ scene, done, isHeld }), [scene, done, isHeld]);
}
