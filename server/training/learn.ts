import { createDoc, normalize } from '../pipeline/normalize.ts';
import { createFeatures, denseNames, readFeatures } from '../pipeline/sentiment/features.ts';
import { classes, damping, type SentimentModel, softmax } from '../pipeline/sentiment/model.ts';
import { createRecorder } from '../pipeline/sentiment/recorder.ts';
import { createReading, readWords } from '../pipeline/vocabulary.ts';
import type { LexiconLanguage } from '../pipeline/words/wordTables.ts';
import { createRandom } from '../random.ts';
import type { Labelled } from './readSets.ts';

/** A text as the learner sees it. */
export type Example = {
  buckets: Int32Array;
  dense: Float64Array;
  label: number;
  weight: number;
  /** Which of the sets it comes from; 0 where it is left out. */
  set?: number;
};

export type LearnOptions = {
  buckets: number;
  epochs?: number;
  rate?: number;
  /** Share of the hashed features that each step leaves out: none may carry a text alone. */
  dropout?: number;
  seed?: number;
  /** Times that it is learned, each in another order: the model is their mean, which is no larger and less a matter of chance. */
  runs?: number;
  /**
   * Gives each set sums of its own for the three classes while it is learned from, which the model does without: sets draw the
   * line to "neutral" each elsewhere, and no word is to answer for that.
   */
  ownBases?: boolean;
};

const doc = createDoc();
const reading = createReading();
const features = createFeatures();
const recorder = createRecorder();

/**
 * Texts as examples, each class weighing the same and the whole set `weight` per text on average: a model that has seen
 * mostly praise must not expect praise.
 */
export function examplesOf(
  rows: readonly Labelled[],
  language: LexiconLanguage | '',
  buckets: number,
  weight: number,
): Example[] {
  const count = { negative: 0, neutral: 0, positive: 0 };
  for (const { label } of rows) count[label] += 1;
  const present = classes.filter((label) => count[label] > 0).length;
  return rows.map(({ text, title, label }) => {
    normalize(text, title ?? '', doc);
    recorder.count = 0;
    readFeatures(doc, readWords(doc, reading), language, null, recorder, features);
    return {
      buckets: recorder.hash.slice(0, recorder.count).map((hash) => hash & (buckets - 1)),
      dense: features.dense.slice(),
      label: classes.indexOf(label),
      weight: (weight * rows.length) / (present * count[label]),
    };
  });
}

/** Weights before they become bytes. */
export type RawModel = Omit<SentimentModel, 'hashed' | 'dense'> & { hashed: Float32Array; dense: number[] };

const shares = { valence: 0, lexicon: 0.3, opinion: 0.7 };

/** What is counted is learned faster than words are, and pulled to zero a little. */
const denseHaste = 2.5;
const pull = 1e-5;

/** Multinomial logistic regression by AdaGrad, one example at a time in seeded order: the same input, the same bits. */
export function learn(examples: readonly Example[], options: LearnOptions): RawModel {
  const { buckets, epochs = 4, rate = 0.08, dropout = 0.3, seed = 1, ownBases = false } = options;
  const random = createRandom(seed);
  const weights = new Float32Array(buckets * 3);
  const squares = new Float32Array(buckets * 3).fill(0.01);
  const dense = new Float64Array(denseNames.length * 3);
  const denseSquares = new Float64Array(denseNames.length * 3).fill(1);
  const sets = examples.reduce((most, { set = 0 }) => Math.max(most, set + 1), 0);
  const bases = new Float64Array(sets * 3);
  const baseSquares = new Float64Array(sets * 3).fill(1);
  const order = Int32Array.from(examples, (_, index) => index);
  const error = new Float64Array(3);
  const dropBelow = dropout * 256;
  const up = 1 / (1 - dropout);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      const held = order[at]!;
      order[at] = order[other]!;
      order[other] = held;
    }
    const step = rate * (1 - epoch / epochs);
    for (const index of order) {
      const example = examples[index]!;
      const salt = Math.floor(random() * 0x7fffffff);
      const isKept = (bucket: number) => Math.imul(bucket ^ salt, 0x9e3779b1) >>> 24 >= dropBelow;
      const scale = damping(example.buckets.length) * up;
      let a = 0;
      let b = 0;
      let c = 0;
      for (const bucket of example.buckets) {
        if (!isKept(bucket)) continue;
        a += weights[bucket * 3]!;
        b += weights[bucket * 3 + 1]!;
        c += weights[bucket * 3 + 2]!;
      }
      a *= scale;
      b *= scale;
      c *= scale;
      for (let at = 0; at < example.dense.length; at++) {
        const value = example.dense[at]!;
        a += value * dense[at * 3]!;
        b += value * dense[at * 3 + 1]!;
        c += value * dense[at * 3 + 2]!;
      }
      const base = (example.set ?? 0) * 3;
      softmax(a + bases[base]!, b + bases[base + 1]!, c + bases[base + 2]!, 1, error);
      error[example.label]! -= 1;
      for (let k = 0; k < 3; k++) error[k]! *= example.weight;
      for (const bucket of example.buckets) {
        if (!isKept(bucket)) continue;
        for (let k = 0; k < 3; k++) {
          const at = bucket * 3 + k;
          const gradient = error[k]! * scale;
          squares[at]! += gradient * gradient;
          weights[at]! -= (step * gradient) / Math.sqrt(squares[at]!);
        }
      }
      for (let k = 0; k < 3 && ownBases; k++) {
        const gradient = error[k]! + pull * bases[base + k]!;
        baseSquares[base + k]! += gradient * gradient;
        bases[base + k]! -= (step * denseHaste * gradient) / Math.sqrt(baseSquares[base + k]!);
      }
      for (let at = 0; at < example.dense.length; at++) {
        const value = example.dense[at]!;
        if (value === 0) continue;
        for (let k = 0; k < 3; k++) {
          const place = at * 3 + k;
          const gradient = error[k]! * value + pull * dense[place]!;
          denseSquares[place]! += gradient * gradient;
          dense[place]! -= (step * denseHaste * gradient) / Math.sqrt(denseSquares[place]!);
        }
      }
    }
  }
  return { buckets, hashed: weights, step: 1, dense: Array.from(dense), temperature: 1, shares };
}

/** The mean of `runs` models that see the same examples in other orders. */
export function learnMean(examples: readonly Example[], { runs = 1, seed = 1, ...options }: LearnOptions): RawModel {
  const mean = learn(examples, { ...options, seed });
  for (let run = 1; run < runs; run++) {
    const { hashed, dense } = learn(examples, { ...options, seed: seed + run });
    for (let at = 0; at < hashed.length; at++) mean.hashed[at]! += hashed[at]!;
    mean.dense = mean.dense.map((weight, at) => weight + dense[at]!);
  }
  for (let at = 0; at < mean.hashed.length; at++) mean.hashed[at]! /= runs;
  mean.dense = mean.dense.map((weight) => weight / runs);
  return mean;
}

/**
 * The temperature at which `held`, texts that the model has not seen, are least surprising, each class weighing the same.
 */
export function fitTemperature(model: RawModel, held: readonly Example[]): number {
  const logits = held.map((example) => logitsOf(model, example));
  const surprise = (temperature: number) => {
    const into = new Float64Array(3);
    let sum = 0;
    held.forEach(({ label, weight }, index) => {
      const [a, b, c] = logits[index]!;
      softmax(a, b, c, temperature, into);
      sum -= weight * Math.log(Math.max(into[label]!, 1e-9));
    });
    return sum;
  };
  let best = 1;
  for (let temperature = 0.5; temperature <= 3; temperature += 0.02)
    if (surprise(temperature) < surprise(best)) best = temperature;
  return Math.round(best * 100) / 100;
}

function logitsOf(model: RawModel, { buckets, dense }: Example): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let k = 0; k < 3; k++) {
    for (const bucket of buckets) sum[k]! += model.hashed[bucket * 3 + k]!;
    sum[k]! *= damping(buckets.length) * model.step;
    for (let at = 0; at < dense.length; at++) sum[k]! += dense[at]! * model.dense[at * 3 + k]!;
  }
  return sum;
}

/** Weights as bytes: the largest few are cut, so that the many small ones keep their differences. */
export function quantise(model: RawModel): SentimentModel {
  const sizes = Float64Array.from(model.hashed, Math.abs).sort();
  const step = sizes[Math.floor(sizes.length * 0.9995)]! / 127;
  const hashed = Int8Array.from(model.hashed, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))));
  return { ...model, hashed, step, dense: model.dense.map((weight) => Math.round(weight * 1e5) / 1e5) };
}
