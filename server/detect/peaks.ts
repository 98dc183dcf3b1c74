/** What a day's highest strangeness is before days were seen, and how many days that counts for. */
const usual = { mean: 2.2, deviation: 0.8, days: 10 };
const halfDays = 10;
const leastDeviation = 0.6;
/** A day that stands out teaches only that much: else the first burst would hide the next. */
const mostDeviations = 1.5;
const eulerGamma = 0.5772156649015329;

/**
 * How high a series goes on its own days: highest values follow Gumbel's distribution, fitted to the highest strangeness of
 * each day. What is a wonder in one series is a Tuesday in another.
 */
export function createPeaks() {
  let { mean, deviation, days } = usual;
  return {
    /** The reduced variate: a day reaches it with probability 1 - exp(-exp(-odds)), so about once in exp(odds) days. */
    oddsOf(strangeness: number): number {
      const scale = (deviation * Math.sqrt(6)) / Math.PI;
      return (strangeness - mean) / scale + eulerGamma;
    },
    learn(highest: number): void {
      days += 1;
      const move = Math.max(1 / days, 1 - 0.5 ** (1 / halfDays));
      const away = Math.min(highest, mean + mostDeviations * deviation) - mean;
      mean += move * away;
      deviation = Math.max(leastDeviation, Math.sqrt(deviation ** 2 + move * (away ** 2 - deviation ** 2)));
    },
  };
}
