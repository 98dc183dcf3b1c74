import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../server/pipeline/detectLanguage.ts';
import { type LanguageModel, loadLanguageModel } from '../../../server/pipeline/languageModel.ts';
import { normalize } from '../../../server/pipeline/normalize.ts';
import { readWords } from '../../../server/pipeline/vocabulary.ts';
import { languageOfText } from '../../support/analysed.ts';
import { sharedData } from '../../support/sharedData.ts';

let model: LanguageModel;
beforeAll(async () => {
  model = await loadLanguageModel();
});
const detect = (text: string, said?: string) => {
  const doc = normalize(text);
  return detectLanguage(doc, readWords(doc), said, model);
};

describe('detectLanguage', () => {
  it.each([
    ['I like this serum but the pump is broken', 'en'],
    ['le sérum est vraiment trop cher pour ce que c’est', 'fr'],
    ['Das Serum ist nicht gut für meine Haut', 'de'],
    ['este suero no me gusta, pero la crema es buena', 'es'],
    ['questo siero non mi piace, ma la crema è buona', 'it'],
    ['este sérum não é bom para você', 'pt'],
    ['dit serum is niet goed voor mijn huid', 'nl'],
  ])('tells by the commonest words: %s', (text, lang) => {
    expect(languageOfText(text)).toBe(lang);
  });

  it('believes the source', () => {
    expect(detect('I like this serum', 'ja')).toEqual({ lang: 'ja', from: 'source' });
  });

  it('knows English without a stop word by its ordinary words', () => {
    expect(languageOfText('battery sucks')).toBe('en');
  });

  it('asks the model where words do not tell, and says nothing where nobody knows', () => {
    expect(detect('Bardzo dobry krem, ale cena wysoka')).toEqual({ lang: 'pl', from: 'model' });
    expect(detect('この美容液は肌にとても良いです')).toEqual({ lang: 'ja', from: 'model' });
    expect(detect('#solenne https://t.example/a 😍')).toEqual({ lang: '', from: 'unknown' });
    expect(detect('')).toEqual({ lang: '', from: 'unknown' });
  });

  const sets = [
    ['en', 'semeval-tweets/taskA_train.tsv.gz', 4, 0.98],
    ['fr', 'french-tweets/train.tsv.gz', 2, 0.98],
    ['es', 'tweets-other-languages/spanish_train.tsv.gz', 2, 0.95],
    ['it', 'tweets-other-languages/italian_train.tsv.gz', 2, 0.93],
    ['pt', 'tweets-other-languages/portuguese_train.tsv.gz', 2, 0.9],
    // Many of these are English tweets in truth.
    ['de', 'tweets-other-languages/german_train.tsv.gz', 2, 0.84],
  ] as const;
  it.each(sets)('is right on real tweets: %s', (lang, file, column, atLeast) => {
    const path = sharedData(file);
    if (!path) return;
    const rows = gunzipSync(readFileSync(path)).toString('utf8').split('\n').slice(1, 1_001);
    let right = 0;
    for (const row of rows) if (detect(row.split('\t')[column] ?? '').lang === lang) right += 1;
    expect(right / rows.length).toBeGreaterThan(atLeast);
  });
});
