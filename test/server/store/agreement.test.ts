import { afterAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../../server/pipeline/analysis.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { unpackRows } from '../../../server/store/packRows.ts';
import type { Batch, MentionsFilter, PastCounts, Saved } from '../../../server/store/store.ts';
import { channels, type SetAsideReason } from '../../../shared/domain.ts';
import { type Step, seriesGroups, steps } from '../../../shared/protocol.ts';
import { mergeRollups, type RollupRow } from '../../../shared/rollup.ts';
import { drawPost, seeded } from '../../support/makePosts.ts';
import { openTempStore } from '../../support/tempStore.ts';
import { inOrder } from './contract.ts';

/**
 * The file store against the memory store as oracle: the same random life (batches, repeats, disorder, removals, indexing
 * and pruning at random moments), then every question in random combinations.
 */
const day = 86_400_000;
const lives = [
  { seed: 1, title: 'a week over a change of clocks in Paris', from: Date.UTC(2025, 2, 27), spanMs: 7 * day },
  { seed: 2, title: 'two hours', from: Date.UTC(2025, 5, 2, 9, 7, 3, 1), spanMs: 7_200_000 },
  { seed: 3, title: 'forty days with minutes pruned', from: Date.UTC(2025, 9, 5), spanMs: 40 * day },
  { seed: 4, title: 'the first days of 1970', from: 0, spanMs: 3 * day },
];
const zones = ['UTC', 'Europe/Paris', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe'];
const questions = 40;

for (const life of lives) {
  describe(`the file store agrees with counting by hand, seed ${life.seed}: ${life.title}`, () => {
    const chance = seeded(life.seed);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
    const some = <Item>(items: readonly Item[], share = 0.4): Item[] | undefined =>
      chance() < 0.5 ? undefined : items.filter(() => chance() < share);
    const file = openTempStore();
    const memory = createMemoryStore();
    afterAll(() => file.close());

    const range = () => {
      const moment = () => life.from + Math.floor((chance() * 1.2 - 0.1) * life.spanMs);
      const aligned = (at: number) => (chance() < 0.3 ? Math.floor(at / 900_000) * 900_000 : at);
      const [from, to] = [aligned(moment()), aligned(moment())].sort((a, b) => a - b) as [number, number];
      return { ...(chance() < 0.7 ? { from } : {}), ...(chance() < 0.7 ? { to } : {}) };
    };
    const places = () => ({
      brands: some(['alpha', 'beta', 'gamma', 'nobody']),
      themes: some(['price', 'alpha', 'texture', 'none', 'launch:glow', 'launch:mist:price']),
      channels: chance() < 0.3 ? some(channels) : undefined,
      langs: chance() < 0.3 ? some(['en', 'fr', '']) : undefined,
      countries: chance() < 0.3 ? some(['FR', 'US', '']) : undefined,
    });

    it('lives through the same batches', async () => {
      const drawn = new Map<string, Analysis>();
      let number = 0;
      const known: Batch['posts'][number][] = [];
      for (let round = 0; round < 40; round += 1) {
        const posts = Array.from({ length: Math.floor(chance() * 25) }, () => {
          if (known.length > 0 && chance() < 0.2) return pick(known);
          number += 1;
          const { post, analysis } = drawPost(chance, number, life.from, life.spanMs);
          drawn.set(post.id, analysis);
          known.push(post);
          return post;
        });
        const removed = known.filter(() => chance() < 0.02).map(({ source, id }) => ({ source, id }));
        const batch = { posts, removed, receivedAt: life.from + life.spanMs + round * 1000 };
        const analyse = (post: { id: string }) => drawn.get(post.id)!;
        const [ours, theirs] = [await file.store.save(batch, analyse, 1), await memory.store.save(batch, analyse, 1)];
        const opened = (saved: Saved) => ({ ...saved, rows: inOrder(unpackRows(saved.rows)) });
        expect(opened(ours)).toEqual(opened(theirs));
        if (chance() < 0.4) await file.store.index(1 + Math.floor(chance() * 10));
        if (chance() < 0.1) {
          const now = life.from + life.spanMs + 4 * day;
          const keeping = { textDays: null, setAsideDays: 30, idDays: 400 };
          expect(await file.store.prune(now, keeping)).toBe(await memory.store.prune(now, keeping));
        }
      }
      expect(number).toBeGreaterThan(200);
    });

    it('answers series alike', async () => {
      for (let question = 0; question < questions; question += 1) {
        const filter = {
          ...range(),
          ...places(),
          step: pick(Object.keys(steps) as Step[]),
          zone: pick(zones),
          stage: pick(['important', 'significant'] as const),
          by: chance() < 0.6 ? pick(seriesGroups) : undefined,
        };
        expect(await file.history.series(filter), JSON.stringify(filter)).toEqual(await memory.history.series(filter));
      }
    });

    it('tells as many authors wherever it tells any, behind its sketches and with them, and after removals', async () => {
      const keeping = { textDays: null, setAsideDays: 10_000, idDays: 10_000 };
      let told = 0;
      const compare = async (count: number) => {
        for (let question = 0; question < count; question += 1) {
          const filter = {
            ...range(),
            ...places(),
            step: pick(Object.keys(steps) as Step[]),
            zone: pick(zones),
            stage: pick(['important', 'important', 'significant'] as const),
            by: chance() < 0.5 ? pick(seriesGroups) : undefined,
            fromPosts: chance() < 0.5,
          };
          const ours = await file.history.authors(filter);
          const theirs = await memory.history.authors(filter);
          const asked = JSON.stringify(filter);
          if (filter.fromPosts) expect(ours, asked).not.toBeNull();
          if (!ours) continue;
          told += 1;
          // No text is gone in these lives, so whatever can be told at all is told whole, and in the same order.
          expect(ours.points, asked).toEqual(theirs!.points);
          expect(ours.whole, asked).toEqual(theirs!.whole);
        }
      };
      await compare(questions);
      // Pruning folds what waits; nothing is old enough to go.
      await file.store.prune(life.from, keeping);
      await compare(questions);
      const { items } = await memory.history.mentions({ stage: 'important', limit: 30 });
      const removed = items.map(({ source, id }) => ({ source, id }));
      const batch = { posts: [], removed, receivedAt: life.from + life.spanMs };
      const never = () => {
        throw new Error('no post came');
      };
      await file.store.save(batch, never, 1);
      await memory.store.save(batch, never, 1);
      await compare(questions);
      for (let call = 0; call < 1_000; call += 1) await file.store.index(1_000);
      await compare(questions);
      expect(told).toBeGreaterThan(questions);
    });

    it('tells the same past, and reads the same texts in the same order', async () => {
      const quarter = 900_000;
      const aligned = (of: number) => Math.floor(of / quarter) * quarter;
      let posts = 0;
      let texts = 0;
      for (let question = 0; question < questions; question += 1) {
        const { from = life.from, to = life.from + life.spanMs } = range();
        const [start, end] = [aligned(from), aligned(to)];
        const [ours, theirs] = await Promise.all(
          [file, memory].map(({ history }) => history.pastCounts({ from: start, to: end })),
        );
        const counted = ({ rows }: PastCounts) => inOrder(mergeRollups(rows.flatMap(unpackRows), 60_000));
        expect(counted(ours!), `${start} to ${end}`).toEqual(counted(theirs!));
        expect(ours!.sources, `${start} to ${end}`).toEqual(theirs!.sources);
        posts += ours!.sources.reduce((sum, source) => sum + source.posts, 0);
        const filter = { ...places(), from, to };
        const read = await file.history.texts(filter);
        expect(read, JSON.stringify(filter)).toEqual(await memory.history.texts(filter));
        texts += read.length;
      }
      expect(posts).toBeGreaterThan(questions);
      expect(texts).toBeGreaterThan(questions);
    });

    it('hands the same posts to a replay, page by page', async () => {
      let handed = 0;
      for (let question = 0; question < questions; question += 1) {
        const { from = life.from, to = life.from + life.spanMs } = range();
        const filter = { from, to, limit: 1 + Math.floor(chance() * 40) };
        for (let after = 0, page = 0; page < 4; page += 1) {
          const [ours, theirs] = await Promise.all(
            [file, memory].map(({ history }) => history.replayPosts({ ...filter, after })),
          );
          expect(ours, JSON.stringify({ ...filter, after })).toEqual(theirs);
          handed += ours!.length;
          if (ours!.length < filter.limit) break;
          after = ours!.at(-1)!.seq;
        }
      }
      expect(handed).toBeGreaterThan(questions);
    });

    it('answers funnels alike', async () => {
      for (let question = 0; question < questions; question += 1) {
        const filter = {
          ...range(),
          brands: some(['alpha', 'beta', 'gamma', 'delta', 'nobody']),
          sources: some(['one', 'two', 'feed:three:1', 'nowhere']),
        };
        const shape = await file.history.funnel(filter);
        expect(shape, JSON.stringify(filter)).toEqual(await memory.history.funnel(filter));
        const setAside = Object.values(shape.setAside).reduce((sum, posts) => sum + posts, 0);
        expect(shape.collected).toBe(shape.significant + setAside);
      }
    });

    it('lists the same mentions page by page', async () => {
      for (let question = 0; question < questions; question += 1) {
        const word = pick(['battery', 'lovely', 'pump']);
        const filter: MentionsFilter = {
          ...range(),
          ...places(),
          stage: pick(['important', 'significant', 'set-aside'] as const),
          reasons: some<SetAsideReason>(['near-copy', 'spam', 'no-brand', 'excluded', 'language'], 0.6),
          sources: some(['one', 'two', 'feed:three:1', 'nowhere'], 0.7),
          opinions: some(['positive', 'negative', 'unscored'] as const, 0.6),
          limit: 1 + Math.floor(chance() * 30),
          ...(chance() < 0.2 ? { copiesOf: 1 + Math.floor(chance() * 100) } : {}),
          ...(chance() < 0.4
            ? {
                query: {
                  text: word,
                  narrowing: chance() < 0.5 ? `"${word}"` : null,
                  matches: (post) => post.text.includes(word) || post.title === word,
                },
              }
            : {}),
        };
        let cursor: string | undefined;
        for (let page = 0; page < 4; page += 1) {
          const ours = await file.history.mentions({ ...filter, cursor });
          expect(ours, JSON.stringify(filter)).toEqual(await memory.history.mentions({ ...filter, cursor }));
          if (ours.next === null) break;
          cursor = ours.next;
        }
      }
    });

    it('finds the same repeated texts', async () => {
      let found = 0;
      for (let question = 0; question < questions; question += 1) {
        const filter = { ...range(), brands: some(['alpha', 'beta', 'nobody']), limit: 1 + Math.floor(chance() * 9) };
        const ours = await file.history.copies(filter);
        expect(ours, JSON.stringify(filter)).toEqual(await memory.history.copies(filter));
        for (const { of, size, counts } of ours.texts) {
          found += 1;
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(size);
          expect(counts.length).toBeLessThanOrEqual(48);
          if (filter.brands?.length) continue;
          const { items } = await file.history.mentions({ ...filter, stage: 'important', copiesOf: of, limit: 100 });
          expect(items.length, JSON.stringify(filter)).toBe(size);
        }
      }
      expect(found).toBeGreaterThan(questions);
    });

    it('counts again what it has counted, before and after the index is whole', async () => {
      for (const limit of [0, 1000]) {
        while (limit > 0 && (await file.store.index(limit)) > 0);
        const ours = await file.history.recount();
        const theirs = await memory.history.recount();
        expect(inOrder(ours.stored)).toEqual(inOrder(theirs.stored));
        expect(inOrder(ours.rows)).toEqual(inOrder(theirs.rows));
      }
    });

    it('hands over the same window', async () => {
      for (const [from, minutesFrom] of [
        [0, 0.5],
        [0.3, 0.9],
        [0.9, 0.5],
      ] as const) {
        const [start, seam] = [life.from + from * life.spanMs, life.from + minutesFrom * life.spanMs];
        const ours = await file.history.windowRows(start, seam);
        const theirs = await memory.history.windowRows(start, seam);
        const sum = (rows: readonly { mentions: number }[]) => rows.reduce((all, row) => all + row.mentions, 0);
        const [cells, theirCells] = [ours, theirs].map(({ rows }) =>
          mergeRollups(rows.flatMap(unpackRows).map(windowCell)),
        );
        // Where minutes were pruned quarters stand for them: the sums are then the same, the rows are fewer.
        if (life.seed !== 3) expect(inOrder(cells!)).toEqual(inOrder(theirCells!));
        else if (from === 0) expect(sum(cells!)).toBe(sum(theirCells!));
        if (from === 0) expect(count(ours.funnel)).toBe(count(theirs.funnel));
      }
    });

    it('gives the same totals', async () => {
      const { indexBehind: _, ...ours } = await file.history.totals();
      const { indexBehind: __, ...theirs } = await memory.history.totals();
      expect(ours).toEqual(theirs);
    });
  });
}

const count = (rows: { posts: number }[]) => rows.reduce((all, row) => all + row.posts, 0);

/** What a live window tells apart. */
function windowCell(row: RollupRow): RollupRow {
  return row.brand === '*' && row.theme === '*' ? { ...row, country: '' } : { ...row, lang: '', country: '' };
}
