import type { Doc } from '../normalize.ts';
import type { Features } from './features.ts';
import {
  featuresPerToken,
  type HashedSink,
  hasPieces,
  negatedFeature,
  pairFeature,
  readPieces,
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
export type HashedSum = HashedSink & { totals: Int32Array };

const slots = 1 << 13;
const slotNumbers = 8;

/**
 * A sink that sums. What a word and its pieces add is remembered by the word: a few thousand words make most of what people
 * write. The sums are whole numbers, so that the memory changes no result.
 */
export function createHashedSum({ hashed, buckets }: SentimentModel, head: Head): HashedSum {
  const mask = buckets - 1;
  const second = head.hashed;
  const secondMask = head.buckets - 1;
  const memory = new Int32Array(slots * slotNumbers);
  const pieces = new Int32Array(featuresPerToken);
  const totals = new Int32Array(5);

  function remember(doc: Doc, token: number, word: number, ends: number, shape: number, slot: number): void {
    const feature = wordFeature(word);
    const first = (feature & mask) * 3;
    let other = second[feature & secondMask]!;
    let negative = hashed[first]!;
    let neutral = hashed[first + 1]!;
    let positive = hashed[first + 2]!;
    const found = hasPieces(doc, token) ? readPieces(doc, token, pieces) : 0;
    for (let piece = 0; piece < found; piece++) {
      const at = (pieces[piece]! & mask) * 3;
      negative += hashed[at]!;
      neutral += hashed[at + 1]!;
      positive += hashed[at + 2]!;
      other += second[pieces[piece]! & secondMask]!;
    }
    memory[slot] = word;
    memory[slot + 1] = ends;
    memory[slot + 2] = shape;
    memory[slot + 3] = 1 + found;
    memory[slot + 4] = negative;
    memory[slot + 5] = neutral;
    memory[slot + 6] = positive;
    memory[slot + 7] = other;
  }

  return {
    totals,
    add(doc: Doc, token: number, word: number, isNegated: boolean, previous: number) {
      const { chars } = doc;
      const start = doc.start[token]!;
      const length = doc.length[token]!;
      // Beside the hash: two words that share it would have to share these too.
      const ends = (chars[start]! << 16) | chars[start + length - 1]!;
      const shape = ((chars[start + (length >> 1)]! << 8) | (doc.kinds[token]! << 24)) ^ length;
      const slot = ((word ^ (word >>> 13)) & (slots - 1)) * slotNumbers;
      if (memory[slot] !== word || memory[slot + 1] !== ends || memory[slot + 2] !== shape)
        remember(doc, token, word, ends, shape, slot);
      let count = memory[slot + 3]!;
      let negative = memory[slot + 4]!;
      let neutral = memory[slot + 5]!;
      let positive = memory[slot + 6]!;
      let other = memory[slot + 7]!;
      if (isNegated) {
        const feature = negatedFeature(word);
        const at = (feature & mask) * 3;
        other += second[feature & secondMask]!;
        negative += hashed[at]!;
        neutral += hashed[at + 1]!;
        positive += hashed[at + 2]!;
        count += 1;
      }
      if (previous !== 0) {
        const feature = pairFeature(previous, word);
        const at = (feature & mask) * 3;
        other += second[feature & secondMask]!;
        negative += hashed[at]!;
        neutral += hashed[at + 1]!;
        positive += hashed[at + 2]!;
        count += 1;
      }
      totals[0]! += negative;
      totals[1]! += neutral;
      totals[2]! += positive;
      totals[3]! += count;
      totals[4]! += other;
    },
  };
}

/** Probabilities of `classes`, written into `into`. */
export function predict(model: SentimentModel, sum: HashedSum, { dense }: Features, into: Float64Array): Float64Array {
  const weights = model.dense;
  const { totals } = sum;
  const scale = damping(totals[3]!) * model.step;
  let negative = totals[0]! * scale;
  let neutral = totals[1]! * scale;
  let positive = totals[2]! * scale;
  for (let at = 0, weight = 0; at < dense.length; at++, weight += 3) {
    const value = dense[at]!;
    if (value === 0) continue;
    negative += value * weights[weight]!;
    neutral += value * weights[weight + 1]!;
    positive += value * weights[weight + 2]!;
  }
  return softmax(negative, neutral, positive, model.temperature, into);
}

/** Probability of a second model's first class. */
export function predictHead(head: Head, { totals }: HashedSum, { dense }: Features): number {
  let margin = totals[4]! * damping(totals[3]!) * head.step;
  for (let at = 0; at < dense.length; at++) margin += dense[at]! * head.dense[at]!;
  return 1 / (1 + Math.exp(-margin));
}

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
