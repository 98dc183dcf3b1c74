import { createDoc, type Doc, normalize } from '../normalize.ts';
import { spellingOf, wordCount } from '../vocabulary.ts';
import type { Features } from './features.ts';
import {
  featuresPerToken,
  type HashedSink,
  hasPieces,
  negatedFeature,
  pairFeature,
  readPieces,
  type SaidWords,
  wordFeature,
} from './hashed.ts';

export const classes = ['negative', 'neutral', 'positive'] as const;

/** A trained linear model: three weights for each bucket of hashed features, three for each counted one. */
export type SentimentModel = {
  /** A power of two. */
  buckets: number;
  /** Bytes: times `step` they are the weights. */
  hashed: Int8Array;
  step: number;
  dense: readonly number[];
  /** Divides the logits, so that a probability of 80 % is right four times of five. */
  temperature: number;
  /** What the score, -1..1, is made of: the two lexicons' pressed sums and P(positive) - P(negative); they add up to 1. */
  shares: ScoreShares;
};

export type ScoreShares = { valence: number; lexicon: number; opinion: number };

/** Long texts hold more of everything: their features count less each. */
export const damping = (count: number): number => 1 / Math.sqrt(count + 10);

/** A model of two classes that reads the same features: what speaks for the one, less what speaks for the other. */
export type Head = { buckets: number; hashed: Int8Array; step: number; dense: readonly number[] };

/**
 * The hashed features of one text, summed with the weights: negative, neutral, positive, how many there were, and the sum of
 * the second model.
 */
export type HashedSum = HashedSink & {
  totals: Int32Array;
  /** Adds what was counted in the text last summed: written into `logits`, which are both models' sums of everything. */
  weigh(features: Features): void;
  logits: Float64Array;
};

/** A weight of each class and of the second model, a byte each, side by side: a feature costs one look into the memory. */
function packed({ hashed, buckets }: SentimentModel, head: Head): Int32Array {
  const weights = new Int32Array(Math.max(buckets, head.buckets));
  const bytes = new Int8Array(weights.buffer);
  for (let at = 0; at < weights.length; at++) {
    const first = (at & (buckets - 1)) * 3;
    for (let one = 0; one < 3; one++) bytes[at * 4 + one] = hashed[first + one]!;
    bytes[at * 4 + 3] = head.hashed[at & (head.buckets - 1)]!;
  }
  return weights;
}

/** The same for what is counted: one pass over it, in which no sum waits for another. */
function packedDense(model: SentimentModel, head: Head): Float64Array {
  return Float64Array.from({ length: head.dense.length * 4 }, (_, at) =>
    (at & 3) === 3 ? head.dense[at >> 2]! : model.dense[(at >> 2) * 3 + (at & 3)]!,
  );
}

const slots = 1 << 13;
const slotNumbers = 8;
const knownNumbers = 8;

/**
 * A sink that sums. What a word and its pieces add is remembered: a few thousand words make most of what people write. A word
 * of the vocabulary has its place there by its number, any other by its hash. The sums are whole numbers, so that the memory
 * changes no result.
 */
export function createHashedSum(model: SentimentModel, head: Head): HashedSum {
  const weights = packed(model, head);
  const mask = weights.length - 1;
  const memory = new Int32Array(slots * slotNumbers);
  const knownMemory = new Int16Array(wordCount * knownNumbers);
  const pieces = new Int32Array(featuresPerToken);
  const totals = new Int32Array(5);
  const dense = packedDense(model, head);
  const logits = new Float64Array(4);
  const one = { count: 0, negative: 0, neutral: 0, positive: 0, other: 0 };
  const scratch = createDoc();

  function sumWord(doc: Doc, token: number, word: number): void {
    let weight = weights[wordFeature(word) & mask]!;
    let negative = (weight << 24) >> 24;
    let neutral = (weight << 16) >> 24;
    let positive = (weight << 8) >> 24;
    let other = weight >> 24;
    const found = hasPieces(doc, token) ? readPieces(doc, token, pieces) : 0;
    for (let piece = 0; piece < found; piece++) {
      weight = weights[pieces[piece]! & mask]!;
      negative += (weight << 24) >> 24;
      neutral += (weight << 16) >> 24;
      positive += (weight << 8) >> 24;
      other += weight >> 24;
    }
    one.count = 1 + found;
    one.negative = negative;
    one.neutral = neutral;
    one.positive = positive;
    one.other = other;
  }

  function remember(doc: Doc, token: number, word: number, ends: number, shape: number, slot: number): void {
    sumWord(doc, token, word);
    memory[slot] = word;
    memory[slot + 1] = ends;
    memory[slot + 2] = shape;
    memory[slot + 3] = one.count;
    memory[slot + 4] = one.negative;
    memory[slot + 5] = one.neutral;
    memory[slot + 6] = one.positive;
    memory[slot + 7] = one.other;
  }

  /** From the listed spelling, not from the token: two words may share a hash, and the answer must not tell which came first. */
  function rememberKnown(known: number, word: number, slot: number): void {
    sumWord(normalize(spellingOf(known), '', scratch), 0, word);
    knownMemory[slot] = one.count;
    knownMemory[slot + 1] = one.negative;
    knownMemory[slot + 2] = one.neutral;
    knownMemory[slot + 3] = one.positive;
    knownMemory[slot + 4] = one.other;
  }

  return {
    totals,
    add(doc: Doc, { count: said, token: tokens, hash, known: knownWords, negated, previous: before }: SaidWords) {
      let count = 0;
      let negative = 0;
      let neutral = 0;
      let positive = 0;
      let other = 0;
      for (let at = 0; at < said; at++) {
        const word = hash[at]!;
        const known = knownWords[at]!;
        if (known !== 0) {
          const slot = known * knownNumbers;
          if (knownMemory[slot] === 0) rememberKnown(known, word, slot);
          count += knownMemory[slot]!;
          negative += knownMemory[slot + 1]!;
          neutral += knownMemory[slot + 2]!;
          positive += knownMemory[slot + 3]!;
          other += knownMemory[slot + 4]!;
        } else {
          const { chars } = doc;
          const token = tokens[at]!;
          const start = doc.start[token]!;
          const length = doc.length[token]!;
          // Beside the hash: two words that share it would have to share these too.
          const ends = (chars[start]! << 16) | chars[start + length - 1]!;
          const shape = ((chars[start + (length >> 1)]! << 8) | (doc.kinds[token]! << 24)) ^ length;
          const slot = ((word ^ (word >>> 13)) & (slots - 1)) * slotNumbers;
          if (memory[slot] !== word || memory[slot + 1] !== ends || memory[slot + 2] !== shape)
            remember(doc, token, word, ends, shape, slot);
          count += memory[slot + 3]!;
          negative += memory[slot + 4]!;
          neutral += memory[slot + 5]!;
          positive += memory[slot + 6]!;
          other += memory[slot + 7]!;
        }
        if (negated[at] === 1) {
          const weight = weights[negatedFeature(word) & mask]!;
          negative += (weight << 24) >> 24;
          neutral += (weight << 16) >> 24;
          positive += (weight << 8) >> 24;
          other += weight >> 24;
          count += 1;
        }
      }
      // In a loop of their own, in which nothing waits for a weight: a pair's is seldom in the cache, and so they come together.
      for (let at = 0; at < said; at++) {
        const previous = before[at]!;
        if (previous === 0) continue;
        const weight = weights[pairFeature(previous, hash[at]!) & mask]!;
        negative += (weight << 24) >> 24;
        neutral += (weight << 16) >> 24;
        positive += (weight << 8) >> 24;
        other += weight >> 24;
        count += 1;
      }
      totals[0] = negative;
      totals[1] = neutral;
      totals[2] = positive;
      totals[3] = count;
      totals[4] = other;
    },
    logits,
    weigh({ dense: counted }: Features) {
      const damped = damping(totals[3]!);
      const scale = damped * model.step;
      let negative = totals[0]! * scale;
      let neutral = totals[1]! * scale;
      let positive = totals[2]! * scale;
      let other = totals[4]! * damped * head.step;
      for (let at = 0, weight = 0; at < counted.length; at++, weight += 4) {
        const value = counted[at]!;
        negative += value * dense[weight]!;
        neutral += value * dense[weight + 1]!;
        positive += value * dense[weight + 2]!;
        other += value * dense[weight + 3]!;
      }
      logits[0] = negative;
      logits[1] = neutral;
      logits[2] = positive;
      logits[3] = other;
    },
  };
}

/** Probabilities of `classes` for the text last weighed, written into `into`. */
export const predict = ({ temperature }: SentimentModel, { logits }: HashedSum, into: Float64Array): Float64Array =>
  softmax(logits[0]!, logits[1]!, logits[2]!, temperature, into);

/** Probability of the second model's first class. */
export const predictHead = ({ logits }: HashedSum): number => 1 / (1 + Math.exp(-logits[3]!));

export function scoreOf(model: SentimentModel, { dense }: Features, probabilities: Float64Array): number {
  const { valence, lexicon, opinion } = model.shares;
  return valence * dense[1]! + lexicon * dense[2]! + opinion * (probabilities[2]! - probabilities[0]!);
}

export function softmax(a: number, b: number, c: number, temperature: number, into: Float64Array): Float64Array {
  const most = Math.max(a, b, c);
  const x = Math.exp((a - most) / temperature);
  const y = Math.exp((b - most) / temperature);
  const z = Math.exp((c - most) / temperature);
  const sum = x + y + z;
  into[0] = x / sum;
  into[1] = y / sum;
  into[2] = z / sum;
  return into;
}
