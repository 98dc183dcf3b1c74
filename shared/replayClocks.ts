/** `said`: what was said appears when it was said. `known`: it appears when it arrived here. */
export const replayClocks = ['said', 'known'] as const;
export type ReplayClock = (typeof replayClocks)[number];
