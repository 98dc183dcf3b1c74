import type { Doc } from '../normalize.ts';
import { mostTokens } from './features.ts';
import {
  featuresPerToken,
  type HashedSink,
  hasPieces,
  negatedFeature,
  pairFeature,
  readPieces,
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
    add(doc: Doc, at: number, word: number, _known: number, isNegated: boolean, previous: number) {
      const push = (feature: number) => {
        hash[recorder.count] = feature;
        token[recorder.count] = at;
        recorder.count += 1;
      };
      push(wordFeature(word));
      if (isNegated) push(negatedFeature(word));
      if (previous !== 0) push(pairFeature(previous, word));
      if (!hasPieces(doc, at)) return;
      const found = readPieces(doc, at, pieces);
      for (let piece = 0; piece < found; piece++) push(pieces[piece]!);
    },
  };
  return recorder;
}
