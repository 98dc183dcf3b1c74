import type { Probabilities, Sentiment } from '../../shared/domain.ts';
import { type Doc, tokenFlags, tokenKinds } from './normalize.ts';
import { labelOf } from './scoreSentiment.ts';

/**
 * What a larger model, slow and elsewhere, says of a text; undefined where it has not been heard yet. Called for the
 * mentions that deserve it, so that who wants to know which texts to ask about calls the pipeline and listens.
 */
export type Hear = (text: string) => Probabilities | undefined;

/** How tweets stand in the sets that such models learn from: links and handles as one word each. */
const placeholders = { link: 'http', name: '@user' };

function fieldOf(doc: Doc, masked: Uint8Array | null, field: string, first: number, end: number): string {
  let text = '';
  let written = 0;
  for (let token = first; token < end; token++) {
    const isLink = doc.kinds[token] === tokenKinds.url;
    if (!isLink && (doc.flags[token]! & tokenFlags.mention) === 0 && masked?.[token] !== 1) continue;
    text += field.slice(written, doc.from[token]) + (isLink ? placeholders.link : placeholders.name);
    written = doc.to[token]!;
  }
  return text + field.slice(written);
}

/**
 * A text as a transformer is asked about it. What says nothing to our own models says nothing to this one: people's handles
 * and brand names that are words of praise or blame stand as `@user`.
 */
export function textToHear(doc: Doc, masked: Uint8Array | null): string {
  const title = fieldOf(doc, masked, doc.title, 0, doc.titleCount);
  const text = fieldOf(doc, masked, doc.text, doc.titleCount, doc.count);
  return title === '' ? text : `${title}\n${text}`;
}

/** The feeling is as strong as the answer is sure. */
export function sentimentHeard(probabilities: Probabilities): Sentiment {
  const { negative, neutral, positive } = probabilities;
  const label = labelOf(Float64Array.of(negative, neutral, positive));
  return { label, score: Math.max(-1, Math.min(1, positive - negative)), probabilities };
}
