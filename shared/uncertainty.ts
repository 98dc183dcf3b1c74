/**
 * Net sentiment with its interval, and whether a change is real. Pure; from counts alone, so that server, screens and
 * exports say the same.
 */

export type OpinionCounts = { positive: number; neutral: number; negative: number };

/**
 * What the scorer's error adds, on the scale of log odds of praise among opinions, ln(positive / negative): people's figure
 * lies around `slope x machine's + shift` with this standard deviation between brands. It does not shrink with counts.
 */
export type ClassifierError = { slope: number; shift: number; sd: number };

/** The error of the whole's net sentiment and of a theme's: they travel together. */
export type Errors = { whole: ClassifierError; theme: ClassifierError };

/** A scorer that is always right: what is left is chance. */
export const noError: ClassifierError = { slope: 1, shift: 0, sd: 0 };

/**
 * Measured where the English scorer had not learned the trade (`npm run train` measures it anew and a test compares): days of one
 * phone maker, products at a festival, opinions about 99 topics in two labellings, 22 beauty products. Of a one-sided crowd
 * the scorer sees a little too little; which side it errs to differs from trade to trade, and that is most of the interval until
 * people label messages of their own.
 */
export const measuredError: ClassifierError = { slope: 1.35, shift: 0, sd: 0.85 };

/**
 * Of a theme, which a few words choose out of what is said of a brand: they are read for praise or blame too, and so the scorer errs
 * by more than of the whole. Measured the same way, of the texts of the same trades that hold a word (`themeGroups.tsv`).
 */
export const themeError: ClassifierError = { slope: 1.15, shift: 0, sd: 1.1 };

/** Where nobody has labelled a message yet. */
export const measuredErrors: Errors = { whole: measuredError, theme: themeError };

/**
 * How far people's figures of one trade lie from each other around a line of the trade's own (standard deviation, measured with the
 * same counts): labels of a room's own messages tell the line, and this is what they leave.
 */
export const scatter: Record<keyof Errors, number> = { whole: 0.55, theme: 0.75 };

/**
 * How far the slopes of rooms lie from the error's own (standard deviation), and between which they stay: five labellings with a line of their own
 * each had 0.2 to 1.7, some of it chance.
 */
export const slopeScatter = { sd: 0.5, least: 0.5, most: 2 } as const;

/** -100..100 with the ends of a 90 % interval, and the opinions (positive + negative) behind it. */
export type NetSentiment = { net: number; low: number; high: number; opinions: number };

/** Below this many opinions no figure is shown; below `greyBelow` it is grey. */
export const tooFewBelow = 5;
export const greyBelow = 30;
const z90 = 1.6448536269514722;

/** Share of positive among opinions and its variance, with Jeffreys' half counts: never 0 or 1, never variance 0. */
function shareOf(counts: OpinionCounts): { share: number; variance: number } {
  const a = counts.positive + 0.5;
  const b = counts.negative + 0.5;
  const n = a + b;
  return { share: a / n, variance: (a * b) / (n * n * (n + 1)) };
}

/**
 * null: too few opinions for a figure. The interval is of what people would count in the same messages: an end where less than one of
 * the opinions is expected on the other side is the scale's end, for there may well be none.
 */
export function netSentiment(counts: OpinionCounts, error: ClassifierError): NetSentiment | null {
  const opinions = counts.positive + counts.negative;
  if (opinions < tooFewBelow) return null;
  const net = ((counts.positive - counts.negative) / opinions) * 100;
  const a = counts.positive + 0.5;
  const b = counts.negative + 0.5;
  const centre = error.slope * Math.log(a / b) + error.shift;
  const half = z90 * Math.sqrt(error.slope ** 2 * (1 / a + 1 / b) + error.sd ** 2);
  // The net of odds e^x is tanh(x / 2).
  const endOf = (logOdds: number) => {
    const end = Math.tanh(logOdds / 2);
    return 100 * (((1 - Math.abs(end)) / 2) * opinions < 1 ? Math.sign(end) : end);
  };
  return { net, low: Math.min(endOf(centre - half), net), high: Math.max(endOf(centre + half), net), opinions };
}

/** Points that a part moves the net sentiment of the whole by, -200..200, with the ends of a 90 % interval. */
export type NetPoints = { points: number; low: number; high: number };

/**
 * What the whole's net sentiment would lack without the part: the part's share of the opinions times how far its figure lies from the
 * rest's. The part's figure may lie anywhere in its interval (`error`), the rest's where it is counted. null: either has too few opinions.
 */
export function netPoints(part: OpinionCounts, whole: OpinionCounts, error: ClassifierError): NetPoints | null {
  const rest: OpinionCounts = {
    positive: Math.max(0, whole.positive - part.positive),
    neutral: Math.max(0, whole.neutral - part.neutral),
    negative: Math.max(0, whole.negative - part.negative),
  };
  const own = netSentiment(part, error);
  const others = netSentiment(rest, noError);
  if (own === null || others === null) return null;
  const share = own.opinions / (own.opinions + others.opinions);
  const movedBy = (net: number) => share * (net - others.net);
  return { points: movedBy(own.net), low: movedBy(own.low), high: movedBy(own.high) };
}

/** The interval that the scorer's error alone gives a figure of zero. Where labels tell to which side it errs, zero is not its middle. */
export const intervalAtZero = ({ shift, sd }: ClassifierError): Pick<NetSentiment, 'net' | 'low' | 'high'> => ({
  net: 0,
  low: 100 * Math.min(0, Math.tanh((shift - z90 * sd) / 2)),
  high: 100 * Math.max(0, Math.tanh((shift + z90 * sd) / 2)),
});

/** As its ends are written, in whole points: "−95…0" holds zero. */
export function holdsZero({ low, high }: { low: number; high: number }): boolean {
  return Math.round(low) <= 0 && Math.round(high) >= 0;
}

/** Grey: the interval holds zero, or opinions are few. Such a figure gets no colour and no mark. */
export function isGrey(figure: NetSentiment): boolean {
  return figure.opinions < greyBelow || holdsZero(figure);
}

/** What a part moves the whole by is no fact: it may be nothing, or comes of few opinions. The part's own figure may be grey all the same. */
export function arePointsGrey(points: NetPoints | null, opinions: number): boolean {
  return points === null || opinions < greyBelow || holdsZero(points);
}

/** Standard normal distribution function (Abramowitz & Stegun 7.1.26; error below 1.5e-7). */
export function normalCdf(x: number): number {
  const t = 1 / (1 + 0.3275911 * (Math.abs(x) / Math.SQRT2));
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const erf = 1 - poly * Math.exp(-(x * x) / 2);
  return x >= 0 ? (1 + erf) / 2 : (1 - erf) / 2;
}

/**
 * Probability that net sentiment of `now` is above that of `before`. The scorer's systematic error is shared by the two
 * periods and cancels; null when either has too few opinions.
 */
export function probabilityHigher(now: OpinionCounts, before: OpinionCounts): number | null {
  if (now.positive + now.negative < tooFewBelow || before.positive + before.negative < tooFewBelow) return null;
  const a = shareOf(now);
  const b = shareOf(before);
  return normalCdf((a.share - b.share) / Math.sqrt(a.variance + b.variance));
}

/** By how many points net sentiment moved, with a 90 % interval; null when either has too few opinions. See `probabilityHigher`. */
export function netChange(
  now: OpinionCounts,
  before: OpinionCounts,
): { value: number; low: number; high: number; probability: number } | null {
  const probability = probabilityHigher(now, before);
  if (probability === null) return null;
  const a = shareOf(now);
  const b = shareOf(before);
  const value = 200 * (a.share - b.share);
  const half = z90 * 200 * Math.sqrt(a.variance + b.variance);
  return { value, low: Math.max(-200, value - half), high: Math.min(200, value + half), probability };
}

/**
 * Probability that the rate behind count `now` is above the rate behind `before`, over periods of equal length
 * (`ratio` = length of now / length of before otherwise). Mentions come in bursts, so the variance is `dispersion` times
 * Poisson's.
 */
export function probabilityMore(now: number, before: number, ratio = 1, dispersion = 4): number {
  const a = Math.sqrt(now + 0.375);
  const b = Math.sqrt(ratio * (before + 0.375));
  return normalCdf((a - b) / Math.sqrt((dispersion * (1 + ratio)) / 4));
}

/**
 * The 90 % interval of a share (0..1) of `total`: Wilson's, widened for bursts like `probabilityMore`. Never outside 0..1, and
 * of few not even around the share; of nothing it is all that can be.
 */
export function shareInterval(part: number, total: number, dispersion = 4): { low: number; high: number } {
  if (total <= 0) return { low: 0, high: 1 };
  const n = total / dispersion;
  const p = part / total;
  const z2 = z90 * z90;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z90 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { low: Math.max(0, Math.min(p, centre - half)), high: Math.min(1, Math.max(p, centre + half)) };
}

/** Half the width of `shareInterval`. */
export function shareHalfWidth(part: number, total: number): number {
  if (total <= 0) return 0;
  const { low, high } = shareInterval(part, total);
  return (high - low) / 2;
}

/** The opinions' chance alone, without the scorer's error: half the width of that 90 % interval, in points. */
export function chanceHalf(counts: OpinionCounts): number {
  const { share, variance } = shareOf(counts);
  const half = 200 * z90 * Math.sqrt(variance);
  return Math.min(half, 200 * Math.max(share, 1 - share));
}
