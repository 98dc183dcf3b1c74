import {
  type ClassifierError,
  netPoints,
  netSentiment,
  noError,
  type OpinionCounts,
} from '../../shared/uncertainty.ts';

/** What people and what the scorer counted of the same texts: those of one brand, topic or product, of some days. */
export type CountedTwice = { people: OpinionCounts; ours: OpinionCounts };

/** Groups that people labelled, by trade and then by how they were labelled and cut. */
export type Trades = Readonly<Record<string, Readonly<Record<string, readonly CountedTwice[]>>>>;

const logOdds = ({ positive, negative }: OpinionCounts) => Math.log((positive + 0.5) / (negative + 0.5));
const varianceOf = ({ positive, negative }: OpinionCounts) => 1 / (positive + 0.5) + 1 / (negative + 0.5);

/**
 * Each labelling weighs the same: those who said what a tweet thinks of its topic answered another question than those who labelled
 * the tweet, and theirs is the harder one. The likeliest slope and standard deviation of people's log odds around `slope x ours`. There is no shift: to which side the
 * scorer errs differs from trade to trade, and a shift learned from some held in others 70 times of 100 where none held 90.
 */
export function fitError(trades: Trades): ClassifierError {
  const rows = Object.values(trades).flatMap((sets) =>
    Object.values(sets).flatMap((groups) =>
      groups.map(({ people, ours }) => ({
        people: logOdds(people),
        ours: logOdds(ours),
        chance: varianceOf(ours),
        weight: 1 / groups.length,
      })),
    ),
  );
  let best = noError;
  let least = Number.POSITIVE_INFINITY;
  for (let slopeSteps = 10; slopeSteps <= 50; slopeSteps++)
    for (let sdSteps = 2; sdSteps <= 40; sdSteps++) {
      const slope = slopeSteps / 20;
      const sd = sdSteps / 20;
      let surprise = 0;
      for (const { people, ours, chance, weight } of rows) {
        const variance = slope ** 2 * chance + sd ** 2;
        surprise += weight * (Math.log(variance) + (people - slope * ours) ** 2 / variance);
      }
      if (surprise < least) {
        least = surprise;
        best = { slope, shift: 0, sd };
      }
    }
  return best;
}

/**
 * How far groups lie from the line of their own labelling (standard deviation of the log odds, the likeliest), where the error's slope
 * holds in all of them: what labels of a room cannot take away. Labellings weigh the same.
 */
export function fitScatter(trades: Trades, { slope }: Pick<ClassifierError, 'slope'>): number {
  const labellings = Object.values(trades)
    .flatMap((sets) => Object.values(sets))
    .map((groups) =>
      groups.map(({ people, ours }) => ({
        off: logOdds(people) - slope * logOdds(ours),
        chance: slope ** 2 * varianceOf(ours),
      })),
    );
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let steps = 2; steps <= 40; steps++) {
    const sd = steps / 20;
    let surprise = 0;
    for (const groups of labellings) {
      const weighed = groups.map(({ off, chance }) => ({ off, variance: chance + sd ** 2 }));
      const weight = weighed.reduce((sum, { variance }) => sum + 1 / variance, 0);
      const line = weighed.reduce((sum, { off, variance }) => sum + off / variance, 0) / weight;
      for (const { off, variance } of weighed)
        surprise += (Math.log(variance) + (off - line) ** 2 / variance) / groups.length;
    }
    if (surprise < least) {
      least = surprise;
      best = sd;
    }
  }
  return best;
}

/**
 * The share of groups whose net sentiment among people lies in the interval around ours, and how wide it is in points on average; those
 * with too few opinions have none.
 */
export function widthAndHeld(groups: readonly CountedTwice[], error: ClassifierError): { held: number; width: number } {
  let held = 0;
  let width = 0;
  let judged = 0;
  for (const { people, ours } of groups) {
    const figure = netSentiment(ours, error);
    if (figure === null) continue;
    judged += 1;
    width += figure.high - figure.low;
    const net = (100 * (people.positive - people.negative)) / (people.positive + people.negative);
    if (net >= figure.low && net <= figure.high) held += 1;
  }
  return { held: held / judged, width: width / judged };
}

export const shareHeld = (groups: readonly CountedTwice[], error: ClassifierError): number =>
  widthAndHeld(groups, error).held;

/** The share of parts whose points among people lie in the interval around ours; those with too few opinions have none. */
export function sharePointsHeld(
  { whole, words }: { whole: CountedTwice; words: readonly CountedTwice[] },
  error: ClassifierError,
): number {
  let held = 0;
  let judged = 0;
  for (const { people, ours } of words) {
    const figure = netPoints(ours, whole.ours, error);
    const truth = netPoints(people, whole.people, noError);
    if (figure === null || truth === null) continue;
    judged += 1;
    if (truth.points >= figure.low && truth.points <= figure.high) held += 1;
  }
  return held / judged;
}

/** How often the interval holds in a trade of which nothing was known: fitted on the others, each trade in turn. */
export function shareHeldElsewhere(trades: Trades): number {
  const names = Object.keys(trades);
  const shares = names.map((name) => {
    const error = fitError(Object.fromEntries(Object.entries(trades).filter(([other]) => other !== name)));
    const sets = Object.values(trades[name]!);
    return sets.reduce((sum, groups) => sum + shareHeld(groups, error), 0) / sets.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
