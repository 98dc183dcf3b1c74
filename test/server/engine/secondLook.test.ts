import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Commit, Engine } from '../../../server/engine/engine.ts';
import { createPreviews } from '../../../server/engine/previewThread.ts';
import { unpackRows } from '../../../server/store/packRows.ts';
import { startTransformer, type TransformerThread } from '../../../server/transformer/transformerThread.ts';
import type { RollupRow } from '../../../shared/rollup.ts';
import { tinyFiles, tinyVotes, writeTransformer } from '../../support/makeTransformer.ts';
import { allFigures, ingest, makeWords, republished, use, useEngines, workspaceOf } from '../../support/recounting.ts';

const dir = mkdtempSync(join(tmpdir(), 'second-look-'));
const quiet = {
  warn: () => undefined,
  onFatal(error: Error) {
    throw error;
  },
};
let tiny: TransformerThread;
let other: TransformerThread;
beforeAll(async () => {
  const languages = ['en'];
  tiny = await startTransformer({ ...quiet, dir: writeTransformer(join(dir, 'tiny')), languages });
  const votes = { ...tinyVotes, love: [0, 5, 0] as const };
  other = await startTransformer({ ...quiet, dir: writeTransformer(join(dir, 'other'), tinyFiles(votes)), languages });
});
afterAll(async () => {
  await tiny.close();
  await other.close();
  rmSync(dir, { recursive: true });
});

const rules = workspaceOf({ significance: { threshold: 0.1 } });
/** Said just now, so that live figures know them. */
const startedAt = Date.now();
const posts = makeWords(7, 200).map((post, index) => ({ ...post, at: startedAt - index * 1_000 }));
const deliver = (engine: Engine, all: readonly object[]) => ingest(engine, all, startedAt);
const isHeard = (engine: Engine, to = 200) => vi.waitFor(() => expect(engine.status().heardTo).toBe(to), 20_000);

const labelsOf = ({ outcomes }: Awaited<ReturnType<typeof allFigures>>) =>
  outcomes.map(([, analysis]) => (analysis as { sentiment: { label: string } }).sentiment.label);

// Each engine starts threads of its own, and some tests start six.
describe('a second look', { timeout: 120_000 }, () => {
  const { open, pathOf } = useEngines();

  /** What an engine counts that had its rules, and its transformer, from the first post on. */
  async function freshFigures(name: string, transformer: TransformerThread | null, workspace = rules, all = posts) {
    const { engine, history, close } = await open(name, transformer);
    await engine.saveWorkspace(workspace);
    await deliver(engine, all);
    if (transformer) await isHeard(engine, all.length);
    const figures = await allFigures(history);
    await close();
    return figures;
  }

  it('comes after what arrives is counted, tells what it changes, and leaves significance alone', async () => {
    const { engine, history } = await open('a', tiny);
    await engine.saveWorkspace(rules);
    const commits: Commit[] = [];
    engine.onCommit((commit) => commits.push(commit));
    await deliver(engine, posts);
    await isHeard(engine);
    const plain = await freshFigures('b', null);
    const figures = await allFigures(history);
    expect(figures.funnel).toEqual(plain.funnel);
    expect(figures.mentions).toEqual(plain.mentions);
    const moved = labelsOf(figures).filter((label, index) => label !== labelsOf(plain)[index]).length;
    expect(moved).toBeGreaterThan(20);
    const told = commits.flatMap(({ corrected }) => corrected ?? []);
    expect(told.length).toBeGreaterThanOrEqual(moved);
    expect(new Set(told).size).toBe(told.length);
    // Live figures that follow the commits end where history is.
    const negatives = (rows: readonly RollupRow[]) =>
      rows
        .filter(({ brand, theme }) => brand === 'solenne' && theme === '*')
        .reduce((sum, row) => sum + row.negative, 0);
    expect(negatives(commits.flatMap(({ rows }) => unpackRows(rows)))).toBe(negatives((await history.recount()).rows));
    expect(negatives((await history.recount()).rows)).toBeGreaterThan(0);
  });

  it('gives the same figures when history is counted again as when posts come fresh', async () => {
    const { engine, history } = await open('c', tiny);
    await engine.saveWorkspace(workspaceOf({ brands: [], significance: { threshold: 0.6 } }));
    await deliver(engine, posts.slice(0, 150));
    await use(engine, rules);
    await deliver(engine, posts.slice(150));
    await isHeard(engine);
    const fresh = await freshFigures('d', tiny);
    expect(await allFigures(history)).toEqual(fresh);
    // A preview looks as counting again does: the same rules move nothing.
    const preview = createPreviews({ path: pathOf('c'), authorKey: new Uint8Array(32) }, tiny);
    const same = await preview(rules, new AbortController().signal);
    expect(same).toMatchObject({ posts: 200, moved: 0 });
    expect(same.total.after).toEqual(same.total.before);
    const done = republished(engine);
    await engine.recompute('start');
    await done;
    expect(await allFigures(history)).toEqual(fresh);
  });

  it('is had by another transformer, by none and by the first again, as the server is started', async () => {
    const plain = await freshFigures('e', null);
    const first = await freshFigures('f', tiny);
    const second = await freshFigures('g', other);
    expect(labelsOf(second)).not.toEqual(labelsOf(first));
    for (const [transformer, expected] of [
      [other, second],
      [null, plain],
      [tiny, first],
    ] as const) {
      const { engine, history, close } = await open('f', transformer);
      await vi.waitFor(() => expect(engine.status().recompute).toBeUndefined(), 20_000);
      const { version, transformer: by } = await engine.ruleSet();
      await vi.waitFor(() => expect(engine.status().history.ruleSet).toBe(version), 20_000);
      expect(by).toEqual(transformer?.identity);
      expect(await allFigures(history)).toEqual(expected);
      await close();
    }
  });

  it('waits while nobody is there to have it, and is made up for', async () => {
    const { engine, close } = await open('h', tiny);
    await engine.saveWorkspace(rules);
    await deliver(engine, posts.slice(0, 100));
    await isHeard(engine, 100);
    await close();
    // As an import does, which brings no transformer and changes no rules.
    const without = await open('h');
    await deliver(without.engine, posts.slice(100));
    expect((await without.engine.ruleSet()).transformer).toEqual(tiny.identity);
    expect(without.engine.status().heardTo).toBeUndefined();
    await without.engine.saveWorkspace({ ...rules, themes: [] });
    await without.close();
    const again = await open('h', tiny);
    await isHeard(again.engine);
    await vi.waitFor(() => expect(again.engine.status().history.ruleSet).toBe(2), 20_000);
    const fresh = await freshFigures('i', tiny, { ...rules, themes: [] });
    expect(await allFigures(again.history)).toEqual(fresh);
  });

  it('leaves people’s words where they are, and is beneath them when they are taken back', async () => {
    const { engine, history } = await open('j', tiny);
    await engine.saveWorkspace(rules);
    const text = 'I love the solenne serum so much, it really works for me';
    const first = { ...posts[0], lang: 'en', text };
    await deliver(engine, [first, { ...first, id: 'other', text: `${text}, and my sister bought three more of them` }]);
    await engine.correct([1], [{ what: 'sentiment', value: 'neutral' }]);
    await engine.correct([2], [{ what: 'relevant', value: false }]);
    await isHeard(engine, 2);
    const find = async (seq: number) => (await history.mention({ seq }))[0]!;
    expect((await find(1)).analysis.sentiment.label).toBe('neutral');
    expect((await find(2)).analysis.stage).toBe('set-aside');
    for (const seq of [1, 2]) expect((await find(seq)).corrected?.machine.sentiment.label).toBe('negative');
    await engine.correct([1], [{ what: 'sentiment', value: null }]);
    await engine.correct([2], [{ what: 'relevant', value: null }]);
    for (const seq of [1, 2]) expect((await find(seq)).analysis.sentiment.label).toBe('negative');
  });
});
