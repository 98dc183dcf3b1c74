export const scenes = ['pulse', 'themes', 'voices', 'clock'] as const;
export type Scene = (typeof scenes)[number];

/** Long enough to read a scene from five metres, short enough that each comes round within a minute and a half. */
export const sceneMs = 20_000;

/** What a wall has to show: without a launch there is no launch clock. */
export const scenesOf = (hasLaunch: boolean): readonly Scene[] =>
  hasLaunch ? scenes : scenes.filter((scene) => scene !== 'clock');

export function sceneOf(value: string | null, among: readonly Scene[]): Scene | null {
  return among.find((scene) => scene === value) ?? null;
}

/** The scene that the clock shows, and how much of its time is over (0..1): two walls side by side show the same. */
export function sceneAt(now: number, among: readonly Scene[]): { scene: Scene; done: number } {
  const turn = Math.floor(now / sceneMs);
  return { scene: among[turn % among.length]!, done: (now % sceneMs) / sceneMs };
}
