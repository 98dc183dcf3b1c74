import Sentiment from 'sentiment';
import { describe, expect, it } from 'vitest';
import { createDoc, normalize } from '../../../server/pipeline/normalize.ts';
import { createFeatures, readFeatures } from '../../../server/pipeline/sentiment/features.ts';
import { createHashedSum, type HashedSum, type SentimentModel } from '../../../server/pipeline/sentiment/model.ts';
import { models, promotion } from '../../../server/pipeline/sentiment/models.ts';
import { createReading, readWords } from '../../../server/pipeline/vocabulary.ts';
import { analysed, makeWorkspace } from '../../support/analysed.ts';

const scoreOf = (text: string) => analysed(`solenne: ${text}`, { lang: 'en' }).sentiment.score;

describe('scoreSentiment', () => {
  it.each([
    ['I love it', 'positive'],
    ['this is awful and useless', 'negative'],
    ['it comes in a box of three', 'neutral'],
    ['I do not like it at all', 'negative'],
    ['never been happy with it', 'negative'],
    ['😍😍', 'positive'],
    ['the box😡😡😡', 'negative'],
    ['this is sooo gooood', 'positive'],
    ['it stayed in the drawer :(', 'negative'],
  ])('reads "%s" as %s', (text, label) => {
    expect(analysed(`solenne: ${text}`, { lang: 'en' }).sentiment.label).toBe(label);
  });

  it('weighs boosters, dampers and turns', () => {
    expect(scoreOf('very good')).toBeGreaterThan(scoreOf('good'));
    expect(scoreOf('slightly bad')).toBeGreaterThan(scoreOf('bad'));
    expect(scoreOf('bad pump but good serum')).toBeGreaterThan(scoreOf('good serum but bad pump'));
  });

  it('ends a negation with its clause', () => {
    expect(scoreOf('it did not arrive, good product')).toBeGreaterThan(0);
    expect(scoreOf('it is not a good product')).toBeLessThan(0);
  });

  it('never guesses another language, nor one that nobody knows', () => {
    for (const lang of ['es', 'pt', 'ja', 'nl'])
      expect(analysed('solenne: love love love', { lang }).sentiment).toEqual({ label: 'unscored', score: 0 });
    expect(analysed('solenne 😍').sentiment.label).toBe('unscored');
  });

  it('takes no brand name and no handle for an opinion', () => {
    const workspace = makeWorkspace({
      brands: [
        { id: 'best', name: 'Best Buy', query: '"best buy", bestbuy' },
        { id: 'united', name: 'UA', query: 'united' },
        { id: 'x', name: 'X', query: 'xbrand', masks: ['happy'] },
      ],
    });
    const label = (text: string) => analysed(text, { lang: 'en' }, workspace).sentiment.label;
    expect(label('went to best buy today with xbrand')).toBe('neutral');
    expect(label('united flies to Paris')).toBe('neutral');
    expect(label('the xbrand happy bag')).toBe('neutral');
    expect(label('@happylove asks about xbrand')).toBe('neutral');
    // Only the brands that a post names are hidden: here "united" is praise.
    expect(label('xbrand united us all in joy')).toBe('positive');
    expect(label('the best of best buy')).toBe('positive');
  });

  it.each([
    ["j'adore ce sérum, il est top", 'positive'],
    ['cette crème est une arnaque, je suis déçue', 'negative'],
    ["ça marche pas du tout, j'ai jeté le flacon", 'negative'],
    ['le flacon contient trente millilitres', 'neutral'],
    ["franchement c'est pas mal du tout", 'positive'],
    ['trop contente de mon achat 😍', 'positive'],
  ])('reads "%s" as %s', (text, label) => {
    expect(analysed(`solenne: ${text}`, { lang: 'fr' }).sentiment.label).toBe(label);
  });

  it('hears the same word otherwise in another language', () => {
    const score = (lang: string) => analysed('solenne: pain pain pain', { lang }).sentiment.score;
    expect(score('en')).toBeLessThan(-0.3);
    expect(score('fr')).toBeGreaterThan(score('en') + 0.2);
  });

  it('gives probabilities that add up, and labels by the largest', () => {
    for (const text of [
      'love it',
      'hate it',
      'a box',
      'not bad but not good',
      '!!!',
      'solenne',
      '😡',
      'x'.repeat(5_000),
    ]) {
      const { label, score, probabilities } = analysed(`solenne ${text}`, { lang: 'en' }).sentiment;
      const { negative, neutral, positive } = probabilities!;
      expect(negative + neutral + positive).toBeCloseTo(1, 10);
      expect(Math.min(negative, neutral, positive)).toBeGreaterThanOrEqual(0);
      expect(probabilities![label as 'neutral']).toBe(Math.max(negative, neutral, positive));
      expect(Math.abs(score)).toBeLessThanOrEqual(1);
    }
  });

  it('sums the same of a text whatever was read before', () => {
    const doc = createDoc();
    const reading = createReading();
    const features = createFeatures();
    const newSum = () => createHashedSum(models.get('en')!, promotion);
    const totalsOf = (sum: HashedSum, text: string) => {
      normalize(text, '', doc);
      readFeatures(doc, readWords(doc, reading), 'en', null, sum, features);
      return [...sum.totals];
    };
    const texts = ['a lovely, LOVELY bottle', 'teh botle brok', 'sooooo goood', 'unbelievable, not nice'];
    const used = newSum();
    // Several times as many words as it remembers.
    for (let word = 0; word < 30_000; word += 100)
      totalsOf(used, Array.from({ length: 100 }, (_, k) => `word${word + k}`).join(' '));
    for (const text of texts) expect(totalsOf(used, text), text).toEqual(totalsOf(newSum(), text));
  });

  it('asks the model that stands for a language now', () => {
    const judging = models as Map<string, SentimentModel>;
    const shipped = judging.get('en')!;
    expect(analysed('solenne: I love it', { lang: 'en' }).sentiment.label).toBe('positive');
    judging.set('en', { ...shipped, dense: shipped.dense.map((weight, at) => (at === 0 ? 99 : weight)) });
    try {
      expect(analysed('solenne: I love it', { lang: 'en' }).sentiment.label).toBe('negative');
    } finally {
      judging.set('en', shipped);
    }
    expect(analysed('solenne: I love it', { lang: 'en' }).sentiment.label).toBe('positive');
  });

  it('survives hostile texts', () => {
    for (const text of [
      '\ud800',
      'e\u0301'.repeat(3_000),
      '\u202eevil',
      '\u0000',
      ':('.repeat(4_000),
      'a'.repeat(9_000),
    ])
      expect(Number.isFinite(scoreOf(text))).toBe(true);
  });

  it('is not changed by what others do to the tables of `sentiment`', () => {
    const before = scoreOf('a table of wood');
    new Sentiment().analyze('wood', { extras: { wood: 5 } });
    expect(scoreOf('a table of wood')).toBe(before);
  });
});
