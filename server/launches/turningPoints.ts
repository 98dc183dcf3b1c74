import type { Change } from '../../shared/decisions.ts';
import { netChange, probabilityMore } from '../../shared/uncertainty.ts';
import { logGamma } from '../logGamma.ts';

/** One hour. */
export type Hour = { offsetMs: number; mentions: number; positive: number; neutral: number; negative: number };
/** Indexes into the hours: the change is at the beginning of hour `at`; what was before it and what came after. */
export type Turn = {
  kind: 'sentiment' | 'peak';
  at: number;
  before: [from: number, to: number];
  after: [from: number, to: number];
  change: Change;
};

const sure = 0.9;
/** On either side of a change of sentiment. */
const leastHours = 3;
const leastOpinions = 30;
const leastPoints = 10;
/** Before any is seen, a stretch is as likely to hold a change as not. */
const priorOdds = 1;
const mostTurns = 12;

const lnBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);
/** ln of what a stretch of opinions says for one unknown share of praise (uniform prior), apart from the orders of its opinions. */
const evidence = (positive: number, negative: number) => lnBeta(positive + 1, negative + 1);

/** Opinions come in bursts: so many times binomial is the variance between neighbouring hours, in the middle of them; at least 1. */
export function burstsOf(hours: readonly Hour[]): number {
  const told = hours.filter(({ positive, negative }) => positive + negative >= 5);
  const squares: number[] = [];
  for (let k = 1; k < told.length; k += 1) {
    const [a, b] = [told[k - 1]!, told[k]!];
    const [m, n] = [a.positive + a.negative, b.positive + b.negative];
    const share = (a.positive + b.positive + 1) / (m + n + 2);
    squares.push((a.positive / m - b.positive / n) ** 2 / (share * (1 - share) * (1 / m + 1 / n)));
  }
  if (squares.length < 5) return 2;
  squares.sort((a, b) => a - b);
  // The median of a squared standard normal is 0.455.
  return Math.max(1, squares[squares.length >> 1]! / 0.455);
}

function sumsOf(hours: readonly Hour[], bursts: number) {
  const positive = [0];
  const negative = [0];
  for (const hour of hours) {
    positive.push(positive.at(-1)! + hour.positive);
    negative.push(negative.at(-1)! + hour.negative);
  }
  const counted = (from: number, to: number) => ({
    positive: positive[to]! - positive[from]!,
    neutral: 0,
    negative: negative[to]! - negative[from]!,
  });
  return {
    counted,
    evidence: (from: number, to: number) => {
      const { positive: a, negative: b } = counted(from, to);
      return evidence(a / bursts, b / bursts);
    },
    opinions: (from: number, to: number) => counted(from, to).positive + counted(from, to).negative,
  };
}

/**
 * Where net sentiment is another from some hour on: stretches are split as long as one share of praise on each side explains
 * them better than one share alone, with a probability above 90 % over all places to split at (Bayesian binary segmentation).
 */
function shifts(hours: readonly Hour[]): Turn[] {
  const sums = sumsOf(hours, burstsOf(hours));
  const splits: number[] = [];
  const split = (from: number, to: number): void => {
    const whole = sums.evidence(from, to);
    let best = { at: 0, gain: Number.NEGATIVE_INFINITY };
    const gains: number[] = [];
    for (let at = from + leastHours; at <= to - leastHours; at += 1) {
      if (sums.opinions(from, at) < leastOpinions || sums.opinions(at, to) < leastOpinions) continue;
      const gain = sums.evidence(from, at) + sums.evidence(at, to) - whole;
      gains.push(gain);
      if (gain > best.gain) best = { at, gain };
    }
    if (gains.length === 0) return;
    const mean = gains.reduce((sum, gain) => sum + Math.exp(gain - best.gain), 0) / gains.length;
    const odds = priorOdds * Math.exp(Math.min(700, best.gain + Math.log(mean)));
    if (odds / (1 + odds) <= sure) return;
    splits.push(best.at);
    split(from, best.at);
    split(best.at, to);
  };
  split(0, hours.length);
  splits.sort((a, b) => a - b);
  return splits.flatMap((at, k): Turn[] => {
    const before: [number, number] = [splits[k - 1] ?? 0, at];
    const after: [number, number] = [at, splits[k + 1] ?? hours.length];
    const change = netChange(sums.counted(...after), sums.counted(...before));
    if (!change || Math.abs(change.value) < leastPoints) return [];
    if (Math.max(change.probability, 1 - change.probability) <= sure) return [];
    return [{ kind: 'sentiment', at, before, after, change }];
  });
}

const dayHours = 24;
/** How far around an hour it must be the largest, and around the same time of the day before what it is measured with. */
const aroundHours = 6;
const dayBeforeAround = 2;
const leastTimes = 1.5;
const leastMentions = 10;
const z90 = 1.6448536269514722;
const dispersion = 4;
/** What is told as "1.0 times" is no change: an interval that begins there holds it. */
const leastLow = 1.05;

/** Hours that stand far above the same time of the day before: what comes every day at this hour is no news. */
function peaks(hours: readonly Hour[]): Turn[] {
  const turns: Turn[] = [];
  for (const [at, { mentions }] of hours.entries()) {
    const around = hours.slice(Math.max(0, at - aroundHours), at + aroundHours + 1);
    if (mentions < leastMentions || around.some((one) => one.mentions > mentions)) continue;
    // Of two that are alike the first.
    if (hours.slice(Math.max(0, at - aroundHours), at).some((one) => one.mentions === mentions)) continue;
    const day = at - dayHours;
    if (day < dayBeforeAround) continue;
    const usual = Math.max(...hours.slice(day - dayBeforeAround, day + dayBeforeAround + 1).map((one) => one.mentions));
    const probability = probabilityMore(mentions, usual);
    const [a, b] = [mentions + 0.5, usual + 0.5];
    const half = z90 * Math.sqrt(dispersion * (1 / a + 1 / b));
    if (probability <= sure || mentions < leastTimes * usual) continue;
    const change = { value: a / b, low: (a / b) * Math.exp(-half), high: (a / b) * Math.exp(half), probability };
    if (change.low < leastLow) continue;
    turns.push({ kind: 'peak', at, before: [day, day + 1], after: [at, at + 1], change });
  }
  return turns;
}

/** How much a turning point says: the distance of its change from none, in its own intervals. */
function weightOf({ kind, change }: Turn): number {
  const of = (value: number) => (kind === 'peak' ? Math.log(value) : value);
  const width = of(change.high) - of(change.low);
  return width > 0 ? Math.abs(of(change.value)) / width : 0;
}

/** The turning points of a launch, in the order of time; of very many those that say most. Pure. */
export function turningPoints(hours: readonly Hour[]): Turn[] {
  return [...shifts(hours), ...peaks(hours)]
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, mostTurns)
    .sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
}
