export const scenes = ['pulse', 'themes', 'voices'] as const;
export type Scene = (typeof scenes)[number];

/** Long enough to read a scene from five metres, short enough that each comes round within a minute. */
export const sceneMs = 20_000;

export function sceneOf(value: string | null): Scene | null {
  return scenes.find((scene) => scene === value) ?? null;
}

/** The scene that the clock shows, and how much of its time is over (0..1): two walls side by side show the same. */
export function sceneAt(now: number): { scene: Scene; done: number } {
  const turn = Math.floor(now / sceneMs);
  return { scene: scenes[turn % scenes.length]!, done: (now % sceneMs) / sceneMs };
}
