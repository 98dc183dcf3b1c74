import type { Sentiment } from '../../shared/domain.ts';
import { type Doc, gaps, tokenFlags } from './normalize.ts';
import { countFaces } from './signals.ts';
import { cueBit, type Reading } from './vocabulary.ts';

/** Languages that have a scorer; a text in any other is counted and never guessed. */
export const scoredLanguages: ReadonlySet<string> = new Set(['en']);

/** How far a negation reaches, in tokens, inside its clause. */
const negationReach = 4;
/** A negated word says less than its opposite: "not great" is no disaster, "not bad" no praise. */
const negatedPositive = -0.7;
const negatedNegative = -0.4;
const boost = 1.3;
const damp = 0.7;
/** Before a "but" counts less, after it more. */
const beforeTurn = 0.7;
const afterTurn = 1.3;
const faceValue = 2.5;
const scale = 15;

/** One summand. `token` is -1 for a face such as ":(", which is no word. */
export type Contribution = { token: number; length: number; value: number; isNegated: boolean };

const unscored: Sentiment = Object.freeze({ label: 'unscored', score: 0 });
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/**
 * Two cuts of one logistic scale, fitted on SemEval's labelled tweets of 2011 to 2015 with each class weighing the same:
 * where negative ends, where positive begins, and how sharply.
 */
const slope = 2.56;
const negativeUpTo = -0.293;
const positiveFrom = 0.417;

export function sentimentOf(score: number): Sentiment {
  const positive = logistic(slope * (score - positiveFrom));
  const negative = 1 - logistic(slope * (score - negativeUpTo));
  const neutral = 1 - positive - negative;
  const label = positive > neutral && positive > negative ? 'positive' : negative > neutral ? 'negative' : 'neutral';
  return { label, score, probabilities: { negative, neutral, positive } };
}

/**
 * Sum of the lexicon's values with negation, boosters, turns and faces, before it is pressed into -1..1. `seen` is told
 * each contribution: the trace shows them.
 */
export function addValues(
  doc: Doc,
  reading: Reading,
  masked: Uint8Array | null,
  seen?: (contribution: Contribution) => void,
): number {
  const { hits, hitToken, hitLength, hitCues, hitValue } = reading;
  let turnAt = -1;
  for (let hit = 0; hit < hits; hit++) if ((hitCues[hit]! & cueBit.turn) !== 0) turnAt = hitToken[hit]!;
  let sum = 0;
  let negatedAt = -100;
  let boostedAt = -100;
  let dampedAt = -100;
  for (let hit = 0; hit < hits; hit++) {
    const token = hitToken[hit]!;
    const cues = hitCues[hit]!;
    const base = hitValue[hit]!;
    if (base !== 0 && masked?.[token] !== 1 && (doc.flags[token]! & tokenFlags.mention) === 0) {
      const reach = startOfReach(doc, token);
      const isNegated = negatedAt >= reach;
      let value = isNegated ? base * (base > 0 ? negatedPositive : negatedNegative) : base;
      if (boostedAt >= reach && boostedAt >= token - 1) value *= boost;
      if (dampedAt >= reach && dampedAt >= token - 2) value *= damp;
      if (turnAt > 0) value *= token < turnAt ? beforeTurn : afterTurn;
      sum += value;
      seen?.({ token, length: hitLength[hit]!, value, isNegated });
    }
    if ((cues & cueBit.negator) !== 0) negatedAt = token;
    if ((cues & cueBit.booster) !== 0) boostedAt = token;
    if ((cues & cueBit.damper) !== 0) dampedAt = token + hitLength[hit]! - 1;
  }
  const face = faceOf(doc);
  if (face !== 0) seen?.({ token: -1, length: 0, value: face, isNegated: false });
  return sum + face;
}

const faces = { frowns: 0, smiles: 0 };

function faceOf(doc: Doc): number {
  countFaces(doc, faces);
  return faceValue * (Math.min(1, faces.smiles) - Math.min(1, faces.frowns));
}

/** The first token whose negation can reach `token`: a clause that ends between them ends it. */
function startOfReach(doc: Doc, token: number): number {
  const earliest = Math.max(0, token - negationReach);
  for (let at = token; at > earliest; at--) if (doc.gaps[at]! >= gaps.clause) return at;
  return earliest;
}

/** The sum, pressed into -1..1. */
export function pressed(sum: number): number {
  return sum === 0 ? 0 : sum / Math.sqrt(sum * sum + scale);
}

/** The door of every scorer to come. The whole text's opinion; `masked` tokens (brand names) say nothing. */
export function scoreSentiment(doc: Doc, reading: Reading, lang: string, masked: Uint8Array | null): Sentiment {
  if (!scoredLanguages.has(lang)) return unscored;
  return sentimentOf(pressed(addValues(doc, reading, masked)));
}
