/** What a day's highest is before days were seen, and how many days that counts for. */
export type UsualPeak = { mean: number; deviation: number; days: number };
/** Of a strangeness in standard deviations. */
const usual: UsualPeak = { mean: 2.2, deviation: 0.8, days: 10 };
const halfDays = 7;
const leastDeviation = 0.6;
/** A day that stands out teaches only that much: else the first burst would hide the next. */
const mostDeviations = 1.5;
const eulerGamma = 0.5772156649015329;

function after(before: UsualPeak, highest: number): UsualPeak {
  const days = before.days + 1;
  const move = Math.max(1 / days, 1 - 0.5 ** (1 / halfDays));
  const away = Math.min(highest, before.mean + mostDeviations * before.deviation) - before.mean;
  const variance = before.deviation ** 2;
  return {
    mean: before.mean + move * away,
    deviation: Math.max(leastDeviation, Math.sqrt(variance + move * (away ** 2 - variance))),
    days,
  };
}

/** The reduced variate: a day reaches it with probability 1 - exp(-exp(-odds)), so about once in exp(odds) days. */
function oddsIn({ mean, deviation }: UsualPeak, height: number): number {
  const scale = (deviation * Math.sqrt(6)) / Math.PI;
  return (height - mean) / scale + eulerGamma;
}

/**
 * How high a series goes on its own days: highest values follow Gumbel's distribution, fitted to the highest of each day (UTC).
 * What is a wonder in one series is a Tuesday in another.
 */
export function createPeaks(begin: UsualPeak = usual) {
  let peak = begin;
  let day = Number.NaN;
  let highest = Number.NEGATIVE_INFINITY;
  const isOver = (today: number) => today !== day && highest > Number.NEGATIVE_INFINITY;

  return {
    /** How seldom such a height is on `today`, by the days before it. Changes nothing. */
    oddsOf: (today: number, height: number): number => oddsIn(isOver(today) ? after(peak, highest) : peak, height),
    /** A height that was reached on `today`; -Infinity where there is none. A day teaches when it is over. */
    learn(today: number, height: number): void {
      if (isOver(today)) peak = after(peak, highest);
      highest = today === day ? Math.max(highest, height) : height;
      day = today;
    },
  };
}
export type Peaks = ReturnType<typeof createPeaks>;
