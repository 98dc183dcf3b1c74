import { type WallScene, type WallState, wallScenes } from '../../shared/wall.ts';

export type Scene = WallScene;

/** Long enough to read a scene from five metres, short enough that each comes round within two minutes. */
export const sceneMs = 20_000;
const seconds = { least: 5, most: 3_600 };
const mostScenes = 20;

/** What a wall turns through: its scenes in their order (one may stand there twice), and how long each stays. */
export type Turn = { scenes: readonly Scene[]; ms: number };

/** What a wall has to show: without a launch there is no launch clock. */
export const scenesOf = (hasLaunch: boolean): readonly Scene[] =>
  hasLaunch ? wallScenes : wallScenes.filter((scene) => scene !== 'clock');

export function sceneOf(value: string | null, among: readonly Scene[]): Scene | null {
  return among.find((scene) => scene === value) ?? null;
}

/** Reads `scenes=pulse,themes` and `seconds=20` of an address; `ignored` is what stands there and means nothing. */
export function readTurn(params: URLSearchParams, hasLaunch: boolean): { turn: Turn; ignored: string[] } {
  const names = (params.get('scenes') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = names.flatMap((name) => sceneOf(name, wallScenes) ?? []);
  const shown = known.filter((scene) => scenesOf(hasLaunch).includes(scene)).slice(0, mostScenes);
  const asked = params.get('seconds');
  const isTime = asked !== null && /^\d{1,4}$/.test(asked) && +asked >= seconds.least && +asked <= seconds.most;
  return {
    turn: { scenes: shown.length > 0 ? shown : scenesOf(hasLaunch), ms: isTime ? Number(asked) * 1_000 : sceneMs },
    ignored: [
      ...names.filter((name) => !sceneOf(name, wallScenes)),
      ...(asked === null || isTime ? [] : [`seconds=${asked}`]),
    ].map((word) => word.slice(0, 24)),
  };
}

/**
 * The scene that the clock shows, its place in the turn, and how much of its time is over (0..1). Counted from the epoch: walls
 * with the same turn show the same, whenever each of them was opened.
 */
export function sceneAt(now: number, { scenes, ms }: Turn): { scene: Scene; place: number; done: number } {
  const place = Math.floor(now / ms) % scenes.length;
  return { scene: scenes[place]!, place, done: (now % ms) / ms };
}

/** Who stopped the turn: this wall's own address, or the remote control (which can also pause, and pin for good). */
export type Held = 'here' | 'remote' | 'paused' | 'pinned';
/** `place` is null for a held scene that does not stand in the turn. */
export type ShownScene = { scene: Scene; place: number | null; done: number; held: Held | null };

/** What a wall shows. The remote control outranks the address, as all walls in the room are meant to follow it. */
export function shownScene(
  now: number,
  turn: Turn,
  { here, remote, hasLaunch }: { here: Scene | null; remote: WallState | undefined; hasLaunch: boolean },
): ShownScene {
  const hold = (scene: Scene, held: Held): ShownScene => {
    const place = turn.scenes.indexOf(scene);
    return { scene, place: place < 0 ? null : place, done: 1, held };
  };
  if (remote && (remote.until === undefined || now < remote.until)) {
    const scene = sceneOf(remote.scene ?? null, scenesOf(hasLaunch));
    if (scene) return hold(scene, remote.pinned ? 'pinned' : 'remote');
    if (remote.paused) return { ...sceneAt(remote.at, turn), done: 1, held: remote.pinned ? 'pinned' : 'paused' };
  }
  return here ? hold(here, 'here') : { ...sceneAt(now, turn), held: null };
}
