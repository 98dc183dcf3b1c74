import { describe, expect, it } from 'vitest';
import { explain } from '../../../server/pipeline/explain.ts';
import { compileOverrides, overriddenWord } from '../../../server/pipeline/overrides.ts';
import { compileRules } from '../../../server/pipeline/rules.ts';
import type { WordOverride } from '../../../shared/domain.ts';
import { analysed, makeTextPost, makeWorkspace } from '../../support/analysed.ts';

const brands = [
  { id: 'solenne', name: 'Solenne', query: 'solenne' },
  { id: 'vela', name: 'Vela', query: 'vela' },
];
const withOverrides = (...overrides: WordOverride[]) => makeWorkspace({ brands, overrides });
const plain = makeWorkspace({ brands });
const opinion = (text: string, ...overrides: WordOverride[]) =>
  analysed(text, {}, withOverrides(...overrides)).sentiment.label;

describe('overrides', () => {
  it('give a word the meaning that the brand says it has, negation included', () => {
    const vile: WordOverride = { word: 'vile', sentiment: 'positive' };
    expect(analysed('the new solenne serum is vile', {}, plain).sentiment.label).toBe('negative');
    expect(opinion('the new solenne serum is vile', vile)).toBe('positive');
    expect(opinion('the new solenne serum is VILE!!!', vile)).toBe('positive');
    expect(opinion('the new solenne serum is not vile', vile)).toBe('negative');
  });

  it('take a word that nobody knows, and an emoji', () => {
    expect(analysed('solenne serum is bussin today', {}, plain).sentiment.label).not.toBe('negative');
    expect(opinion('solenne serum is bussin today', { word: 'Bussin', sentiment: 'negative' })).toBe('negative');
    expect(opinion('my solenne serum today 💀', { word: '💀', sentiment: 'positive' })).toBe('positive');
    expect(opinion('le sérum solenne est stylé', { word: 'stylé', sentiment: 'negative' })).toBe('negative');
  });

  it('make a word say nothing where it is neutral', () => {
    const text = 'solenne killer serum launched today';
    expect(analysed(text, {}, plain).sentiment.score).not.toBeCloseTo(
      analysed(text, {}, withOverrides({ word: 'killer', sentiment: 'neutral' })).sentiment.score,
      3,
    );
    const without = explain(
      makeTextPost(text),
      analysed(text),
      compileRules(withOverrides({ word: 'killer', sentiment: 'neutral' }), 1),
    );
    expect(without.sentiment.parts).toContainEqual({ name: 'override', value: 0, because: 'killer' });
  });

  it('work where a language has no word lists', () => {
    const text = 'das neue solenne serum ist bombig und ich benutze es jeden tag';
    const workspace = withOverrides({ word: 'bombig', sentiment: 'positive' });
    expect(analysed(text, { lang: 'de' }, plain).sentiment.label).not.toBe('positive');
    const stored = analysed(text, { lang: 'de' }, workspace);
    expect(stored.sentiment.label).toBe('positive');
    const { sentiment } = explain(makeTextPost(text, { lang: 'de' }), stored, compileRules(workspace, 1));
    expect(sentiment.parts.find(({ name }) => name === 'override')).toMatchObject({ because: 'bombig' });
    expect(sentiment.parts.find(({ name }) => name === 'override')!.value).toBeGreaterThan(0.05);
    expect(sentiment.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(stored.sentiment.score, 9);
  });

  it('hold for their brand alone, in one text with another too', () => {
    const scoped: WordOverride = { word: 'vile', sentiment: 'positive', brand: 'solenne' };
    expect(opinion('solenne serum is vile', scoped)).toBe('positive');
    expect(opinion('vela serum is vile', scoped)).toBe('negative');
    const both = analysed('solenne and vela are vile', {}, withOverrides(scoped));
    expect(both.brands.map(({ id, opinion: own }) => [id, own]).sort()).toEqual([
      ['solenne', 'positive'],
      ['vela', 'negative'],
    ]);
    const general: WordOverride = { word: 'vile', sentiment: 'neutral' };
    expect(opinion('solenne serum is vile', general, scoped)).toBe('positive');
  });

  it('leave an idiom what it is, not an expression that says what its word says', () => {
    expect(opinion('I love the solenne serum', { word: 'love', sentiment: 'negative' })).toBe('negative');
    expect(opinion('so sick of solenne ads', { word: 'sick', sentiment: 'positive' })).toBe('negative');
    expect(opinion('mon sérum solenne est trop stylé', { word: 'stylé', sentiment: 'negative' })).toBe('positive');
  });

  it('leave every other text as it was, to the last digit', () => {
    const texts = ['I love the solenne scent', 'solenne broke, but vela works', 'nothing of the kind', 'rue solenne'];
    for (const text of texts)
      expect(analysed(text, {}, withOverrides({ word: 'vile', sentiment: 'positive' }))).toEqual(
        analysed(text, {}, plain),
      );
  });

  it('are a part of the sum in the trace, named and quoted as the text spells it', () => {
    const post = makeTextPost('the new solenne serum is Vile, I love it');
    const workspace = withOverrides({ word: 'vile', sentiment: 'positive' });
    const stored = analysed(post.text, {}, workspace);
    const { sentiment, marks, differs } = explain(post, stored, compileRules(workspace, 1));
    const part = sentiment.parts.find(({ name }) => name === 'override');
    expect(part).toMatchObject({ because: 'Vile' });
    expect(part!.value).toBeGreaterThan(0.1);
    expect(sentiment.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(stored.sentiment.score, 9);
    expect(marks.filter(({ kind }) => kind === 'positive').map(({ from, to }) => post.text.slice(from, to))).toContain(
      'Vile',
    );
    expect(differs).toBeUndefined();
  });

  it('are one word or emoji', () => {
    expect(overriddenWord(' Sick ')).toBe('sick');
    expect(overriddenWord('#Sick')).toBe('sick');
    for (const written of ['hits different', '@sick', '12', 'https://a.example', '!', ''])
      expect(overriddenWord(written)).toBeUndefined();
    expect(compileOverrides([])).toBeNull();
    expect(compileOverrides(undefined)).toBeNull();
  });
});
