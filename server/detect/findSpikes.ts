import { createDetector, type DetectorOptions } from './createDetector.ts';
import type { Spike } from './createSpikes.ts';
import type { Counts } from './readCounts.ts';

/** All spikes of a series, in the order of time: the detector's answers one by one. */
export function findSpikes(
  { counts, stepMs }: Pick<Counts, 'counts' | 'stepMs'>,
  options: DetectorOptions = {},
): Spike[] {
  const detector = createDetector(stepMs, options);
  const spikes = new Set<Spike>();
  for (const { at, value } of counts) {
    const spike = detector.push(at, value);
    if (spike) spikes.add(spike);
  }
  return [...spikes];
}
