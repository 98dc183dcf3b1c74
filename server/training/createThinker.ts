import { createDoc, type Doc, normalize } from '../pipeline/normalize.ts';
import { lensOf, lookAt, readSentiment } from '../pipeline/scoreSentiment.ts';
import type { SentimentModel } from '../pipeline/sentiment/model.ts';
import { createReading, readWords } from '../pipeline/vocabulary.ts';
import type { Labelled } from './readSets.ts';

export type Thinker = {
  /** What the model thinks of an English text: probabilities of negative, neutral, positive, of their own. */
  think(row: Labelled): Float64Array;
  /** The text it thought of last. */
  doc: Doc;
};

export function createThinker(model: SentimentModel): Thinker {
  const doc = createDoc();
  const reading = createReading();
  const lens = lensOf(model, 'en');
  return {
    doc,
    think({ text, title }) {
      normalize(text, title ?? '', doc);
      return readSentiment(lookAt(doc, readWords(doc, reading), 'en', null, null, lens)).probabilities.slice();
    },
  };
}
