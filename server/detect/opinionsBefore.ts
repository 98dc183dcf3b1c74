import { dayMs, minuteMs } from '../../shared/rollup.ts';
import type { MinuteOfOpinions } from './createPileDetector.ts';

/** Of what was heard half is forgotten after a day. */
const keep = 0.5 ** (minuteMs / dayMs);
/** Before anything was heard a third of all opinions are complaints; that counts as much as this many. */
const begin = { share: 0.35, opinions: 20 };
/** Where nearly all were complaints before, twenty more would be no larger a share: more than this is never taken for usual. */
const mostShare = 0.65;
/** Complaints come in bunches. At first their variance beyond chance is this share of the mean squared; that counts for so many minutes. */
const bunches = { alpha: 0.3, minutes: 20, least: 0.05, most: 1 };
/** Of so few minutes nobody can tell how much they vary. */
const leastMinutes = 30;
/** One burst must not make all others look usual: squares count up to so many variances. */
const mostSquares = 9;

/** What is remembered of the minutes before the last ones; of `excess / possible` is how much more than by chance they vary. */
export type OpinionsBefore = {
  minutes: number;
  complaints: number;
  opinions: number;
  excess: number;
  possible: number;
};

export const nothingBefore: OpinionsBefore = { minutes: 0, complaints: 0, opinions: 0, excess: 0, possible: 0 };

/** Complaints a minute; while less than `least` minutes were heard, as if all before them had been silent. */
export const complaintsAMinute = ({ complaints, minutes }: OpinionsBefore, least: number): number =>
  complaints / Math.max(least, minutes);

/** The share of complaints among opinions, as far as it is taken for usual. */
export const usualShareOf = ({ complaints, opinions }: OpinionsBefore): number =>
  Math.min(mostShare, (complaints + begin.share * begin.opinions) / (opinions + begin.opinions));

/** Counts of complaints have the variance `m + alpha m^2` (negative binomial). */
export function bunchingOf(before: OpinionsBefore): number {
  const weight = bunches.minutes * Math.max(1, complaintsAMinute(before, 1)) ** 2;
  const alpha = (before.excess + bunches.alpha * weight) / (before.possible + weight);
  return Math.min(bunches.most, Math.max(bunches.least, alpha));
}

/** With `count` minutes more that all held the same. */
export function withMinutes(before: OpinionsBefore, minute: MinuteOfOpinions, count = 1): OpinionsBefore {
  if (count === 0) return before;
  const kept = keep ** count;
  // The sum of a geometric series: later minutes have been kept more often.
  const weight = count === 1 ? 1 : (1 - kept) / (1 - keep);
  let { excess, possible } = before;
  if (before.minutes >= leastMinutes) {
    const mean = complaintsAMinute(before, 1);
    const squares = (minute.complaints - mean) ** 2;
    const variance = mean + bunchingOf(before) * mean * mean;
    excess = excess * kept + weight * (Math.min(squares, mostSquares * variance) - mean);
    possible = possible * kept + weight * mean * mean;
  }
  return {
    minutes: before.minutes * kept + weight,
    complaints: before.complaints * kept + weight * minute.complaints,
    opinions: before.opinions * kept + weight * minute.opinions,
    excess,
    possible,
  };
}
