import { type CountModelOptions, createCountModel, type Forecast } from './createCountModel.ts';
import { createSpikes, type Spike } from './createSpikes.ts';
import { neededOdds, type Watching } from './threshold.ts';

export type Detector = {
  /** Counts come in order, one for each step. Returns the spike that this one belongs to: the same object while it goes on. */
  push(at: number, value: number): Spike | undefined;
  /**
   * What `push` would answer of the step that is running, by its count so far. Changes nothing, and claims nothing that the
   * whole step would not: a spike at some count is one at any larger count too.
   */
  peek(at: number, value: number): Spike | undefined;
  /** What a coming step is expected to count; undefined while too little was seen. */
  forecast(at: number): Forecast | undefined;
  /** The same without its range, which costs a hundred times as much. */
  expected(at: number): number | undefined;
};

export type DetectorOptions = Watching & CountModelOptions;

/**
 * Finds bursts in a series of counts, with a count of memory and nothing of the future: each answer rests on what was pushed
 * before. Works at counts of 2 an hour and at 2,000 a minute. The same counts give the same answers: after a restart they are
 * pushed again, no state is kept.
 */
export function createDetector(stepMs: number, options: DetectorOptions = {}): Detector {
  const model = createCountModel(stepMs, options);
  const spikes = createSpikes(stepMs, neededOdds(options));
  return {
    push: (at, value) => spikes.push(at, model.push(at, value)),
    peek: (at, value) => spikes.peek(at, model.peek(at, value)),
    forecast: model.forecast,
    expected: model.expected,
  };
}
