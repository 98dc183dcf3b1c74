import { countQuantiles } from './countQuantiles.ts';
import { strangenessOf } from './spread.ts';

/** The band holds four counts in five: a tenth lie below it, a tenth above. */
const ends = [0.1, 0.9];
const share = 0.8;
const endStrangeness = 1.2816;
const begin = 0.3;
/** How far the logarithm of the width moves for a count that lay outside; large steps first. */
const stepOf = (seen: number) => Math.max(0.03, 0.5 / (1 + seen / 20));
const range = { least: 1e-4, most: 25 };

/**
 * How wide the range of usual counts is: the over-dispersion at which four in five counts lay within. A spread that is right
 * of the mean of squares is far too wide for most counts, because of a few bursts.
 */
export function createBand() {
  let alpha = begin;
  let seen = 0;
  return {
    learn(value: number, expected: number): void {
      const isOutside = Math.abs(strangenessOf(value, expected, alpha)) > endStrangeness;
      const move = stepOf(seen) * (isOutside ? share : share - 1);
      alpha = Math.min(range.most, Math.max(range.least, alpha * Math.exp(move)));
      seen += 1;
    },
    of(expected: number): { low: number; high: number } {
      const [low = 0, high = 0] = countQuantiles(expected, alpha, ends);
      return { low, high };
    },
  };
}
