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
  shipped: Measured;
  adjusted: Measured;
  /** Share of uncorrected messages, held out too, that would be told otherwise. */
  flipped: number;
  /** By how much the share of right answers over all messages is estimated to grow; see `gainOf`. */
  gain: number;
};

const order = ['negative', 'neutral', 'positive'] as const;
/** Fewer teach nothing that could be tested. */
export const fewestLessons = 20;
/** Right answers that people confirmed. */
const fewestConfirmed = 15;
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

/**
 * By how much the share of right answers over all messages grows. People correct what is wrong more often than they confirm
 * what is right, so that their labels are no sample: mistakes and right answers are looked at apart, and how many mistakes
 * there are is what the shipped model's calibrated probabilities say. Where too few right answers were confirmed to tell
 * what is spoiled, it follows from messages that nobody labelled: of those that turn, as many as among known mistakes were
 * mistakes, the others were right.
 */
function gainOf(
  lessons: readonly Lesson[],
  shipped: readonly SentimentLabel[],
  adjusted: readonly SentimentLabel[],
  others: readonly Seen[],
  flipped: number,
): number {
  const counts = { wrong: 0, mended: 0, turned: 0, right: 0, spoiled: 0 };
  lessons.forEach(({ label }, index) => {
    const isMoved = adjusted[index] !== shipped[index];
    if (shipped[index] === label) {
      counts.right += 1;
      if (isMoved) counts.spoiled += 1;
      return;
    }
    counts.wrong += 1;
    if (adjusted[index] === label) counts.mended += 1;
    if (isMoved) counts.turned += 1;
  });
  if (counts.wrong === 0 || others.length === 0) return 0;
  const sure = others.reduce((sum, { probabilities }) => sum + Math.max(...probabilities), 0) / others.length;
  const mended = ((1 - sure) * counts.mended) / counts.wrong;
  if (counts.right >= fewestConfirmed) return mended - (sure * counts.spoiled) / counts.right;
  return mended - (flipped - ((1 - sure) * counts.turned) / counts.wrong);
}

/**
 * Learns from corrections how far the shipped model is to be moved in this workspace. People correct what is wrong, so that
 * corrections alone would teach to contradict: as much weight lies on `others`, messages that nobody corrected, whose
 * probabilities are to stay. What was learned is handed out only where it is clearly better on corrections that were held
 * out, and is estimated to be better on all messages.
 */
export function learnSentiment(lessons: readonly Lesson[], others: readonly Seen[]): LearnedSentiment {
  const count = lessons.length;
  const shippedSaid = lessons.map(({ probabilities }) => labelOf(probabilities));
  const nothing = { right: 0, f1: 0 };
  if (count < fewestLessons)
    return { learned: undefined, corrections: count, shipped: nothing, adjusted: nothing, flipped: 0, gain: 0 };
  const othersWeight = count / Math.max(1, others.length);
  const teach = (isIn: (index: number) => boolean) => {
    const own = lessons.filter((_, index) => isIn(index));
    const vocabulary = vocabularyOf(own);
    const rows = [
      ...own.map((one) => rowOf(one, vocabulary, oneHot(one.label), 1)),
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
  const gain = gainOf(lessons, shippedSaid, adjustedSaid, others, flipped);
  const outcome = { corrections: count, shipped, adjusted, flipped, gain };
  if (adjusted.f1 < shipped.f1 + clearlyBetter || gain <= 0) return { learned: undefined, ...outcome };
  const { vocabulary, weights } = teach(() => true);
  const measured = { corrections: count, shipped: shipped.right, learned: adjusted.right };
  return { learned: learnedOf(weights, vocabulary, measured), ...outcome };
}
