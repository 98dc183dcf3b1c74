import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../server/engine/engine.ts';
import { createPreviews } from '../../../server/engine/previewThread.ts';
import type { History } from '../../../server/store/store.ts';
import { seeded } from '../../support/makePosts.ts';
import {
  allFigures,
  at,
  ingest,
  makeWords,
  republished,
  use,
  useEngines,
  workspaceOf,
} from '../../support/recounting.ts';

const before = workspaceOf();
const after = workspaceOf({
  brands: [
    { id: 'solenne', name: 'Solenne', query: 'solenne NOT bottle' },
    { id: 'orso', name: 'Orso', query: 'orso' },
  ],
  themes: [
    { id: 'price', name: 'Price', query: 'price NOT w7' },
    { id: 'texture', name: 'Texture', query: 'texture, smell' },
  ],
  significance: { threshold: 0.2 },
});

describe('counting history again', { timeout: 120_000 }, () => {
  const { open, pathOf } = useEngines();

  it('gives what a fresh ingest under the new rules gives, the same each time, and the old figures when undone', async () => {
    const posts = makeWords(1, 1_300);
    const { engine, history } = await open('lived.db');
    await engine.saveWorkspace(before);
    await ingest(engine, posts);
    const first = await allFigures(history);
    await use(engine, after);
    const second = await allFigures(history);
    expect(second.series).not.toEqual(first.series);
    expect(await history.counted()).toMatchObject({ ruleSet: 2, seam: null });

    const fresh = await open('fresh.db');
    await fresh.engine.saveWorkspace(after);
    await ingest(fresh.engine, posts);
    expect(await allFigures(fresh.history)).toEqual(second);

    const again = republished(engine);
    await engine.recompute('start');
    await again;
    expect(await allFigures(history)).toEqual(second);
    await use(engine, before);
    expect(await allFigures(history)).toEqual(first);
    const versions = new Set((await history.keptAfter(0, 10_000)).map((post) => post.ruleSet));
    expect([...versions]).toEqual([3]);
  });

  it('counts a launch by its query in the past too, keeps it through corrections, and leaves history alone for names', async () => {
    const glow = { id: 'glow', name: 'Glow', brand: 'solenne', query: 'bottle, w3', at };
    const launched = (launches: readonly object[]) => workspaceOf({ launches });
    const ofLaunch = async (on: History, theme = 'launch:glow') =>
      (await on.series({ themes: [theme], step: '1d', zone: 'UTC', stage: 'important' })).map((one) => one.mentions);
    const posts = makeWords(6, 900);
    const { engine, history } = await open('lived.db');
    await engine.saveWorkspace(before);
    await ingest(engine, posts);
    const first = await allFigures(history);
    expect(await ofLaunch(history)).toEqual([]);
    await use(engine, launched([glow]));
    const counted = await ofLaunch(history);
    expect(Math.min(...counted)).toBeGreaterThan(0);
    // Figures by theme show no launch: they are those from before.
    const { outcomes, ...second } = await allFigures(history);
    const { outcomes: _, ...old } = first;
    expect(second).toEqual(old);
    expect(outcomes).not.toEqual(first.outcomes);

    const [one] = (await history.mentions({ themes: ['launch:glow'], stage: 'important', limit: 1 })).items;
    await engine.correct([one!.seq], [{ what: 'themes', value: ['price'] }]);
    expect(await ofLaunch(history)).toEqual(counted);
    expect((await history.mention({ seq: one!.seq }))[0]?.analysis).toMatchObject({
      themes: [{ id: 'price' }],
      launches: ['glow'],
    });
    await engine.correct([one!.seq], [{ what: 'relevant', brand: 'solenne', value: false }]);
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    expect(sum(await ofLaunch(history))).toBe(sum(counted) - 1);
    await engine.correct(
      [one!.seq],
      [
        { what: 'themes', value: null },
        { what: 'relevant', brand: 'solenne', value: null },
      ],
    );

    const fresh = await open('fresh.db');
    await fresh.engine.saveWorkspace(launched([glow]));
    await ingest(fresh.engine, posts);
    expect(await ofLaunch(fresh.history)).toEqual(await ofLaunch(history));
    expect(await ofLaunch(fresh.history, 'launch:glow:price')).toEqual(await ofLaunch(history, 'launch:glow:price'));
    expect(await allFigures(fresh.history)).toEqual({ ...second, outcomes });

    const { ruleSet } = await history.counted();
    const moved = { ...glow, name: 'Glow 2', at: at + 1, events: [{ at, name: 'x', kind: 'y' }] };
    const renamed = await engine.saveWorkspace(launched([moved]));
    expect((await engine.status()).recompute).toBeUndefined();
    expect(await history.counted()).toMatchObject({ ruleSet: renamed.version });
    expect(renamed.version).toBe(ruleSet + 1);

    await use(engine, before);
    expect(await ofLaunch(history)).toEqual([]);
    expect(await allFigures(history)).toEqual(first);
  });

  it('counts once what arrives, is corrected and is removed meanwhile (seed 3)', async () => {
    const { engine, history } = await open('lived.db');
    await engine.saveWorkspace(before);
    // Of the removed ones nothing is a near-copy: whether they were read before they went must not matter.
    const unlike = Array.from({ length: 40 }, (_, index) => ({
      id: `gone-${index}`,
      at: at + index * 900_000,
      text: `I hate the price of solenne ${Array.from({ length: 9 }, (_, word) => `x${index}y${word}`).join(' ')}`,
    }));
    const early = [...makeWords(2, 1_400), ...unlike];
    const late = makeWords(3, 600, 3_000);
    await ingest(engine, early);
    const chance = seeded(3);
    const seqs = (await history.keptAfter(0, 10_000)).filter(() => chance() < 0.02).map((post) => post.seq);
    const change = async (on: Engine, seq: number, index: number) => {
      if (index % 3 === 0) await on.correct([seq], [{ what: 'sentiment', value: 'negative' }]);
      else if (index % 3 === 1) await on.correct([seq], [{ what: 'themes', value: ['texture'] }]);
      else await on.correct([seq], [{ what: 'relevant', value: false }]);
    };
    const gone = unlike.map(({ id }) => ({ source: 'test', id }));
    const done = republished(engine);
    await engine.saveWorkspace(after);
    const removal = { kind: 'posts', posts: [], receivedAt: at, removed: gone } as const;
    const doings: Promise<unknown>[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      doings.push(ingest(engine, late.slice(turn * 50, turn * 50 + 50)));
      for (const seq of seqs.filter((_, index) => index % 12 === turn)) doings.push(change(engine, seq, seq));
      if (turn === 6) doings.push(engine.ingest(removal));
    }
    await Promise.all([...doings, done]);

    const fresh = await open('fresh.db');
    await fresh.engine.saveWorkspace(after);
    await ingest(fresh.engine, early);
    const words = (await fresh.history.keptAfter(0, 10_000)).filter((post) => seqs.includes(post.seq));
    for (const { seq } of words) await change(fresh.engine, seq, seq);
    for (let turn = 0; turn < 12; turn += 1) await ingest(fresh.engine, late.slice(turn * 50, turn * 50 + 50));
    await fresh.engine.ingest(removal);
    const strip = ({ outcomes, mentions, away, ...figures }: Awaited<ReturnType<typeof allFigures>>) => figures;
    expect(strip(await allFigures(history))).toEqual(strip(await allFigures(fresh.history)));
  });

  it('begins anew when the program ended in the middle, and stands still when it is stopped', async () => {
    const { engine, history, close } = await open('lived.db');
    await engine.saveWorkspace(before);
    await ingest(engine, makeWords(4, 1_500));
    const first = await allFigures(history);
    await engine.saveWorkspace(after);
    await close();

    const next = await open('lived.db');
    const done = republished(next.engine);
    expect((await next.history.counted()).ruleSet).toBe(1);
    await done;
    expect((await next.history.counted()).ruleSet).toBe(2);
    await next.engine.saveWorkspace(before);
    await next.engine.recompute('stop');
    expect(next.engine.status().recompute).toBeUndefined();
    expect((await next.history.counted()).ruleSet).toBe(2);
    const resumed = republished(next.engine);
    await next.engine.recompute('start');
    await resumed;
    expect(await allFigures(next.history)).toEqual(first);
  });

  it('is what a preview said it would be, and a preview can be given up', async () => {
    const { engine, history } = await open('lived.db');
    await engine.saveWorkspace(before);
    await ingest(engine, makeWords(6, 900));
    const seqs = (await history.keptAfter(0, 1_000)).map((post) => post.seq).filter((seq) => seq % 7 === 0);
    await engine.correct(seqs, [{ what: 'sentiment', value: 'negative' }]);
    const funnel = await history.funnel({});
    const preview = createPreviews({ path: pathOf('lived.db'), authorKey: new Uint8Array(32) });
    const given = new AbortController();
    const givenUp = preview(after, given.signal);
    given.abort(new Error('enough'));
    await expect(givenUp).rejects.toThrow('enough');

    const said = await preview(after, new AbortController().signal);
    expect(said).toMatchObject({ posts: 900, kept: 900, history: { ruleSet: 1 } });
    expect(said.funnel.before).toEqual(funnel);
    await use(engine, after);
    expect(said.funnel.after).toEqual(await history.funnel({}));
    for (const by of ['brand', 'theme'] as const) {
      const sums = new Map<string, number[]>();
      for (const point of await history.series({ step: '1w', zone: 'UTC', stage: 'important', by })) {
        const sum = sums.get(point.key!) ?? [0, 0, 0, 0];
        [point.mentions, point.positive, point.neutral, point.negative].forEach((count, place) => {
          sum[place]! += count;
        });
        sums.set(point.key!, sum);
      }
      const rows = by === 'brand' ? said.brands : said.themes;
      const told = rows.filter(({ after: next }) => next.mentions > 0);
      expect(new Map(told.map(({ id, after: n }) => [id, [n.mentions, n.positive, n.neutral, n.negative]]))).toEqual(
        sums,
      );
    }
    expect(said.moves).toHaveLength(20);
    expect(new Set(said.moves.map(({ from, to }) => JSON.stringify([from, to]))).size).toBeGreaterThan(3);
    const { message, to } = said.moves[0]!;
    const [moved] = await history.mention({ seq: message.seq });
    expect(moved?.analysis.brands.map(({ id }) => id).sort()).toEqual(to.brands);
  });

  it('leaves history alone when only a name changes', async () => {
    const { engine, history } = await open('lived.db');
    await engine.saveWorkspace(before);
    await ingest(engine, makeWords(5, 50));
    await engine.saveWorkspace({ ...before, name: 'Another', timeZone: 'Europe/Paris' });
    expect(engine.status().recompute).toBeUndefined();
    expect((await history.counted()).ruleSet).toBe(2);
  });
});
