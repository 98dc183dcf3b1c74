/** With fewer past launches nothing is foretold. */
export const fewestLaunches = 6;

/**
 * What buzz says of a launch, up to the moment after (or before) T0 that is asked for:
 * `buzz-before`, `buzz-since`: mentions of the 14 days before T0 and since it, as many times the brand's usual ones in as much time.
 * `rising`: the share of mentions before T0 that fell into the latter half of these days.
 * `spikes`: how often counts by the hour stood out. `authors`: distinct authors for a mention.
 * `expected`: net sentiment before T0; `owners`: net sentiment of owners in the first week; `disagreement`: 0 where all opinions
 * agree, 1 where praise and blame are even.
 */
export const buzzColumns = [
  'buzz-before',
  'buzz-since',
  'rising',
  'spikes',
  'authors',
  'expected',
  'owners',
  'disagreement',
] as const;
export type BuzzColumn = (typeof buzzColumns)[number];
