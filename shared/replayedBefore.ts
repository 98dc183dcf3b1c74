import { hourMs } from './rollup.ts';

/** A replay of a launch begins so long before T0. */
export const replayedBeforeMs = 6 * hourMs;
