import type { Sentiment, SentimentLabel } from '../../shared/domain.ts';
import type { Doc } from './normalize.ts';
import { createFeatures, type Features, readFeatures } from './sentiment/features.ts';
import { createHashedSum, type HashedSum, predict, type SentimentModel, scoreOf } from './sentiment/model.ts';
import { lexiconOf, type ModelLanguage, models } from './sentiment/models.ts';
import type { Reading } from './vocabulary.ts';

/** Languages that have a scorer; a text in any other is counted and never guessed. */
export const scoredLanguages: ReadonlySet<string> = new Set(models.keys());

const unscored: Sentiment = Object.freeze({ label: 'unscored', score: 0 });
const sums = new Map<SentimentModel, HashedSum>();
const features = createFeatures();
const found = new Float64Array(3);

/** What a model says of one post, with what it looked at: overwritten by the next call. */
export type Scored = {
  model: SentimentModel;
  features: Features;
  /** Of negative, neutral, positive. */
  probabilities: Float64Array;
  score: number;
};

/** Scores with a given model; `masked` tokens say nothing. */
export function readSentiment(
  model: SentimentModel,
  doc: Doc,
  reading: Reading,
  lang: string,
  masked: Uint8Array | null,
): Scored {
  let sum = sums.get(model);
  if (!sum) {
    sum = createHashedSum(model);
    sums.set(model, sum);
  }
  sum.totals.fill(0);
  readFeatures(doc, reading, lexiconOf[lang as ModelLanguage], masked, sum, features);
  predict(model, sum, features, found);
  return { model, features, probabilities: found, score: Math.max(-1, Math.min(1, scoreOf(model, features, found))) };
}

export function labelOf(probabilities: Float64Array): SentimentLabel {
  const negative = probabilities[0]!;
  const neutral = probabilities[1]!;
  const positive = probabilities[2]!;
  if (positive > neutral && positive > negative) return 'positive';
  return negative > neutral ? 'negative' : 'neutral';
}

/**
 * The whole text's opinion; `masked` tokens (brand names) say nothing. Probabilities are calibrated for a stream in which
 * the three classes are equally common; the score, -1..1, says how strong the feeling is.
 */
export function scoreSentiment(doc: Doc, reading: Reading, lang: string, masked: Uint8Array | null): Sentiment {
  const model = models.get(lang);
  if (!model) return unscored;
  const { probabilities, score } = readSentiment(model, doc, reading, lang, masked);
  return {
    label: labelOf(probabilities),
    score,
    probabilities: { negative: probabilities[0]!, neutral: probabilities[1]!, positive: probabilities[2]! },
  };
}
