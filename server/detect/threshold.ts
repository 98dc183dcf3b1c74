/** How many series are watched together, and how much somebody wants to hear. */
export type Watching = {
  /** Series whose alarms the same person hears; 1 by default. */
  among?: number;
  /** 1: only what is very rare, 10: whatever may be something; 5 by default. */
  sensitivity?: number;
};

/** Odds (see `createPeaks`) from which one series alone is told: a day like it comes about every twelve days. */
export const leastOdds = 2.5;
/**
 * How fast the odds that are needed grow with the number of series. By theory it would be 1; but the fitted tail of a quiet
 * series is some three times as long as its true one (measured, decision 017).
 */
const ofMany = 0.4;
/** Each step of sensitivity makes alarms of quiet series about twice as frequent. */
const ofSensitivity = 0.4;
const usualSensitivity = 5;

/**
 * The odds from which a series is told, so that all that are watched together raise no more alarms than one alone would.
 * Measured on 300 quiet series, alarms a week by sensitivity: decision 017.
 */
export function neededOdds({ among = 1, sensitivity = usualSensitivity }: Watching): number {
  return leastOdds + ofMany * Math.log(Math.max(1, among)) + ofSensitivity * (usualSensitivity - sensitivity);
}

/** About a hundred looks a day, and once in a week: the logarithm of both, less what the tail of a normal distribution lacks. */
const looks = 4.5;

/**
 * The least strangeness, in standard deviations, that so many series may not reach by chance. It matters where few looks a day
 * are possible: there a day's usual highest is low, and says little of how far a tail goes.
 */
export function neededStrangeness({ among = 1, sensitivity = usualSensitivity }: Watching): number {
  const inverse = looks + Math.log(Math.max(1, among)) + Math.LN2 * (usualSensitivity - sensitivity);
  return Math.sqrt(2 * Math.max(0.5, inverse));
}

/**
 * From seldomness and size: one more for every two e-folds of odds, four at most, and one for each doubling of the expected, five
 * at most. Size weighs more: of a busy series all that is told is certain, and yet twice the usual is no crisis.
 */
export function severityOf(odds: number, ratio: number): number {
  const seldom = Math.min(4, (odds - leastOdds) / 2);
  const large = Math.min(5, Math.log2(Math.max(1, ratio)));
  return Math.min(10, Math.max(1, Math.round(1 + seldom + large)));
}

const mostDays = 36_500;
/** About once in so many days would chance alone go so far, by what the series' own days tell. */
export const onceInDaysOf = (odds: number): number => Math.min(mostDays, Math.exp(odds));
