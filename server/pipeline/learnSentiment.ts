import type { Learned, SentimentLabel } from '../../shared/domain.ts';
import { stopWords } from './words/stopWords.ts';

/** A text as the shipped model sees it: its words, and the probabilities of negative, neutral, positive. */
export type Seen = { words: readonly string[]; probabilities: readonly [number, number, number] };
/** With what a person said of it. */
export type Lesson = Seen & { label: SentimentLabel };

/** `right`: share of the corrected messages that were told right while held out; `f1`: macro-F1 on them. */
export type Measured = { right: number; f1: number };
export type LearnedSentiment = {
  learned: Learned | undefined;
  corrections: number;
  /** Of them, how many the shipped model had told right. */
  confirmed: number;
  shipped: Measured;
  /** Null where too few of either kind were labelled. */
  adjusted: Measured | null;
  /** Share of uncorrected messages, held out too, that would be told otherwise. */
  flipped: number;
  /** By how much the share of right answers over all messages is estimated to grow; see `gainOf`. */
  gain: number;
};

const order = ['negative', 'neutral', 'positive'] as const;
/** Fewer teach nothing that could be tested. */
export const fewestLessons = 20;
/** Of them as many must be mistakes, and as many right answers that people confirmed: mistakes alone teach to contradict. */
export const fewestOfEach = { wrong: 5, right: 15 };
const folds = 5;
/** A word must stand in as many corrected texts. */
const fewestTexts = 3;
const mostWords = 300;
const clearlyBetter = 0.02;
/** How hard each weight is pulled back to what was shipped: as much as so many texts that say no. */
const pull = { word: 2, bias: 2 };
const rounds = 400;
const smallest = 0.05;
const functionWords = new Set(Object.values(stopWords).flatMap((words) => words.split(/\s+/)));

type Row = { words: Int32Array; base: readonly number[]; target: readonly number[]; weight: number };
type Weights = { bias: [number, number]; words: Float64Array };

/** Words of enough corrected texts, the commonest first, by their spelling where equal: the same every time. */
function vocabularyOf(lessons: readonly Seen[]): Map<string, number> {
  const texts = new Map<string, number>();
  for (const { words } of lessons) for (const word of new Set(words)) texts.set(word, (texts.get(word) ?? 0) + 1);
  const chosen = [...texts]
    .filter(([word, count]) => count >= fewestTexts && word.length > 1 && word.length <= 60 && !functionWords.has(word))
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, mostWords);
  return new Map(chosen.map(([word], index) => [word, index]));
}

function rowOf(
  { words, probabilities }: Seen,
  known: ReadonlyMap<string, number>,
  target: Row['target'],
  weight: number,
) {
  const found = words.flatMap((word) => known.get(word) ?? []);
  return { words: Int32Array.from(found), base: probabilities, target, weight };
}

const oneHot = (label: SentimentLabel) => order.map((one) => (one === label ? 1 : 0));

function probabilitiesOf({ words, base }: Pick<Row, 'words' | 'base'>, weights: Weights): [number, number, number] {
  let [negative, positive] = weights.bias;
  for (const word of words) {
    negative += weights.words[word * 2]!;
    positive += weights.words[word * 2 + 1]!;
  }
  const bad = base[0]! * Math.exp(negative);
  const good = base[2]! * Math.exp(positive);
  const sum = bad + base[1]! + good;
  return [bad / sum, base[1]! / sum, good / sum];
}

/**
 * Multinomial logistic regression over the shipped model's log odds, penalised by the squares of the weights. Each weight
 * steps by what bounds its curvature, so that the loss falls in every round; no chance, no order.
 */
function fitWeights(rows: readonly Row[], wordCount: number): Weights {
  const weights: Weights = { bias: [0, 0], words: new Float64Array(wordCount * 2) };
  const curve = new Float64Array(wordCount).fill(pull.word);
  let biasCurve = pull.bias;
  for (const { words, weight } of rows) {
    const bound = 0.5 * weight * (words.length + 1);
    biasCurve += bound;
    for (const word of words) curve[word]! += bound;
  }
  const slope = new Float64Array(wordCount * 2);
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < slope.length; at++) slope[at] = pull.word * weights.words[at]!;
    let negativeSlope = pull.bias * weights.bias[0];
    let positiveSlope = pull.bias * weights.bias[1];
    for (const row of rows) {
      const said = probabilitiesOf(row, weights);
      const negative = row.weight * (said[0] - row.target[0]!);
      const positive = row.weight * (said[2] - row.target[2]!);
      negativeSlope += negative;
      positiveSlope += positive;
      for (const word of row.words) {
        slope[word * 2]! += negative;
        slope[word * 2 + 1]! += positive;
      }
    }
    weights.bias[0] -= negativeSlope / biasCurve;
    weights.bias[1] -= positiveSlope / biasCurve;
    for (let at = 0; at < slope.length; at++) weights.words[at]! -= slope[at]! / curve[at >> 1]!;
  }
  return weights;
}

function labelOf(probabilities: readonly number[]): SentimentLabel {
  let best = 1;
  for (const at of [0, 2]) if (probabilities[at]! > probabilities[best]!) best = at;
  return order[best]!;
}

function measure(lessons: readonly Lesson[], said: readonly SentimentLabel[]): Measured {
  const right = lessons.filter(({ label }, index) => said[index] === label).length;
  const f1s = order.flatMap((label) => {
    const real = lessons.filter((one) => one.label === label).length;
    const claimed = said.filter((one) => one === label).length;
    const hit = lessons.filter((one, index) => one.label === label && said[index] === label).length;
    return real + claimed === 0 ? [] : [(2 * hit) / (real + claimed)];
  });
  return { right: right / lessons.length, f1: f1s.reduce((sum, one) => sum + one, 0) / f1s.length };
}

const rounded = (value: number) => Math.round(Math.max(-8, Math.min(8, value)) * 1000) / 1000;

function learnedOf(weights: Weights, vocabulary: ReadonlyMap<string, number>, measured: Learned['measured']): Learned {
  const words = [...vocabulary].flatMap(([word, at]) => {
    const [negative, positive] = [rounded(weights.words[at * 2]!), rounded(weights.words[at * 2 + 1]!)];
    return Math.max(Math.abs(negative), Math.abs(positive)) < smallest ? [] : [{ word, negative, positive }];
  });
  const strength = ({ negative, positive }: Learned['words'][number]) => Math.abs(positive - negative);
  words.sort((a, b) => strength(b) - strength(a) || (a.word < b.word ? -1 : 1));
  return { bias: { negative: rounded(weights.bias[0]), positive: rounded(weights.bias[1]) }, words, measured };
}

/** Corrected messages that the shipped model told right and wrong, and how sure it is of messages in general. */
type Strata = { isRight: boolean[]; right: number; wrong: number; sure: number };

/**
 * People correct what is wrong more often than they confirm what is right: their labels are no sample. Mistakes and right
 * answers are told apart, each weighing as much as it does among all messages by the shipped model's calibrated
 * probabilities, or by the labels where these tell of fewer mistakes.
 */
function strataOf(lessons: readonly Lesson[], others: readonly Seen[]): Strata {
  const isRight = lessons.map(({ probabilities, label }) => labelOf(probabilities) === label);
  const right = isRight.filter(Boolean).length;
  const sum = others.reduce((before, { probabilities }) => before + Math.max(...probabilities), 0);
  // Mistakes are no commoner than among what people labelled, which they did because of them.
  const sure = Math.max(sum / Math.max(1, others.length), right / Math.max(1, lessons.length));
  return { isRight, right, wrong: lessons.length - right, sure };
}

const weightIn = ({ isRight, right, wrong, sure }: Strata, index: number) =>
  ((right + wrong) * (isRight[index] ? sure : 1 - sure)) / (isRight[index] ? right : wrong);

/** By how much the share of right answers over all messages grows, and the standard error of that. */
function gainOf(lessons: readonly Lesson[], adjusted: readonly SentimentLabel[], strata: Strata) {
  const { isRight, right, wrong, sure } = strata;
  const isMoved = (index: number) => adjusted[index] !== labelOf(lessons[index]!.probabilities);
  const mended = lessons.filter(({ label }, index) => !isRight[index] && adjusted[index] === label).length / wrong;
  const spoiled = lessons.filter((_, index) => isRight[index] && isMoved(index)).length / right;
  return {
    gain: (1 - sure) * mended - sure * spoiled,
    error: Math.hypot(
      (1 - sure) * Math.sqrt((mended * (1 - mended)) / wrong),
      sure * Math.sqrt((spoiled * (1 - spoiled)) / right),
    ),
  };
}

/**
 * Learns from corrections how far the shipped model is to be moved in this workspace. As much weight as on them lies on
 * `others`, messages that nobody corrected, whose probabilities are to stay. What was learned is handed out only where it is
 * clearly better on corrections that were held out, and on all messages by more than the error of that estimate.
 */
export function learnSentiment(lessons: readonly Lesson[], others: readonly Seen[]): LearnedSentiment {
  const count = lessons.length;
  const shippedSaid = lessons.map(({ probabilities }) => labelOf(probabilities));
  const strata = strataOf(lessons, others);
  const { right: confirmed, wrong } = strata;
  if (count < fewestLessons || confirmed < fewestOfEach.right || wrong < fewestOfEach.wrong) {
    const shipped = count === 0 ? { right: 0, f1: 0 } : measure(lessons, shippedSaid);
    return { learned: undefined, corrections: count, confirmed, shipped, adjusted: null, flipped: 0, gain: 0 };
  }
  const othersWeight = count / Math.max(1, others.length);
  const teach = (isIn: (index: number) => boolean) => {
    const vocabulary = vocabularyOf(lessons.filter((_, index) => isIn(index)));
    const rows = [
      ...lessons.flatMap((one, index) =>
        isIn(index) ? [rowOf(one, vocabulary, oneHot(one.label), weightIn(strata, index))] : [],
      ),
      ...others.filter((_, index) => isIn(index)).map((one) => rowOf(one, vocabulary, one.probabilities, othersWeight)),
    ];
    return { vocabulary, weights: fitWeights(rows, vocabulary.size) };
  };
  const adjustedSaid = new Array<SentimentLabel>(count);
  let flips = 0;
  for (let fold = 0; fold < folds; fold++) {
    const { vocabulary, weights } = teach((index) => index % folds !== fold);
    const say = (one: Seen) => labelOf(probabilitiesOf(rowOf(one, vocabulary, [], 1), weights));
    lessons.forEach((one, index) => {
      if (index % folds === fold) adjustedSaid[index] = say(one);
    });
    others.forEach((one, index) => {
      if (index % folds === fold && say(one) !== labelOf(one.probabilities)) flips += 1;
    });
  }
  const shipped = measure(lessons, shippedSaid);
  const adjusted = measure(lessons, adjustedSaid);
  const flipped = flips / Math.max(1, others.length);
  const { gain, error } = gainOf(lessons, adjustedSaid, strata);
  const outcome = { corrections: count, confirmed, shipped, adjusted, flipped, gain };
  if (adjusted.f1 < shipped.f1 + clearlyBetter || gain <= error) return { learned: undefined, ...outcome };
  const { vocabulary, weights } = teach(() => true);
  const measured = { corrections: count, shipped: shipped.right, learned: adjusted.right };
  return { learned: learnedOf(weights, vocabulary, measured), ...outcome };
}
