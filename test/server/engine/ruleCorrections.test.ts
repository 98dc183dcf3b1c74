import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../server/engine/engine.ts';
import { createPreviews, createRetrains } from '../../../server/engine/previewThread.ts';
import type { History } from '../../../server/store/store.ts';
import { seeded } from '../../support/makePosts.ts';
import { allFigures, at, ingest, makeWords, use, useEngines, workspaceOf } from '../../support/recounting.ts';

const before = workspaceOf();
const rules = {
  overrides: [
    { word: 'hate', sentiment: 'positive' as const },
    { word: 'terrible', sentiment: 'neutral' as const, brand: 'vela' },
  ],
  corrections: [
    { id: 'c1', where: { query: 'bottle', brands: ['vela'] }, say: { sentiment: 'negative' as const } },
    { id: 'c2', where: { query: 'smell' }, say: { relevant: false } },
    { id: 'c3', where: { query: 'texture', to: at + 86_400_000 }, say: { addThemes: ['price'] } },
  ],
};
const after = workspaceOf(rules);
const never = new AbortController().signal;
const key = new Uint8Array(32);

describe('corrections that are rules', { timeout: 120_000 }, () => {
  const { open, pathOf } = useEngines();

  it('count as a fresh ingest under them does, are previewed as they come, and undone to the old figures', async () => {
    const posts = makeWords(11, 1_200);
    const { engine, history } = await open('lived.db');
    await engine.saveWorkspace(before);
    await ingest(engine, posts.slice(0, 1_000));
    const first = await allFigures(history);
    const said = await createPreviews({ path: pathOf('lived.db'), authorKey: key })(after, never);
    expect(said.moved).toBeGreaterThan(100);
    expect((await allFigures(history)).outcomes).toEqual(first.outcomes);
    await use(engine, after);
    expect(await history.funnel({})).toEqual(said.funnel.after);
    const opinions = { positive: 0, neutral: 0, negative: 0 };
    for (const point of await history.series({ step: '1w', zone: 'UTC', stage: 'important' }))
      for (const one of ['positive', 'neutral', 'negative'] as const) opinions[one] += point[one];
    expect(said.total.after).toMatchObject(opinions);
    expect(said.total.before).not.toMatchObject(opinions);
    await use(engine, before);
    expect(await allFigures(history)).toEqual(first);

    // What comes later is under them too.
    await use(engine, after);
    await ingest(engine, posts.slice(1_000));
    const fresh = await open('fresh.db');
    await fresh.engine.saveWorkspace(after);
    await ingest(fresh.engine, posts.slice(0, 1_000));
    await ingest(fresh.engine, posts.slice(1_000));
    expect(await allFigures(fresh.history)).toEqual(await allFigures(history));
  });

  it('give way to what a person says of one message, in every figure', async () => {
    const { engine, history } = await open('lived.db');
    await engine.saveWorkspace(after);
    await ingest(engine, makeWords(12, 400));
    const ruled = (await history.mentions({ stage: 'important', opinions: ['negative'], limit: 400 })).items.find(
      ({ text, analysis }) => /vela .*bottle/.test(text) && analysis.brands.length === 1,
    )!;
    expect(ruled.analysis.sentiment).toMatchObject({ label: 'negative', score: -1 });
    const negatives = async () =>
      (await history.series({ step: '1w', zone: 'UTC', stage: 'important', brands: ['vela'] })).reduce(
        (sum, point) => sum + point.negative,
        0,
      );
    const many = await negatives();
    await engine.correct([ruled.seq], [{ what: 'sentiment', value: 'positive' }]);
    expect(await negatives()).toBe(many - 1);
    await use(engine, { ...after, overrides: [] });
    const [still] = await history.mention({ seq: ruled.seq });
    expect(still?.analysis.sentiment.label).toBe('positive');
    expect(still?.corrected?.machine.sentiment).toMatchObject({ label: 'negative', score: -1 });
    expect((await allFigures(history)).funnel.collected).toBe(400);
  });
});

/** A trade in which "stiff" and "wicked" are praise, and "sweet" is blame: what no shipped model can know. */
function makeTrade(seed: number, count: number) {
  const chance = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
  return Array.from({ length: count }, (_, index) => {
    const [word, label] = pick([
      ['wicked', 'positive'],
      ['stiff', 'positive'],
      ['sweet', 'negative'],
      ['standard', 'neutral'],
    ] as const);
    const filler = Array.from({ length: 6 }, () => `w${Math.floor(chance() * 400)}`).join(' ');
    const about = chance() < 0.5 ? 'hinge' : 'handle';
    const text = `${pick(['that', 'this', 'the', 'my'])} vela ${about} is ${pick(['so', 'really', 'quite', 'very'])} ${word} ${filler}`;
    return { id: `${seed}-${index}`, at: at + index * 60_000, lang: 'en', channel: 'social', text, label, about };
  });
}

describe('retraining', { timeout: 120_000 }, () => {
  const { open, pathOf } = useEngines();
  const retrain = (name: string) => createRetrains({ path: pathOf(name), authorKey: key });

  async function correctSome(engine: Engine, history: History, trade: ReturnType<typeof makeTrade>, count: number) {
    for (const post of (await history.keptAfter(0, count)).slice(0, count)) {
      const { label, about } = trade.find(({ id }) => id === post.id)!;
      await engine.correct(
        [post.seq],
        [
          { what: 'sentiment', value: label },
          { what: 'themes', value: about === 'hinge' ? ['hinge'] : [] },
        ],
      );
    }
  }

  it('learns from corrections what is better on those held out, the same each time, and leaves everything else', async () => {
    const workspace = workspaceOf({ themes: [{ id: 'hinge', name: 'Hinge', query: 'pivot' }] });
    const trade = makeTrade(21, 500);
    const { engine, history } = await open('lived.db');
    await engine.saveWorkspace(workspace);
    await ingest(engine, trade);
    await correctSome(engine, history, trade, 120);
    const first = await allFigures(history);
    const answer = await retrain('lived.db')(workspace, never);
    expect(answer.sentiment).toMatchObject({ corrections: 120, isBetter: true });
    expect(answer.sentiment.adjusted!.right).toBeGreaterThan(answer.sentiment.shipped.right + 0.1);
    const { learned, themes } = answer.workspace;
    const weight = (word: string) => {
      const found = learned!.words.find((one) => one.word === word)!;
      return found.positive - found.negative;
    };
    expect(weight('wicked')).toBeGreaterThan(0.5);
    expect(weight('sweet')).toBeLessThan(-0.5);
    expect(answer.themes).toMatchObject([{ id: 'hinge', isBetter: true, words: 0 }]);
    expect(themes[0]?.examples).toHaveLength(120);
    expect(await retrain('lived.db')(workspace, never)).toEqual(answer);
    expect(await allFigures(history)).toEqual(first);

    const said = await createPreviews({ path: pathOf('lived.db'), authorKey: key })(answer.workspace, never);
    expect(said.moved).toBeGreaterThan(50);
    await use(engine, answer.workspace);
    expect(await history.funnel({})).toEqual(said.funnel.after);
    const uncorrected = (await history.keptAfter(0, 1_000)).filter((post) => !post.corrected);
    const right = uncorrected.filter(
      (post) => post.analysis.sentiment.label === trade.find(({ id }) => id === post.id)!.label,
    );
    expect(right.length / uncorrected.length).toBeGreaterThan(answer.sentiment.shipped.right + 0.1);
    const hinged = uncorrected.filter((post) => post.analysis.themes.length > 0);
    expect(hinged.every((post) => post.text.includes('hinge'))).toBe(true);
    expect(hinged.length).toBeGreaterThan(uncorrected.length / 3);
    // Learned once more from the same corrections it is the same: what was learned is no reason to learn it again.
    expect((await retrain('lived.db')(answer.workspace, never)).workspace).toEqual(answer.workspace);

    await use(engine, workspace);
    expect(await allFigures(history)).toEqual(first);
  });

  it('proposes nothing from too few corrections, nor from what contradicts itself', async () => {
    const trade = makeTrade(22, 300).map((post, index) => ({
      ...post,
      label: (['positive', 'neutral', 'negative'] as const)[index % 3]!,
    }));
    const { engine, history } = await open('lived.db');
    await engine.saveWorkspace(before);
    await ingest(engine, trade);
    await correctSome(engine, history, trade as ReturnType<typeof makeTrade>, 10);
    const few = await retrain('lived.db')(before, never);
    expect(few.sentiment).toMatchObject({ corrections: 10, needed: { all: 20 }, isBetter: false });
    await correctSome(engine, history, trade as ReturnType<typeof makeTrade>, 90);
    const many = await retrain('lived.db')(before, never);
    expect(many.sentiment).toMatchObject({ corrections: 90, isBetter: false });
    expect(many.workspace.learned).toBeUndefined();
    expect(many.workspace.themes).toEqual(before.themes);
  });
});
