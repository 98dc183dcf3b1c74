import { hourMs } from './rollup.ts';

/** What a wall can show, in the order in which it turns where nothing else is asked. */
export const wallScenes = ['pulse', 'themes', 'voices', 'clock', 'funnel'] as const;
export type WallScene = (typeof wallScenes)[number];

/**
 * State of the `wall` topic, and `GET /api/wall`: what all walls are asked to show. Neither `scene` nor `paused`: they turn with the
 * clock. `paused`: each stays on what its clock showed at `at`. `until`: when they turn again; absent where they turn, and where
 * it is `pinned`.
 */
export type WallState = { scene?: WallScene; paused: boolean; pinned: boolean; at: number; until?: number };

/** Nobody stays to let go of what was chosen for one talk. */
export const wallHeldMs = hourMs;

/** `PUT /api/wall`: either a scene or a pause, pinned or for an hour; an empty object lets the walls turn. */
export type WallAsk = { scene?: WallScene; paused?: boolean; pinned?: boolean };
