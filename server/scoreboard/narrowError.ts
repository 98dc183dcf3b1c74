import type { SentimentLabel } from '../../shared/domain.ts';
import { type ClassifierError, type Errors, measuredErrors, scatter, slopeScatter } from '../../shared/uncertainty.ts';
import type { Judged } from './results.ts';

/** What a person and the machine say of one message, and how many it stands for. */
export type SaidTwice = { person: SentimentLabel; machine: SentimentLabel; weight: number };

/** Before any label: half a message of each kind on which the two differ, as heavy as the label is that a post has on average. */
const halves: readonly Omit<SaidTwice, 'weight'>[] = [
  { person: 'positive', machine: 'neutral' },
  { person: 'negative', machine: 'neutral' },
  { person: 'neutral', machine: 'positive' },
  { person: 'neutral', machine: 'negative' },
];

/**
 * The error that labels leave. How far people's log odds of praise lie from the machine's line in one room is a normal of mean 0 and of the
 * variance that `within`, the scatter in one room, leaves of the error's; the labels measure it once, with the variance of the difference of two log odds of
 * the same messages (delta method). The posterior's mean moves the line; its variance and the scatter are the error's. No labels: the
 * error as it was.
 *
 * They measure the line at one place, where the room's labels lie on the whole: how much of the move is its shift and how much its slope is
 * told by how far either lies from room to room. Taken for a shift alone, people who agree with the machine in a room of praise would
 * push down what is blamed there.
 */
export function narrowError(error: ClassifierError, within: number, said: readonly SaidTwice[]): ClassifierError {
  if (said.length === 0) return error;
  const posts = said.reduce((sum, { weight }) => sum + weight, 0);
  // Not the mean weight: beside one message that stands for a whole flood the halves would weigh nothing, and it alone would move all.
  const typical = said.reduce((sum, { weight }) => sum + weight ** 2, 0) / posts;
  const all = [
    ...said.map((one) => ({ ...one, squared: one.weight ** 2 })),
    ...halves.map((one) => ({ ...one, weight: typical / 2, squared: typical ** 2 / 2 })),
  ];
  const sumOf = (who: 'person' | 'machine', label: SentimentLabel) =>
    all.reduce((sum, one) => (one[who] === label ? sum + one.weight : sum), 0);
  const sums = {
    person: { positive: sumOf('person', 'positive'), negative: sumOf('person', 'negative') },
    machine: { positive: sumOf('machine', 'positive'), negative: sumOf('machine', 'negative') },
  };
  const logOdds = (who: 'person' | 'machine') => Math.log(sums[who].positive / sums[who].negative);
  const pull = (who: 'person' | 'machine', label: SentimentLabel) =>
    label === 'neutral' ? 0 : (label === 'positive' ? 1 : -1) / sums[who][label];
  const seen = logOdds('person') - error.slope * logOdds('machine');
  let variance = 0;
  for (const { person, machine, squared } of all)
    variance += squared * (pull('person', person) - error.slope * pull('machine', machine)) ** 2;

  const between = Math.max(0, error.sd ** 2 - within ** 2);
  const learned = between / (between + variance);
  const moved = seen * learned;
  const place = logOdds('machine');
  const ofSlope = (slopeScatter.sd * place) ** 2;
  const tilt = place === 0 ? 0 : (moved / place) * (ofSlope / (between + ofSlope));
  const slope = Math.min(slopeScatter.most, Math.max(slopeScatter.least, error.slope + tilt));
  return {
    slope,
    shift: moved - (slope - error.slope) * place,
    sd: Math.sqrt(between * (1 - learned) + within ** 2),
  };
}

/** The errors after a room's own labels: of mentions about what is watched of which both say what they think. */
export function narrowedErrors(judged: readonly Judged[]): Errors {
  const said = judged.flatMap(({ label, machine, weight }): SaidTwice[] =>
    label.relevance === 'not-about-us' ||
    label.sentiment === undefined ||
    machine.stage === 'set-aside' ||
    machine.sentiment === 'unscored'
      ? []
      : [{ person: label.sentiment, machine: machine.sentiment, weight }],
  );
  return {
    whole: narrowError(measuredErrors.whole, scatter.whole, said),
    theme: narrowError(measuredErrors.theme, scatter.theme, said),
  };
}
