import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/pipeline/analyze.ts';
import { explain } from '../../../server/pipeline/explain.ts';
import { compileRules } from '../../../server/pipeline/rules.ts';
import type { Probabilities } from '../../../shared/domain.ts';
import { makeTextPost, makeWorkspace } from '../../support/analysed.ts';

const transformer = { name: 'tiny', hash: '0123456789abcdef', runtime: 'none 1', languages: ['en'] };
const workspace = (some: object = {}) => makeWorkspace({ significance: { threshold: 0.2 }, ...some });
const rulesOf = (some: object = {}) => compileRules(workspace(some), 3, { transformer });
const praise = 'I bought the Solenne serum last week and I love it so much, it really works';
const said: Probabilities = { negative: 0.75, neutral: 0.125, positive: 0.125 };

/** What is asked about, and what comes of it. */
function heard(text: string, some: object = {}, rules = rulesOf()) {
  const asked: string[] = [];
  const post = makeTextPost(text, { lang: 'en', ...some });
  const hear = (about: string) => {
    asked.push(about);
    return said;
  };
  return { post, asked, plain: analyze(post, rules), again: analyze(post, rules, undefined, { hear }) };
}

describe('a second look', () => {
  it('decides the opinion of the text, of its brands and its themes, and nothing else', () => {
    const { plain, again } = heard(`${praise}. What a scent`);
    expect(again).toEqual({
      ...plain,
      sentiment: { label: 'negative', score: -0.625, probabilities: said },
      brands: [{ id: 'solenne', opinion: 'negative', score: -0.625 }],
      themes: [{ id: 'scent', opinion: 'negative' }],
    });
    expect(plain.sentiment.label).toBe('positive');
  });

  it('leaves each brand to its own clauses, where they keep two apart', () => {
    const brands = ['solenne', 'vela'].map((id) => ({ id, name: id, query: id }));
    const text = 'I love my solenne serum, it is wonderful. But vela is terrible';
    const { plain, again } = heard(text, {}, rulesOf({ brands }));
    expect(again.sentiment).toEqual({ label: 'negative', score: -0.625, probabilities: said });
    expect(again.brands).toEqual(plain.brands);
    expect(again.brands.map(({ opinion }) => opinion)).toEqual(['positive', 'negative']);
  });

  it('is had at significant mentions in the languages of the transformer only', () => {
    expect(heard(praise).asked).toHaveLength(1);
    expect(heard(praise, { lang: 'fr' }).asked).toEqual([]);
    expect(heard('nothing is said of a brand here, and I love it so much').asked).toEqual([]);
    expect(heard('Solenne').asked).toEqual([]);
    expect(heard(praise, {}, compileRules(workspace(), 3)).asked).toEqual([]);
  });

  it('scores a language that the word lists do not know, when the transformer knows it', () => {
    const rules = compileRules(workspace({ significance: { threshold: 0 } }), 3, {
      transformer: { ...transformer, languages: ['nl'] },
    });
    const text = 'Ik heb het serum van Solenne vorige week gekocht en ben er erg tevreden mee!';
    const { plain, again } = heard(text, { lang: 'nl' }, rules);
    expect(plain).toMatchObject({ stage: 'significant', sentiment: { label: 'unscored' } });
    expect(again.sentiment).toEqual({ label: 'negative', score: -0.625, probabilities: said });
  });

  it('asks without handles, links and brand names that are words of praise; the rest stands as it was written', () => {
    const brands = [{ id: 'best', name: 'Best Glow', query: '"best glow"' }];
    const rules = rulesOf({ brands, significance: { threshold: 0 } });
    const text = 'Ärger  mit @Some_One: the Best Glow serum “works”, see https://t.example/a?b=1 #Best 😍';
    const { asked } = heard(text, { title: 'My best glow' }, rules);
    expect(asked).toEqual([
      'My @user@user\nÄrger  mit @user: the @user@user serum “works”, see http #Best 😍'.replaceAll(
        '@user@user',
        '@user @user',
      ),
    ]);
  });

  it('leaves a text alone in which people gave a word another meaning', () => {
    const rules = rulesOf({ overrides: [{ word: 'love', sentiment: 'negative' }] });
    expect(heard(praise, {}, rules).asked).toEqual([]);
    expect(heard(praise.replace('love', 'like'), {}, rules).asked).toHaveLength(1);
  });

  it('is told in the trace with its probabilities, beside the first look’s words', () => {
    const { post, plain, again } = heard(praise);
    const { sentiment, differs, significance } = explain(post, again, rulesOf());
    const { name, hash, runtime } = transformer;
    expect(sentiment).toMatchObject({
      label: 'negative',
      score: -0.625,
      brands: [{ id: 'solenne', label: 'negative' }],
      secondLook: { by: { name, hash, runtime }, said, first: { label: 'positive', score: plain.sentiment.score } },
    });
    expect(sentiment.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(plain.sentiment.score, 9);
    expect(significance.score).toBe(plain.significance);
    expect(differs).toBeUndefined();
  });

  it('is told as still to come where the post was counted by the first look, and not at all where there is none', () => {
    const { post, plain } = heard(praise);
    const waiting = explain(post, plain, rulesOf());
    expect(waiting.sentiment).toMatchObject({ label: 'positive', secondLook: { said: null } });
    expect(waiting.differs).toBeUndefined();
    expect(explain(post, plain, compileRules(workspace(), 3)).sentiment.secondLook).toBeUndefined();
    const away = heard('Solenne');
    expect(explain(away.post, away.plain, rulesOf()).sentiment.secondLook).toBeUndefined();
  });

  it('stands below a correction by query', () => {
    const corrections = [{ id: 'c', where: { query: 'serum' }, say: { sentiment: 'neutral' } }];
    const rules = rulesOf({ corrections });
    const { post, again } = heard(praise, {}, rules);
    expect(again.sentiment).toEqual({ label: 'neutral', score: 0 });
    const trace = explain(post, again, rules);
    expect(trace.sentiment.secondLook?.said).toBeNull();
    expect(trace.ruled?.ids).toEqual(['c']);
    expect(trace.differs).toBeUndefined();
  });
});
