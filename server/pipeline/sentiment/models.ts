import { readFileSync } from 'node:fs';
import type { LexiconLanguage } from '../vocabulary.ts';
import { denseNames } from './features.ts';
import type { SentimentModel } from './model.ts';

/** Languages with a model that reaches a macro-F1 of 60 on texts it has not seen; see docs/MODEL_CARD.md. */
export const modelLanguages = ['en', 'fr', 'de', 'it'] as const;
export type ModelLanguage = (typeof modelLanguages)[number];
export type ModelHead = Omit<SentimentModel, 'hashed'>;

/** Which lexicon a language's model reads; '' where there is none. */
export const lexiconOf: Readonly<Record<ModelLanguage, LexiconLanguage | ''>> = { en: 'en', fr: 'fr', de: '', it: '' };

function readModel(language: ModelLanguage): SentimentModel {
  const file = (ending: string) => readFileSync(new URL(`./models/${language}.${ending}`, import.meta.url));
  const head = JSON.parse(file('json').toString('utf8')) as ModelHead;
  const bytes = file('bin');
  if (bytes.length !== head.buckets * 3 || head.dense.length !== denseNames.length * 3)
    throw new Error(`the ${language} model does not fit this program: run npm run train`);
  return { ...head, hashed: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

/** Trained by `npm run train`; read once. */
export const models: ReadonlyMap<string, SentimentModel> = new Map(
  modelLanguages.map((language) => [language, readModel(language)]),
);
