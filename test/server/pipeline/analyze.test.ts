import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/pipeline/analyze.ts';
import { createCopyIndex } from '../../../server/pipeline/copies.ts';
import { compileRules, RulesFault } from '../../../server/pipeline/rules.ts';
import { launchSchema, setAsideReasons } from '../../../shared/domain.ts';
import { analysed, makeTextPost, makeWorkspace } from '../../support/analysed.ts';

const parseLaunches = (launches: readonly object[]) => launches.map((one) => launchSchema.parse(one));

describe('analyze', () => {
  it('sets aside by words first: no brand, excluded, a language that is not watched', () => {
    expect(analysed('a lamp')).toMatchObject({ stage: 'set-aside', reason: 'no-brand', brands: [] });
    expect(analysed('a flat in the rue Solenne')).toMatchObject({
      stage: 'set-aside',
      reason: 'excluded',
      brands: [],
      excludedFrom: ['solenne'],
    });
    const english = makeWorkspace({ languages: ['en'] });
    expect(analysed('le sérum Solenne est très bien pour ma peau', {}, english)).toMatchObject({
      stage: 'set-aside',
      reason: 'language',
      lang: 'fr',
      brands: [],
    });
  });

  it('names brands and themes strongest first', () => {
    const workspace = makeWorkspace({
      brands: [
        { id: 'a', name: 'A', query: 'kaoline' },
        { id: 'b', name: 'B', query: 'solenne' },
      ],
      themes: [
        { id: 'scent', name: 'Scent', query: 'scent, smell*' },
        { id: 'price', name: 'Price', query: 'price, euros, cost*' },
      ],
    });
    const { brands, themes } = analysed(
      'Solenne, unlike kaoline: solenne smells nice but the price, 89 euros, costs me',
      {},
      workspace,
    );
    expect(brands.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(themes.map(({ id }) => id)).toEqual(['price', 'scent']);
  });

  it('counts a launch where its product query holds and its brand is named, and nothing else of the post changes', () => {
    const launches = [
      { id: 'glow', name: 'Glow', brand: 'solenne', query: 'serum, smells', at: 0 },
      { id: 'whole', name: 'All of it', brand: 'solenne', at: 0 },
      { id: 'elsewhere', name: 'Not its own', brand: 'other', query: 'serum', at: 0 },
      { id: 'again', name: 'Overlaps', brand: 'solenne', query: 'serum NOT awful', at: 0 },
    ];
    const others = [...makeWorkspace().brands, { id: 'other', name: 'Other', query: 'velours' }];
    const corrections = [{ id: 'c', where: { query: 'awful' }, say: { addThemes: ['extra'] } }];
    const themes = [...makeWorkspace().themes, { id: 'extra', name: 'Extra', query: 'zzzz' }];
    const workspace = makeWorkspace({ brands: others, themes, corrections });
    for (const [text, counted] of [
      ['the Solenne serum is lovely', ['glow', 'again']],
      ['the Solenne serum is awful', ['glow']],
      ['Solenne is lovely', undefined],
      ['a serum of nobody', undefined],
      ['the velours serum', ['elsewhere']],
    ] as const) {
      const { launches: found, ...rest } = analysed(text, {}, { ...workspace, launches: parseLaunches(launches) });
      expect([text, found]).toEqual([text, counted]);
      expect(rest).toEqual(analysed(text, {}, workspace));
    }
  });

  it('calls a copy a copy before all other reasons, and names its original', () => {
    const rules = compileRules(makeWorkspace(), 1);
    const index = createCopyIndex();
    const text = 'My skin is burning after the Solenne serum, please share this with everybody now';
    const first = analyze(makeTextPost(text), rules, { index, seq: 4 });
    const second = analyze(makeTextPost(`RT @x: ${text}`), rules, { index, seq: 5 });
    expect(first).toMatchObject({ stage: 'significant', reason: null });
    expect(first.copyOf).toBeUndefined();
    expect(second).toMatchObject({ stage: 'important', reason: 'near-copy', copyOf: 4 });
    expect(second.sentiment.label).toBe(first.sentiment.label);
  });

  it('remembers no original among posts that the first sort set aside', () => {
    const index = createCopyIndex();
    const text = 'a long text about a lamp on a table in a house by the sea';
    analyze(makeTextPost(text), compileRules(makeWorkspace(), 1), { index, seq: 1 });
    expect(index.size()).toBe(0);
  });

  it('computes every part of every post when asked to', () => {
    const rules = compileRules(makeWorkspace(), 1);
    const post = makeTextPost('I hate this lamp, it smells and broke after a day');
    expect(analyze(post, rules)).toMatchObject({ significance: 0, themes: [], sentiment: { label: 'unscored' } });
    expect(analyze(post, rules, undefined, { complete: true })).toMatchObject({
      stage: 'set-aside',
      reason: 'no-brand',
      lang: 'en',
      themes: [{ id: 'scent', opinion: 'negative' }],
      significance: expect.closeTo(0.8, 0),
      sentiment: { label: 'negative' },
    });
  });

  it('says the same whatever was analysed before', () => {
    const rules = compileRules(makeWorkspace(), 1);
    const posts = [
      'I love Solenne',
      'solenne pump broke :(',
      'x'.repeat(9_000),
      'le sérum Solenne, non merci',
      'Solenne',
    ];
    const alone = posts.map((text) => analyze(makeTextPost(text), compileRules(makeWorkspace(), 1)));
    expect([...posts].reverse().map((text) => analyze(makeTextPost(text), rules))).toEqual([...alone].reverse());
  });

  it('gives every text one stage and one reason, hostile ones too, and never throws (10,000 texts)', () => {
    const rules = compileRules(makeWorkspace(), 1);
    const index = createCopyIndex({ capacity: 1_000 });
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        'solenne',
        ' ',
        '?',
        ' not good ',
        '\u202e',
        'e\u0301\u0302\u0303',
        '😍',
        ' my ',
        '\ud800',
        '((((',
        ' but ',
      ),
    );
    let seq = 0;
    let mentions = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), fc.string({ unit: 'binary' }), (pieces, title) => {
        seq += 1;
        const post = makeTextPost(pieces.join(''), { title });
        const found = analyze(post, rules, { index, seq }, { complete: seq % 2 === 0 });
        expect(found.stage === 'significant').toBe(found.reason === null);
        if (found.reason !== null) expect(setAsideReasons).toContain(found.reason);
        for (const score of [found.significance, found.spam]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect(Math.abs(found.sentiment.score)).toBeLessThanOrEqual(1);
        if (found.stage !== 'set-aside') mentions += 1;
      }),
      { seed: 20261122, numRuns: 10_000 },
    );
    expect(mentions).toBeGreaterThan(500);
  });

  it('gets through texts made to be slow', () => {
    const rules = compileRules(makeWorkspace(), 1);
    for (const unit of ['a', 'solenne ', '?', '((', 'not ', ':(', 'e\u0301', '\u202e', 'looo', '#a', '@a.', 'http://'])
      expect(analyze(makeTextPost(unit.repeat(100_000 / unit.length)), rules).stage).toBeDefined();
  });
});

describe('the glance before a post is read', () => {
  const rules = compileRules(makeWorkspace(), 1);
  const texts = [
    'the weather is lovely and we are all going to the sea',
    'Solenne smells lovely',
    'il fait beau et nous allons à la mer',
    '',
    '🍋',
  ];
  const answers = () => texts.map((text) => analyze(makeTextPost(text), rules));
  const saidAfter = (text: string) => {
    for (let n = 0; n < 3_000; n++) analyze(makeTextPost(text), rules);
    return answers();
  };

  it('decides about time alone: the same is said of a post after thousands that name a brand as after thousands that name none', () => {
    const unnamed = saidAfter('nothing of the kind');
    expect(saidAfter('Solenne again')).toEqual(unnamed);
    expect(unnamed.map(({ reason }) => reason === 'no-brand')).toEqual([true, false, true, true, true]);
  });
});

describe('compileRules', () => {
  it('names every fault of every query with its place', () => {
    const workspace = makeWorkspace({
      brands: [
        { id: 'a', name: 'A', query: 'fine' },
        { id: 'b', name: 'B', query: '"open' },
      ],
      themes: [{ id: 't', name: 'T', query: 'chanel:news AND' }],
      launches: [{ id: 'l', name: 'L', brand: 'a', query: '(', at: 0 }],
    });
    let fault: unknown;
    try {
      compileRules(workspace, 1);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(RulesFault);
    const paths = (fault as RulesFault).faults.map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(['brands[1].query', 'themes[0].query', 'launches[0].query']));
    for (const { code, message, position } of (fault as RulesFault).faults) {
      expect(code).toMatch(/^[a-z-]+$/);
      expect(message).not.toBe('');
      expect(position).toBeGreaterThanOrEqual(0);
    }
  });
});
