import { readFileSync } from 'node:fs';
import type { LexiconLanguage } from '../words/wordTables.ts';
import { denseNames } from './features.ts';
import type { Head, SentimentModel } from './model.ts';

/** Languages with a model that reaches a macro-F1 of 60 on texts it has not seen; see docs/MODEL_CARD.md. */
export const modelLanguages = ['en', 'fr', 'de', 'it'] as const;
export type ModelLanguage = (typeof modelLanguages)[number];
export type ModelHead = Omit<SentimentModel, 'hashed'>;

/** Which lexicon a language's model reads; '' where there is none. */
export const lexiconOf: Readonly<Record<ModelLanguage, LexiconLanguage | ''>> = { en: 'en', fr: 'fr', de: '', it: '' };

const fileOf = (name: string) => readFileSync(new URL(`./models/${name}`, import.meta.url));
const bytesOf = (name: string) => {
  const bytes = fileOf(name);
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
};
const misfit = (name: string) => new Error(`the ${name} model does not fit this program: run npm run train`);

function readModel(language: ModelLanguage): SentimentModel {
  const head = JSON.parse(fileOf(`${language}.json`).toString('utf8')) as ModelHead;
  const hashed = bytesOf(`${language}.bin`);
  if (hashed.length !== head.buckets * 3 || head.dense.length !== denseNames.length * 3) throw misfit(language);
  return { ...head, hashed };
}

function readHead(name: string): Head {
  const head = JSON.parse(fileOf(`${name}.json`).toString('utf8')) as Omit<Head, 'hashed'>;
  const hashed = bytesOf(`${name}.bin`);
  if (hashed.length !== head.buckets || head.dense.length !== denseNames.length) throw misfit(name);
  return { ...head, hashed };
}

/** Trained by `npm run train`; read once. */
export const models: ReadonlyMap<string, SentimentModel> = new Map(
  modelLanguages.map((language) => [language, readModel(language)]),
);

/** How likely a text promotes its writer, by its words. */
export const promotion: Head = readHead('promotion');

/** Where no model knows the language: only what is the same in all of them is looked at. */
export const silentModel: SentimentModel = {
  buckets: 1,
  hashed: new Int8Array(3),
  step: 1,
  dense: new Array<number>(denseNames.length * 3).fill(0),
  temperature: 1,
  shares: { valence: 0, lexicon: 0, opinion: 0 },
};
