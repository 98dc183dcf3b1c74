import { describe, expect, it } from 'vitest';
import { draft } from '../../../server/pipeline/analyze.ts';
import { explain } from '../../../server/pipeline/explain.ts';
import { compileRules, RulesFault } from '../../../server/pipeline/rules.ts';
import type { Post, QueryCorrection } from '../../../shared/domain.ts';
import { analysed, makeTextPost, makeWorkspace } from '../../support/analysed.ts';

const some = {
  brands: [
    { id: 'solenne', name: 'Solenne', query: 'solenne' },
    { id: 'vela', name: 'Vela', query: 'vela' },
  ],
  themes: [
    { id: 'scent', name: 'Scent', query: 'scent' },
    { id: 'price', name: 'Price', query: 'price' },
  ],
};
type Rule = Omit<QueryCorrection, 'id'>;
const workspaceOf = (...rules: Rule[]) =>
  makeWorkspace({ ...some, corrections: rules.map((rule, index) => ({ id: `c${index}`, ...rule })) });
const corrected = (text: string, rules: Rule[], post: Partial<Post> = {}) =>
  analysed(text, post, workspaceOf(...rules));
const love = 'I love my solenne bottle so much';

describe('corrections by query', () => {
  it('say of every mention that matches what a person said, and of no other', () => {
    const rule: Rule = { where: { query: 'bottle' }, say: { sentiment: 'negative', addThemes: ['price'] } };
    expect(corrected(love, [rule])).toMatchObject({
      sentiment: { label: 'negative', score: -1 },
      brands: [{ id: 'solenne', opinion: 'negative' }],
      themes: [{ id: 'price' }],
    });
    expect(corrected('I love my solenne serum', [rule])).toEqual(corrected('I love my solenne serum', []));
    expect(corrected('I love my bottle', [rule])).toEqual(corrected('I love my bottle', []));
  });

  it('set aside what is not about the brand, and bring back what the second sort set aside', () => {
    const isNot: Rule = { where: { query: 'bottle' }, say: { relevant: false } };
    expect(corrected(love, [isNot])).toMatchObject({
      stage: 'set-aside',
      reason: 'excluded',
      brands: [],
      excludedFrom: ['solenne'],
    });
    const passing = 'solenne today';
    expect(corrected(passing, []).stage).toBe('important');
    const is: Rule = { where: { query: 'today' }, say: { relevant: true } };
    expect(corrected(passing, [is])).toMatchObject({ stage: 'significant', reason: null });
  });

  it('take a brand alone out of a text that names two, and speak of it alone', () => {
    const text = 'I love solenne and vela';
    const out = corrected(text, [{ where: { query: 'love' }, say: { brand: 'vela', relevant: false } }]);
    expect(out.brands.map(({ id }) => id)).toEqual(['solenne']);
    expect(out.excludedFrom).toEqual(['vela']);
    const bad = corrected(text, [{ where: { query: 'love' }, say: { brand: 'vela', sentiment: 'negative' } }]);
    expect(Object.fromEntries(bad.brands.map(({ id, opinion }) => [id, opinion]))).toEqual({
      solenne: 'positive',
      vela: 'negative',
    });
    expect(bad.sentiment.label).toBe('positive');
  });

  it('of two about the same brand the later holds, in either order; what is about none is nobody’s original', () => {
    const isNot: Rule = { where: { query: 'bottle' }, say: { relevant: false } };
    const is: Rule = { where: { query: 'love' }, say: { brand: 'solenne', relevant: true } };
    expect(corrected(love, [isNot, is])).toMatchObject({ stage: 'significant', brands: [{ id: 'solenne' }] });
    expect(corrected(love, [is, isNot])).toMatchObject({ stage: 'set-aside', excludedFrom: ['solenne'] });
    expect(draft(makeTextPost(love), compileRules(workspaceOf(isNot), 1)).sketch).toBeUndefined();
    expect(draft(makeTextPost(love), compileRules(workspaceOf(), 1)).sketch).toBeDefined();
  });

  it.each<[string, QueryCorrection['where'], boolean]>([
    ['a range that holds it', { query: 'bottle', from: 1000, to: 2001 }, true],
    ['a range that ends before it', { query: 'bottle', to: 2000 }, false],
    ['a range that begins after it', { query: 'bottle', from: 2001 }, false],
    ['its brand', { brands: ['solenne', 'vela'] }, true],
    ['another brand', { query: 'bottle', brands: ['vela'] }, false],
    ['its theme', { themes: ['none'] }, true],
    ['another theme', { themes: ['scent'] }, false],
    ['its channel', { channels: ['social'] }, true],
    ['another channel', { channels: ['news', 'review'] }, false],
    ['its language', { langs: ['en'] }, true],
    ['another language', { langs: ['fr'] }, false],
    ['its opinion', { opinions: ['positive'] }, true],
    ['another opinion', { opinions: ['neutral', 'unscored'] }, false],
    ['all of it at once', { query: 'love NOT hate', brands: ['solenne'], langs: ['en'], from: 2000 }, true],
  ])('are about %s', (_, where, isAbout) => {
    const { label } = corrected(love, [{ where, say: { sentiment: 'negative' } }], { at: 2000 }).sentiment;
    expect(label).toBe(isAbout ? 'negative' : 'positive');
  });

  it('ask what the machine found, not what another correction says; of two the later holds', () => {
    const toNegative: Rule = { where: { opinions: ['positive'] }, say: { sentiment: 'negative' } };
    const ofNegative: Rule = { where: { opinions: ['negative'] }, say: { relevant: false } };
    expect(corrected(love, [toNegative, ofNegative])).toMatchObject({ reason: 'passing' });
    const toNeutral: Rule = { where: { query: 'love' }, say: { sentiment: 'neutral' } };
    expect(corrected(love, [toNegative, toNeutral]).sentiment.label).toBe('neutral');
    expect(corrected(love, [toNeutral, toNegative]).sentiment.label).toBe('negative');
  });

  it('drop themes and keep the opinion of those that stay', () => {
    const text = 'gorgeous scent, but the solenne price is terrible';
    const machine = corrected(text, []);
    const scent = machine.themes.find(({ id }) => id === 'scent');
    expect(corrected(text, [{ where: { query: 'price' }, say: { dropThemes: ['price'] } }]).themes).toEqual([scent]);
  });

  it('stand in the trace beside what the machine says, whose reasons it gives', () => {
    const workspace = workspaceOf({ where: { query: 'bottle' }, say: { sentiment: 'negative', addThemes: ['price'] } });
    const post = makeTextPost(love);
    const trace = explain(post, analysed(love, {}, workspace), compileRules(workspace, 1));
    expect(trace.ruled).toEqual({
      ids: ['c0'],
      machine: { stage: 'important', reason: 'passing', opinion: 'positive', themes: [] },
    });
    expect(trace.sentiment.label).toBe('positive');
    expect(trace.sentiment.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(trace.sentiment.score, 9);
    expect(trace.differs).toBeUndefined();
    expect(explain(makeTextPost('solenne'), analysed('solenne', {}, workspace), compileRules(workspace, 1)).ruled).toBe(
      undefined,
    );
  });

  it('name the fault of their query by its place', () => {
    const workspace = workspaceOf({ where: { query: '(bottle' }, say: { sentiment: 'negative' } });
    expect(() => compileRules(workspace, 1)).toThrow(RulesFault);
    expect(() => compileRules(workspace, 1)).toThrow('corrections[0].where.query');
  });
});
