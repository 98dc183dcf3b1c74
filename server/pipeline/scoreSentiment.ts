import type { Sentiment, SentimentLabel } from '../../shared/domain.ts';
import { addShift, type Shift } from './learned.ts';
import type { Doc } from './normalize.ts';
import { createFeatures, type Features, readFeatures } from './sentiment/features.ts';
import {
  createHashedSum,
  type HashedSum,
  predict,
  predictHead,
  type SentimentModel,
  scoreOf,
} from './sentiment/model.ts';
import { lexiconOf, type ModelLanguage, models, promotion, silentModel } from './sentiment/models.ts';
import type { Reading } from './vocabulary.ts';
import type { LexiconLanguage } from './words/wordTables.ts';

/** Languages that have a scorer; a text in any other is counted and never guessed. */
export const scoredLanguages: ReadonlySet<string> = new Set(models.keys());

const unscored: Sentiment = Object.freeze({ label: 'unscored', score: 0 });
const features = createFeatures();
const found = new Float64Array(3);

/** What texts of one language are looked at with: made when the first of them comes. */
export type Lens = { model: SentimentModel; sum: HashedSum; lexicon: LexiconLanguage | '' };
const lenses = new Map<SentimentModel, Lens>();
export const lensOf = (model: SentimentModel, lang: string): Lens => ({
  model,
  sum: createHashedSum(model, promotion),
  lexicon: lexiconOf[lang as ModelLanguage] ?? '',
});
const silentLens = lensOf(silentModel, '');

/** By the model, not by the language: a bench lets one model after another judge. */
function lensFor(lang: string): Lens {
  const model = models.get(lang);
  if (!model) return silentLens;
  const lens = lenses.get(model);
  if (lens) return lens;
  const made = lensOf(model, lang);
  lenses.set(model, made);
  return made;
}

/** What the learned models see of one text: overwritten by the next call. */
export type Sight = { model: SentimentModel; sum: HashedSum; features: Features; shift: Shift | null };
const sight: Sight = { model: silentModel, sum: silentLens.sum, features, shift: null };

/** What a model says of one text, with what it looked at: overwritten by the next call. */
export type Scored = {
  model: SentimentModel;
  features: Features;
  shift: Shift | null;
  /** Of negative, neutral, positive. */
  probabilities: Float64Array;
  score: number;
};

/**
 * Looks at a text once for all learned models; `masked` tokens (brand names) say nothing. `shift` is what people's corrections
 * add in this workspace.
 */
export function lookAt(
  doc: Doc,
  reading: Reading,
  lang: string,
  masked: Uint8Array | null,
  shift: Shift | null = null,
  { model, sum, lexicon }: Lens = lensFor(lang),
): Sight {
  sight.model = model;
  sight.shift = shift;
  sight.sum = sum;
  readFeatures(doc, reading, lexicon, masked, sum, features);
  sum.weigh(features);
  return sight;
}

export function readSentiment({ model, sum, features, shift }: Sight): Scored {
  predict(model, sum, found);
  if (shift !== null) addShift(found, shift);
  return {
    model,
    features,
    shift,
    probabilities: found,
    score: Math.max(-1, Math.min(1, scoreOf(model, features, found))),
  };
}

/** How likely the text promotes its writer, 0..1, by its words alone; `scoreSpam` weighs the other signs. */
export const readPromotion = ({ sum }: Sight): number => predictHead(sum);

export function labelOf(probabilities: Float64Array): SentimentLabel {
  const negative = probabilities[0]!;
  const neutral = probabilities[1]!;
  const positive = probabilities[2]!;
  if (positive > neutral && positive > negative) return 'positive';
  return negative > neutral ? 'negative' : 'neutral';
}

/**
 * The opinion of the text that was looked at. Probabilities are calibrated for a stream in which the three classes are
 * equally common; the score, -1..1, says how strong the feeling is.
 */
export function sentimentOf(seen: Sight): Sentiment {
  if (seen.model === silentModel) return unscored;
  const { probabilities, score } = readSentiment(seen);
  return {
    label: labelOf(probabilities),
    score,
    probabilities: { negative: probabilities[0]!, neutral: probabilities[1]!, positive: probabilities[2]! },
  };
}

export const scoreSentiment = (doc: Doc, reading: Reading, lang: string, masked: Uint8Array | null): Sentiment =>
  sentimentOf(lookAt(doc, reading, lang, masked));
