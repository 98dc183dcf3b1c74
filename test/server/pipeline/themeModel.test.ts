import { describe, expect, it } from 'vitest';
import { explain } from '../../../server/pipeline/explain.ts';
import { createDoc, normalize } from '../../../server/pipeline/normalize.ts';
import { compileRules } from '../../../server/pipeline/rules.ts';
import { learnTheme } from '../../../server/pipeline/themeModel.ts';
import { analysed, makeTextPost, makeWorkspace } from '../../support/analysed.ts';

const about = [
  'the parcel came two weeks after the date',
  'still no parcel, the courier left it elsewhere',
  'courier never rang the bell',
  'my order sits in the depot since monday',
  'tracking says depot, nothing moves',
  'the courier threw the parcel over the fence',
  'waiting for my order, tracking does not move',
  'order came to the wrong door',
  'depot closed, parcel lost',
  'tracking number does not exist',
];
const other = [
  'the scent is lovely in the morning',
  'texture melts on the skin',
  'love the colour of this lipstick',
  'the bottle looks wonderful on my shelf',
  'cream is too greasy for me',
  'scent fades after an hour',
  'skin feels soft all day',
  'the colour does not suit me',
  'lipstick stays on for hours',
  'shelf life is too short for a cream',
];
const examples = [...about.map((text) => ({ text, is: true })), ...other.map((text) => ({ text, is: false }))];
const workspace = makeWorkspace({ themes: [{ id: 'delivery', name: 'Delivery', query: 'delivery', examples }] });

describe('learnTheme', () => {
  it('is used where cross-validation beats the words alone', () => {
    const { model, quality } = learnTheme(examples, () => false);
    expect(model).toBeDefined();
    expect(quality!.words).toBe(0);
    expect(quality!.model).toBeGreaterThan(0.5);
    expect(quality!.precision).toBeGreaterThan(0.5);
  });

  it('stays out where the words are as good', () => {
    const isAbout = new Set(about);
    const { model, quality } = learnTheme(examples, (text) => isAbout.has(text));
    expect(model).toBeUndefined();
    expect(quality).toMatchObject({ words: 1, precision: 1 });
  });

  it('learns nothing from a handful', () => {
    expect(learnTheme(examples.slice(0, 12), () => false)).toEqual({ model: undefined, quality: undefined });
  });

  it('learns nothing from words that every text is made of', () => {
    const told = examples.map(({ text, is }) => ({ text: is ? `${text} and you will have been there` : text, is }));
    const { model } = learnTheme(told, () => false);
    const doc = createDoc();
    const probability = (text: string) => model!.probability(normalize(text, '', doc), false);
    expect(probability('and you will have been there')).toBe(probability('the of it'));
    expect(probability('and you will have been there')).toBeLessThan(0.5);
  });

  it('holds what the words say for true until examples say otherwise', () => {
    const { model } = learnTheme(examples, (text) => text.includes('parcel'));
    expect(model).toBeDefined();
    const doc = createDoc();
    const text = normalize('Solenne answers at last', '', doc);
    expect(model!.probability(text, true)).toBeGreaterThan(0.5);
    expect(model!.probability(text, false)).toBeLessThan(0.5);
  });

  it('learns the same from the same', () => {
    const post = makeTextPost('Solenne: my parcel waits in the depot');
    const first = explain(post, analysed(post.text, {}, workspace), compileRules(workspace, 1)).themes;
    expect(explain(post, analysed(post.text, {}, workspace), compileRules(workspace, 1)).themes).toEqual(first);
    expect(first[0]).toMatchObject({ id: 'delivery', matched: [], learned: { examples: 20 } });
    expect(first[0]!.learned!.probability).toBeGreaterThan(0.5);
  });
});

describe('a theme with examples', () => {
  it('finds posts without its words, and leaves others alone', () => {
    const themes = (text: string) => analysed(text, { lang: 'en' }, workspace).themes.map(({ id }) => id);
    expect(themes('Solenne: the courier lost my order')).toEqual(['delivery']);
    expect(themes('Solenne: the scent of this cream is lovely')).toEqual([]);
  });
});
