import { createShareModel, type ShareModelOptions, type Way } from './createShareModel.ts';
import { createShareSpikes, type ShareSpike } from './createShareSpikes.ts';
import type { Watching } from './threshold.ts';

export type ShareDetectorOptions = Watching &
  Pick<ShareModelOptions, 'leastWhole'> & {
    /** Which way a share must go to be told; up by default. */
    direction?: Way | 'both';
  };

export type ShareDetector = {
  /**
   * Parts and wholes come in order, one pair for each step, (0, 0) where nothing came. Returns the spike that this step belongs
   * to: the same object while it goes on. A step is told when it is whole: shares go up and down within one.
   */
  push(at: number, part: number, whole: number): ShareSpike | undefined;
};

/**
 * Finds when a share is not what it usually is: of complaints among opinions, of a theme among mentions. It learns the usual
 * share and how much shares vary, by chance and from day to day; where little is said it pools up to six hours.
 */
export function createShareDetector(
  stepMs: number,
  { direction = 'up', ...options }: ShareDetectorOptions = {},
): ShareDetector {
  const ways: Way[] = direction === 'both' ? ['up', 'down'] : [direction];
  const model = createShareModel(stepMs, { ...options, ways });
  const spikes = createShareSpikes(stepMs, ways, options);
  return { push: (at, part, whole) => spikes.push(at, model.push(at, part, whole)) };
}
