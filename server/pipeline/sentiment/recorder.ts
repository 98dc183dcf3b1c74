import type { Doc } from '../normalize.ts';
import { mostTokens } from './features.ts';
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

/** Keeps every hashed feature and the token it belongs to: for learning, and for saying which word did what. */
export type Recorder = HashedSink & { count: number; hash: Int32Array; token: Int32Array };

export function createRecorder(): Recorder {
  const hash = new Int32Array(mostTokens * featuresPerToken);
  const token = new Int32Array(mostTokens * featuresPerToken);
  const pieces = new Int32Array(featuresPerToken);
  const recorder: Recorder = {
    count: 0,
    hash,
    token,
    add(doc: Doc, words: SaidWords) {
      for (let at = 0; at < words.count; at++) {
        const place = words.token[at]!;
        const word = words.hash[at]!;
        const push = (feature: number) => {
          hash[recorder.count] = feature;
          token[recorder.count] = place;
          recorder.count += 1;
        };
        push(wordFeature(word));
        if (words.negated[at] === 1) push(negatedFeature(word));
        if (words.previous[at] !== 0) push(pairFeature(words.previous[at]!, word));
        if (!hasPieces(doc, place)) continue;
        const found = readPieces(doc, place, pieces);
        for (let piece = 0; piece < found; piece++) push(pieces[piece]!);
      }
    },
  };
  return recorder;
}
