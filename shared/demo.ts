import { hourMs } from './rollup.ts';

/** The demo's launch and as long before it are told first, in the order of time. */
export const demoBeginsBeforeMs = 7 * hourMs;
