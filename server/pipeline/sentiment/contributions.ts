import type { Scored } from '../scoreSentiment.ts';
import { denseNames, type Features } from './features.ts';
import { damping } from './model.ts';
import type { Recorder } from './recorder.ts';

/** How much each token adds to the score, and what the signs beside the words add. Their sum is the score, before it is cut. */
export type Contributions = { tokens: Float64Array; signs: Record<SignPart, number> };

export const signParts = ['lists', 'faces', 'signs', 'handles', 'length', 'learned'] as const;
export type SignPart = (typeof signParts)[number];

const partOf: Record<(typeof denseNames)[number], SignPart> = {
  base: 'length',
  valence: 'lists',
  lexicon: 'lists',
  force: 'lists',
  goodValence: 'lists',
  badValence: 'lists',
  good: 'lists',
  bad: 'lists',
  last: 'lists',
  best: 'lists',
  worst: 'lists',
  square: 'lists',
  negations: 'lists',
  drawnOut: 'signs',
  capitals: 'signs',
  exclamation: 'signs',
  question: 'signs',
  emoji: 'faces',
  glad: 'faces',
  sad: 'faces',
  links: 'handles',
  mentions: 'handles',
  hashtags: 'handles',
  length: 'length',
  titled: 'signs',
  retweet: 'handles',
  numbers: 'signs',
  cashtags: 'handles',
  self: 'lists',
  experience: 'lists',
  fault: 'lists',
  trouble: 'lists',
  blame: 'lists',
  dislike: 'lists',
  unable: 'lists',
  repair: 'lists',
  asks: 'lists',
  questionWord: 'lists',
  opinion: 'lists',
  praise: 'lists',
  news: 'lists',
  giveaway: 'lists',
  offer: 'lists',
  unserved: 'lists',
};

/**
 * Splits the score. The shares of the two lists belong to their words by their value; the model's share, P(positive) - P(negative),
 * is split as the difference of the two classes' logits is, which is a plain sum. Slow path: only for a trace.
 */
export function contributionsOf({ model, features, shift, probabilities }: Scored, recorded: Recorder): Contributions {
  const tokens = new Float64Array(features.tokens);
  const signs: Record<SignPart, number> = { lists: 0, faces: 0, signs: 0, handles: 0, length: 0, learned: 0 };
  const { hashed, buckets, step, shares } = model;
  const scale = damping(recorded.count) * step;
  let sum = 0;
  for (let at = 0; at < recorded.count; at++) {
    const bucket = (recorded.hash[at]! & (buckets - 1)) * 3;
    const margin = (hashed[bucket + 2]! - hashed[bucket]!) * scale;
    tokens[recorded.token[at]!]! += margin;
    sum += margin;
  }
  denseNames.forEach((name, at) => {
    const margin = features.dense[at]! * (model.dense[at * 3 + 2]! - model.dense[at * 3]!);
    signs[partOf[name]] += margin;
    sum += margin;
  });
  if (shift !== null) {
    // Added behind the temperature, by which logits are divided.
    signs.learned = (shift.positive - shift.negative) * model.temperature;
    sum += signs.learned;
  }
  const factor = sum === 0 ? 0 : (shares.opinion * (probabilities[2]! - probabilities[0]!)) / sum;
  for (let token = 0; token < tokens.length; token++) tokens[token]! *= factor;
  for (const part of signParts) signs[part] *= factor;

  for (const [share, values, whole] of [
    [shares.lexicon * features.dense[2]!, features.value, features.sum],
    [shares.valence * features.dense[1]!, features.felt, features.valence],
  ] as const) {
    const each = whole === 0 ? 0 : share / whole;
    let left = whole;
    for (let token = 0; token < tokens.length; token++) {
      tokens[token]! += each * values[token]!;
      left -= values[token]!;
    }
    signs.faces += each * left;
  }
  giveToWords(tokens, signs, features);
  return { tokens, signs };
}

/** What the model makes of the lists' sums belongs to the listed words that speak the same way; with none it stays apart. */
function giveToWords(tokens: Float64Array, signs: Record<SignPart, number>, { value, felt }: Features): void {
  const speaks = (token: number) => {
    const says = value[token]! + felt[token]!;
    return says * signs.lists > 0 ? Math.abs(says) : 0;
  };
  let all = 0;
  for (let token = 0; token < tokens.length; token++) all += speaks(token);
  if (all === 0) return;
  for (let token = 0; token < tokens.length; token++) tokens[token]! += (signs.lists * speaks(token)) / all;
  signs.lists = 0;
}
