import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/pipeline/analyze.ts';
import { explain } from '../../../server/pipeline/explain.ts';
import { compileRules } from '../../../server/pipeline/rules.ts';
import type { Post } from '../../../shared/domain.ts';
import type { Part } from '../../../shared/trace.ts';
import { makeTextPost, makeWorkspace } from '../../support/analysed.ts';

const rules = compileRules(makeWorkspace(), 12);
const traceOf = (text: string, some: Partial<Post> = {}) => {
  const post = makeTextPost(text, some);
  const stored = analyze(post, rules);
  return { post, stored, trace: explain(post, stored, rules) };
};
const sum = (parts: readonly Part[]) => parts.reduce((total, part) => total + part.value, 0);
const clamped = (value: number, least: number) => Math.min(1, Math.max(least, value));

const texts = [
  'I am not fond of the Solenne scent, but the serum is very good 😍 :)',
  'My Solenne pump broke after two days!!! Does anyone know where to return it? https://t.example/a',
  'RT @a: Solenne giveaway, follow and RT to win, check out my channel #a #b #c #d #e #f #g',
  'Le sérum Solenne colle, je suis déçue. Quelqu’un a une idée ?',
  'rue Solenne',
  'nothing of the kind',
  'Solenne shares fall, analysts say $SOL',
];

describe('explain', () => {
  it.each(texts)('gives parts that add up to each score: %s', (text) => {
    const { stored, trace } = traceOf(text, { metrics: { likes: 40, shares: 12 } });
    expect(clamped(sum(trace.significance.parts), 0)).toBeCloseTo(trace.significance.score, 9);
    expect(clamped(sum(trace.spam.parts), 0)).toBeCloseTo(trace.spam.score, 9);
    expect(clamped(sum(trace.sentiment.parts), -1)).toBeCloseTo(trace.sentiment.score, 9);
    if (stored.stage !== 'set-aside') {
      expect(trace.significance.score).toBe(stored.significance);
      expect(trace.spam.score).toBe(stored.spam);
      expect(trace.sentiment.score).toBe(stored.sentiment.score);
    }
    expect(trace).toMatchObject({ ruleSet: 12, stage: stored.stage, reason: stored.reason });
    expect(trace.differs).toBeUndefined();
  });

  it.each(texts)('marks stretches of the text as it was written: %s', (text) => {
    const { trace } = traceOf(text);
    for (const mark of trace.marks) {
      expect(mark.from).toBeLessThan(mark.to);
      expect(mark.to).toBeLessThanOrEqual(text.length);
    }
    expect(trace.marks.map((mark) => mark.from)).toEqual(trace.marks.map((mark) => mark.from).sort((a, b) => a - b));
  });

  it('quotes the words that decided', () => {
    const text = texts[0]!;
    const { trace } = traceOf(text);
    const marked = (kind: string) =>
      trace.marks.filter((mark) => mark.kind === kind).map((mark) => text.slice(mark.from, mark.to));
    expect(marked('brand')).toEqual(['Solenne']);
    expect(marked('theme')).toEqual(['scent']);
    expect(marked('negative')).toEqual(expect.arrayContaining(['fond']));
    expect(marked('negation')).toEqual(['not']);
    expect(marked('turn')).toEqual(['but']);
    expect(marked('positive')).toEqual(expect.arrayContaining(['very good', '😍']));
    const named = trace.sentiment.parts.map(({ name, because }) => [name, because]);
    expect(named).toEqual(
      expect.arrayContaining([
        ['negated', 'fond'],
        ['word', 'very good'],
        ['emoji', '😍'],
      ]),
    );
    const part = (because: string) => trace.sentiment.parts.find((one) => one.because === because)!.value;
    expect(part('very good')).toBeGreaterThan(0);
    expect(part('😍')).toBeGreaterThan(0);
    expect(part('fond')).toBeLessThan(0);
    expect(trace.brands).toEqual([
      { id: 'solenne', query: 'solenne NOT "rue solenne"', matched: ['Solenne'], excluded: [] },
    ]);
    expect(trace.themes).toEqual([{ id: 'scent', matched: ['scent'] }]);
  });

  it('tells an expression as one thing', () => {
    const { trace } = traceOf('the Solenne pump does not work, waste of money');
    expect(trace.sentiment.parts).toContainEqual(expect.objectContaining({ name: 'word', because: 'waste of money' }));
  });

  it('says why a post was set aside by words', () => {
    expect(traceOf('rue Solenne').trace).toMatchObject({
      reason: 'excluded',
      brands: [{ id: 'solenne', matched: ['Solenne'], excluded: ['rue Solenne'] }],
      marks: [
        { kind: 'excluded', from: 0, to: 11 },
        { kind: 'brand', from: 4, to: 11 },
      ],
    });
    expect(traceOf('a lamp').trace).toMatchObject({ reason: 'no-brand', brands: [{ matched: [], excluded: [] }] });
  });

  it('keeps to what was counted and says what it would find otherwise now', () => {
    const { post, stored } = traceOf(texts[1]!);
    const counted = { ...stored, stage: 'important' as const, reason: 'passing' as const, significance: 0.25 };
    const trace = explain(post, counted, rules);
    expect(trace).toMatchObject({
      stage: 'important',
      reason: 'passing',
      differs: ['stage', 'reason', 'significance'],
    });
  });

  it('takes from the store what only the store knows: of what a post is a copy', () => {
    const { post, stored } = traceOf(texts[1]!);
    const counted = { ...stored, stage: 'important' as const, reason: 'near-copy' as const, copyOf: 3 };
    const trace = explain(post, counted, rules, { of: { source: 's', id: 'o' }, copies: 0 });
    expect(trace).toMatchObject({ reason: 'near-copy', copy: { of: { source: 's', id: 'o' }, copies: 0 } });
    expect(trace.differs).toBeUndefined();
  });
});
