import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../server/pipeline/analysis.ts';
import { countedMention } from '../../../server/store/counted.ts';
import { unpackRows } from '../../../server/store/packRows.ts';
import type { Batch, History, Store } from '../../../server/store/store.ts';
import { workspaceSchema } from '../../../shared/domain.ts';
import { mergeRollups, type RollupRow, rollUp } from '../../../shared/rollup.ts';
import { makeAnalysis, makePost } from '../../support/makePosts.ts';

export type OpenStore = { store: Store; history: History; close(): Promise<void> };
type Open = () => Promise<OpenStore>;

const at = Date.UTC(2025, 5, 2, 10);
const minute = 60_000;
const day = 86_400_000;
const receivedAt = at + 1000;
const kept = () => makeAnalysis();
const themeOf = (id: string) => ({ id, name: id, query: id });
const batch = (posts: Batch['posts'], more: Partial<Batch> = {}): Batch => ({ posts, receivedAt, ...more });
export const inOrder = (rows: RollupRow[]): RollupRow[] => [...rows].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
const orderOf = (row: RollupRow) => JSON.stringify([row.at, row.brand, row.theme, row.channel, row.lang, row.country]);

/** What every store promises. Each test runs twice: with the index filled, and with everything still behind it. */
export function storeContract(name: string, open: Open): void {
  for (const indexed of [true, false]) {
    describe(`${name}, ${indexed ? 'indexed' : 'behind its index'}`, () => {
      const run = (title: string, body: (opened: OpenStore, settle: () => Promise<void>) => Promise<void>) =>
        it(title, async () => {
          const opened = await open();
          const settle = async () => {
            while (indexed && (await opened.store.index(50)) > 0);
          };
          try {
            await body(opened, settle);
          } finally {
            await opened.close();
          }
        });
      promises(run);
    });
  }
}

type Run = (title: string, body: (opened: OpenStore, settle: () => Promise<void>) => Promise<void>) => void;

function promises(run: Run): void {
  run('accepts a post once and knows it the next time, also within one batch', async ({ store, history }, settle) => {
    const posts = [makePost({ id: 'a' }), makePost({ id: 'b' }), makePost({ id: 'a' })];
    const first = await store.save(batch(posts), kept, 1);
    expect([first.accepted, first.duplicates, first.seq]).toEqual([2, 1, 2]);
    await settle();
    const second = await store.save(batch([makePost({ id: 'b' }), makePost({ id: 'a', source: 'other' })]), kept, 1);
    expect([second.accepted, second.duplicates, second.seq]).toEqual([1, 1, 3]);
    expect(second.sources).toEqual({ other: { accepted: 1, newestAt: at } });
    await settle();
    expect(await history.funnel({})).toEqual({ collected: 3, important: 3, significant: 3, setAside: {} });
    expect(await history.totals()).toMatchObject({ posts: 3, mentions: 3, seq: 3, firstAt: at, lastAt: at });
  });

  run('counts how significant mentions of a range are, as finely as thresholds', async ({ store, history }, settle) => {
    expect(await history.significance({ from: 0, to: at })).toMatchObject({ mentions: 0, lastAt: null });
    const scores = [0, 0.29, 0.4999996, 0.5, 0.574, 1];
    const posts = scores.map((_, index) => makePost({ id: `s${index}`, at: at + index * minute }));
    const more = [makePost({ id: 'spam', at }), makePost({ id: 'away', at }), makePost({ id: 'late', at: at + day })];
    await store.save(
      batch([...posts, ...more]),
      ({ id }) => {
        if (id === 'spam') return makeAnalysis({ stage: 'important', reason: 'spam', significance: 0.9 });
        if (id === 'away') return makeAnalysis({ stage: 'set-aside', reason: 'no-brand', brands: [], significance: 0 });
        const significance = scores[Number(id.slice(1))] ?? 0.5;
        if (significance >= 0.5) return makeAnalysis({ significance });
        return makeAnalysis({ stage: 'important', reason: 'passing', significance });
      },
      1,
    );
    await settle();
    const { mentions, steps, lastAt } = await history.significance({ from: at, to: at + day });
    expect([mentions, lastAt, steps.length]).toEqual([7, at + day, 101]);
    const told = steps.flatMap((count, step) => (count > 0 ? [[step, count]] : []));
    expect(told).toEqual([
      [0, 1],
      [29, 1],
      [49, 1],
      [50, 1],
      [57, 1],
      [100, 1],
    ]);
    expect((await history.significance({ from: at + 1, to: at + 2 * minute })).mentions).toBe(1);
  });

  run(
    'tells the past of mentions by minute and of sources by quarter-hour, by when they were said',
    async (opened, settle) => {
      const { store, history } = opened;
      const quarter = 15 * minute;
      const posts = [
        makePost({ id: 'before', at: at - 1 }),
        makePost({ id: 'first', at, source: 'one' }),
        makePost({ id: 'away', at: at + minute, source: 'one' }),
        makePost({ id: 'second', at: at + quarter + 30_000, source: 'two' }),
        makePost({ id: 'after', at: at + 2 * quarter }),
      ];
      const analyse = ({ id }: { id: string }) =>
        id === 'away' ? makeAnalysis({ stage: 'set-aside', reason: 'no-brand', brands: [] }) : kept();
      await store.save(batch(posts), analyse, 1);
      await settle();
      // Said long ago, and came only now.
      await store.save(
        batch([makePost({ id: 'late', at: at + 2 * minute, source: 'one' })], { receivedAt: at + day }),
        kept,
        1,
      );
      const past = await history.pastCounts({ from: at, to: at + 2 * quarter });
      const all = past.rows.flatMap(unpackRows).filter(({ brand, theme }) => brand === '*' && theme === '*');
      expect(all.map((row) => [row.at - at, row.mentions]).sort(([a = 0], [b = 0]) => a - b)).toEqual([
        [0, 1],
        [2 * minute, 1],
        [quarter, 1],
      ]);
      // What was set aside came all the same: its source was not silent.
      expect(past.sources).toEqual([
        { at, source: 'one', posts: 3 },
        { at: at + quarter, source: 'two', posts: 1 },
      ]);
      expect(await history.pastCounts({ from: at + day, to: at + 2 * day })).toMatchObject({ sources: [] });
    },
  );

  run('reads each distinct text of mentions once, in the order of time', async ({ store, history }, settle) => {
    const posts = [
      makePost({ id: 'later', at: at + 2 * minute, text: 'said later' }),
      makePost({ id: 'early', at, text: 'said early', title: 'Early', author: 'ann' }),
      makePost({ id: 'copy', at: at + minute, text: 'said early' }),
      makePost({ id: 'spam', at: at + minute, text: 'buy now' }),
      makePost({ id: 'away', at: at + minute, text: 'nothing of ours' }),
      makePost({ id: 'other', at: at + minute, text: 'of another brand' }),
      makePost({ id: 'after', at: at + day, text: 'said after' }),
    ];
    const analyses: Record<string, Analysis> = {
      copy: makeAnalysis({ stage: 'important', reason: 'near-copy' }),
      spam: makeAnalysis({ stage: 'important', reason: 'spam' }),
      away: makeAnalysis({ stage: 'set-aside', reason: 'no-brand', brands: [] }),
      other: makeAnalysis({ brands: [{ id: 'other', opinion: 'neutral', score: 0 }] }),
    };
    await store.save(batch(posts), ({ id }) => analyses[id] ?? kept(), 1);
    await settle();
    const texts = await history.texts({ brands: ['acme'], from: at, to: at + day });
    expect(texts.map(({ seq, text }) => [seq, text])).toEqual([
      [2, 'said early'],
      [1, 'said later'],
    ]);
    expect(texts[0]).toMatchObject({ at, title: 'Early', lang: 'en' });
    expect(texts[0]!.author).not.toBe(texts[1]!.author);
    expect((await history.texts({ from: at, to: at + day })).length).toBe(3);
  });

  run(
    'lets a person’s word win over the machine’s, the newest over older ones, and takes it back',
    async (opened, settle) => {
      const { store, history } = opened;
      const brands = ['acme', 'other'].map((id) => ({ id, name: id, query: id }));
      await store.saveWorkspace(workspaceSchema.parse({ version: 1, brands, themes: [themeOf('price')] }), at);
      const both = makeAnalysis({ brands: brands.map(({ id }) => ({ id, opinion: 'positive', score: 0.5 })) });
      await store.save(batch([makePost({ id: 'a' }), makePost({ id: 'b' })]), () => both, 1);
      await settle();
      const negatives = async (brand?: string) => {
        const filter = { step: '1d', zone: 'UTC', stage: 'important', ...(brand ? { brands: [brand] } : {}) } as const;
        return (await history.series(filter))[0]?.negative;
      };
      const first = await store.correct([1], [{ what: 'sentiment', value: 'neutral' }], at);
      expect(
        unpackRows(first.rows).map(({ mentions, positive, neutral }) => [mentions, positive, neutral]),
      ).toContainEqual([0, -1, 1]);
      await store.correct([1], [{ what: 'sentiment', brand: 'acme', value: 'negative' }], at + 1);
      expect([await negatives(), await negatives('acme'), await negatives('other')]).toEqual([0, 1, 0]);
      await store.correct([1, 99], [{ what: 'sentiment', value: 'negative' }], at + 2);
      await settle();
      expect([await negatives(), await negatives('acme'), await negatives('other')]).toEqual([1, 1, 1]);

      await store.correct([1], [{ what: 'themes', value: ['price', 'unknown'] }], at + 3);
      const [a] = await history.mention({ seq: 1 });
      expect(a?.analysis.themes).toEqual([{ id: 'price', opinion: 'negative' }]);
      expect(a?.corrected?.machine).toMatchObject({ sentiment: { label: 'positive' }, themes: [] });
      expect(a?.corrected?.standing.map(({ what, value }) => [what, value])).toEqual([
        ['sentiment', 'negative'],
        ['themes', ['price', 'unknown']],
      ]);
      await store.correct([1], [{ what: 'relevant', value: false }], at + 4);
      await store.correct([2], [{ what: 'sentiment', value: 'neutral' }], at + 4);
      expect((await history.correctedPosts(9)).map(({ seq }) => seq)).toEqual([1, 2]);
      expect((await history.correctedPosts(1)).map(({ seq, corrected }) => [seq, corrected?.standing.length])).toEqual([
        [2, 1],
      ]);
      await store.correct([2], [{ what: 'sentiment', value: null }], at + 4);
      expect((await history.correctedPosts(9)).map(({ seq }) => seq)).toEqual([1]);
      expect(await history.funnel({})).toMatchObject({ significant: 1, setAside: { excluded: 1 } });
      expect((await history.mentions({ stage: 'significant', limit: 9 })).items.map(({ id }) => id)).toEqual(['b']);

      const taken = (['sentiment', 'themes', 'relevant'] as const).map((what) => ({ what, value: null }));
      const last = await store.correct([1], taken, at + 5);
      await settle();
      expect(last.posts[0]?.corrected).toBeUndefined();
      const [back] = await history.mention({ seq: 1 });
      expect(back?.analysis).toEqual((await history.mention({ seq: 2 }))[0]?.analysis);
      expect(back?.corrected).toBeUndefined();
      expect(await history.counted()).toMatchObject({ corrections: 10 });
      const { rows, stored } = await history.recount();
      expect(inOrder(stored)).toEqual(inOrder(rows));
    },
  );

  run(
    'counts a message nowhere for a brand that a person says it is not about, and again when that is taken back',
    async (opened, settle) => {
      const { store, history } = opened;
      const brands = ['acme', 'other'].map((id) => ({ id, name: id, query: id }));
      await store.saveWorkspace(workspaceSchema.parse({ version: 1, brands, themes: [themeOf('price')] }), at);
      const named = (...ids: string[]) => ids.map((id) => ({ id, opinion: 'positive' as const, score: 0.5 }));
      const price = { themes: [{ id: 'price', opinion: 'positive' as const }] };
      const analyse = ({ id }: { id: string }) => {
        if (id === 'both') return makeAnalysis({ ...price, brands: named('acme', 'other') });
        if (id === 'copy') return makeAnalysis({ ...price, brands: named('acme'), reason: 'near-copy', copyOf: 1 });
        return makeAnalysis({ ...price, brands: named('acme') });
      };
      const posts = ['one', 'both', 'copy'].map((id) => makePost({ id, author: `author of ${id}` }));
      await store.save(batch(posts), analyse, 1);
      await settle();
      const figures = async () => {
        const total = async (filter: { brands?: string[]; themes?: string[] }) => {
          const asked = { step: '1d', zone: 'UTC', stage: 'important', ...filter } as const;
          const [point] = await history.series(asked);
          const { items } = await history.mentions({ stage: 'important', limit: 9, ...filter });
          return [point?.mentions ?? 0, point?.positive ?? 0, point?.negative ?? 0, items.map(({ id }) => id)];
        };
        return {
          all: await total({}),
          acme: await total({ brands: ['acme'] }),
          other: await total({ brands: ['other'] }),
          price: await total({ themes: ['price'] }),
          ofAcme: (await history.funnel({ brands: ['acme'] })).setAside,
          authors: (await history.series({ step: '1d', zone: 'UTC', stage: 'important', brands: ['acme'] }))[0]
            ?.authors,
          clusters: (await history.copies({ limit: 9 })).texts.map(({ of, size }) => [of, size]),
        };
      };
      const exact = async () => {
        await settle();
        const { rows, stored } = await history.recount();
        expect(inOrder(stored)).toEqual(inOrder(rows));
      };
      const first = await figures();
      expect(first).toMatchObject({ all: [3, 3, 0, ['copy', 'both', 'one']], other: [1, 1, 0, ['both']] });

      // About one of two brands only.
      await store.correct([2], [{ what: 'relevant', brand: 'acme', value: false }], at);
      await exact();
      expect(await figures()).toMatchObject({
        all: [3, 3, 0, ['copy', 'both', 'one']],
        acme: [2, 2, 0, ['copy', 'one']],
        other: [1, 1, 0, ['both']],
        ofAcme: { excluded: 1, 'near-copy': 1 },
      });
      // About none: no mention, whatever was said of its sentiment, nor one of its cluster.
      await store.correct(
        [2, 3],
        [
          { what: 'relevant', value: false },
          { what: 'sentiment', value: 'negative' },
        ],
        at,
      );
      await exact();
      expect(await figures()).toMatchObject({
        all: [1, 1, 0, ['one']],
        acme: [1, 1, 0, ['one']],
        other: [0, 0, 0, []],
        price: [1, 1, 0, ['one']],
        ofAcme: { excluded: 2 },
        authors: first.authors === undefined ? undefined : 1,
        clusters: [],
      });
      const [both] = await history.mention({ seq: 2 });
      expect(both?.analysis).toMatchObject({ stage: 'set-aside', reason: 'excluded', excludedFrom: ['acme', 'other'] });
      expect(both?.corrected?.machine.brands.map(({ id }) => id)).toEqual(['acme', 'other']);

      // Counting again leaves a person's word as it was.
      await store.stage([1, 2, 3].map((seq) => ({ seq, analysis: analyse(posts[seq - 1]!) })));
      await store.publishStaged(1, at);
      await exact();
      expect(await figures()).toMatchObject({ all: [1, 1, 0, ['one']], ofAcme: { excluded: 2 } });

      // A later word about one brand brings it back for that one, with the sentiment that waited.
      await store.correct([2], [{ what: 'relevant', brand: 'other', value: true }], at);
      await exact();
      expect(await figures()).toMatchObject({ all: [2, 1, 1, ['both', 'one']], other: [1, 0, 1, ['both']] });
      const taken = (['sentiment', 'relevant'] as const).map((what) => ({ what, value: null }));
      await store.correct([2, 3], taken, at);
      await exact();
      expect(await figures()).toEqual(first);
    },
  );

  run(
    'keeps a message that a person took from its brand as long as a mention, so that it can be taken back',
    async (opened, settle) => {
      const { store, history } = opened;
      await store.saveWorkspace(
        workspaceSchema.parse({ version: 1, brands: [{ id: 'acme', name: 'A', query: 'a' }] }),
        at,
      );
      await store.save(batch(['a', 'b', 'c'].map((id) => makePost({ id }))), kept, 1);
      await settle();
      while ((await store.index(50)) > 0);
      await store.correct([1], [{ what: 'relevant', value: false }], at);
      expect(await store.prune(receivedAt + 8 * day, { textDays: 30, setAsideDays: 7, idDays: 800 })).toBe(0);
      expect((await history.correctedPosts(9)).map(({ seq }) => seq)).toEqual([1]);
      // After the time of mentions all of them go, whatever became of them meanwhile.
      await store.correct([2], [{ what: 'relevant', value: false }], at);
      expect(await store.prune(receivedAt + 31 * day, { textDays: 30, setAsideDays: 7, idDays: 800 })).toBe(3);
      expect(await history.keptAfter(0, 9)).toEqual([]);
    },
  );

  run(
    'puts a second look’s opinions in place of the first one’s, below people’s words, and nothing else of it',
    async ({ store, history }, settle) => {
      const brands = [{ id: 'acme', name: 'Acme', query: 'acme' }];
      await store.saveWorkspace(workspaceSchema.parse({ version: 1, brands, themes: [themeOf('price')] }), at);
      const first = makeAnalysis({ themes: [{ id: 'price', opinion: 'positive' }] });
      const posts = ['a', 'b', 'c', 'd'].map((id, index) => makePost({ id, at: at + index * minute }));
      await store.save(batch(posts), () => first, 1);
      await settle();
      await store.correct([2], [{ what: 'sentiment', value: 'neutral' }], at);
      const opinion = 'negative' as const;
      const sentiment = {
        label: opinion,
        score: -0.5,
        probabilities: { negative: 0.7, neutral: 0.1, positive: 0.2 },
      };
      const again = {
        ...first,
        sentiment,
        brands: [{ id: 'acme', opinion, score: -0.5 }],
        themes: [{ id: 'price', opinion }],
        significance: 0.99,
      };
      const other = { ...again, brands: [{ id: 'other', opinion, score: -0.5 }] };
      const verdicts = [again, again, other, first].map((analysis, index) => ({ seq: index + 1, analysis }));
      const changed = await store.lookAgain([...verdicts, { seq: 99, analysis: again }], 4, at + minute);
      // Of the live figures only what was said since then; the second one stands as people have it.
      expect(changed.posts.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(unpackRows(changed.rows).filter((row) => row.negative !== 0)).toEqual([]);
      await settle();
      const kept = await history.keptAfter(0, 9);
      const { significance } = first;
      expect(kept[0]?.analysis).toEqual({ ...again, significance });
      expect(kept[1]?.analysis.sentiment.label).toBe('neutral');
      expect(kept[1]?.corrected?.machine).toEqual({ ...again, significance });
      expect(kept[2]?.analysis).toEqual(first);
      expect(kept[3]?.analysis).toEqual(first);
      const day1 = { step: '1d', zone: 'UTC', stage: 'important', brands: ['acme'] } as const;
      expect(await history.series(day1)).toMatchObject([{ mentions: 4, positive: 2, neutral: 1, negative: 1 }]);
      expect((await history.mentions({ stage: 'important', opinions: ['negative'], limit: 9 })).items).toHaveLength(1);
      const { rows, stored } = await history.recount();
      expect(inOrder(stored)).toEqual(inOrder(rows));

      expect((await store.counted()).heardTo).toBe(4);
      const live = await store.lookAgain([{ seq: 4, analysis: again }], 4, at);
      expect(unpackRows(live.rows)).toContainEqual(expect.objectContaining({ mentions: 0, positive: -1, negative: 1 }));
    },
  );

  run('tells the machine’s verdicts, whatever people said, by number or from a moment on', async (opened, settle) => {
    const { store, history } = opened;
    await store.saveWorkspace(
      workspaceSchema.parse({ version: 1, brands: [{ id: 'acme', name: 'A', query: 'a' }] }),
      at,
    );
    const price = makeAnalysis({ lang: 'fr', themes: [{ id: 'price', opinion: 'negative' }] });
    await store.save(
      batch([makePost({ id: 'a' }), makePost({ id: 'b' })], { receivedAt: at - 2 * day }),
      () => price,
      1,
    );
    await store.save(batch([makePost({ id: 'c' }), makePost({ id: 'd' })]), kept, 1);
    const excluded = makeAnalysis({ reason: 'excluded', excludedFrom: ['acme'] });
    await store.save(batch([makePost({ id: 'e' })]), () => excluded, 1);
    await store.correct([1, 3], [{ what: 'sentiment', value: 'negative' }], at);
    await store.correct([3], [{ what: 'relevant', value: false }], at);
    await store.save(batch([], { removed: [{ source: 'test', id: 'd' }] }), kept, 1);
    await settle();
    const a = { seq: 1, receivedAt: at - 2 * day, stage: 'significant', lang: 'fr', sentiment: 'positive' };
    const c = {
      seq: 3,
      receivedAt,
      stage: 'significant',
      lang: 'en',
      sentiment: 'positive',
      brands: ['acme'],
      themes: [],
    };
    expect(await history.verdicts({ seqs: [3, 99, 1, 4] })).toEqual([c, { ...a, brands: ['acme'], themes: ['price'] }]);
    const since = { receivedFrom: receivedAt, after: 0, limit: 9 };
    const e = { ...c, seq: 5, stage: 'set-aside', sentiment: 'unscored', brands: [] };
    expect(await history.verdicts(since)).toEqual([c, e]);
    expect(await history.verdicts({ ...since, limit: 1 })).toEqual([c]);
    expect(await history.verdicts({ ...since, after: 3 })).toEqual([e]);
    expect(await history.verdicts({ ...since, receivedFrom: receivedAt + 1 })).toEqual([]);
    expect(await history.verdicts({ ...since, receivedFrom: at + 5 * day })).toEqual([]);
    expect((await history.verdicts({ ...since, receivedFrom: 0 })).map(({ seq }) => seq)).toEqual([1, 2, 3, 5]);
  });

  run(
    'publishes what was staged at once, over what people said, and says where history could not follow',
    async (opened, settle) => {
      const { store, history } = opened;
      const workspace = workspaceSchema.parse({ version: 1, brands: [{ id: 'acme', name: 'acme', query: 'acme' }] });
      await store.saveWorkspace(workspace, at, undefined, true);
      const posts = Array.from({ length: 6 }, (_, index) => makePost({ id: `${index}`, at: at + index * minute }));
      const away = (post: { id: string }) => makeAnalysis(Number(post.id) % 2 ? { reason: 'no-brand' } : {});
      await store.save(batch(posts), away, 1);
      while ((await store.index(50)) > 0);
      await store.prune(receivedAt + 8 * day, { textDays: null, setAsideDays: 7, idDays: 800 });
      await store.save(batch([makePost({ id: 'x', at: at + 10 * minute })]), kept, 1);
      await settle();
      await store.correct([1], [{ what: 'sentiment', value: 'neutral' }], at);
      const negative = makeAnalysis({
        brands: [{ id: 'acme', opinion: 'negative', score: -1 }],
        sentiment: { label: 'negative', score: -1 },
      });
      expect((await store.counted()).wanted).toBe(1);
      const known = await history.keptAfter(0, 100);
      expect(known.map((post) => post.seq)).toEqual([1, 3, 5, 7]);
      await store.stage(known.map(({ seq }) => ({ seq, analysis: negative })));
      const day1 = { step: '1d', zone: 'UTC', stage: 'important' } as const;
      expect(await history.series(day1)).toMatchObject([{ mentions: 4, positive: 3, neutral: 1, negative: 0 }]);
      const published = await store.publishStaged(4, receivedAt + 8 * day);
      expect(published.moved).toBe(3);
      expect(await history.series(day1)).toMatchObject([{ mentions: 4, positive: 0, neutral: 1, negative: 3 }]);
      // What was set aside eight days ago is gone, and still counted as it was.
      expect(await history.funnel({})).toMatchObject({ collected: 7, setAside: { 'no-brand': 3 } });
      const seam = { collected: at + 5 * minute + 1, mentions: 0, ruleSet: 0 };
      expect(await history.counted()).toEqual({ ruleSet: 4, corrections: 1, seam });
      expect((await store.counted()).wanted).toBe(0);
      const [first] = await history.mention({ seq: 1 });
      expect([first?.ruleSet, first?.corrected?.machine.sentiment.label]).toEqual([4, 'negative']);
      const { rows, stored } = await history.recount();
      expect(inOrder(stored)).toEqual(inOrder(rows));
    },
  );
  run('finds suddenly used terms among distinct texts, of a brand and a range', async ({ store, history }, settle) => {
    const hour = 60 * minute;
    const said = (count: number, from: number, text: (k: number) => string) =>
      Array.from({ length: count }, (_, k) =>
        makePost({ id: `${from} ${text(0)} ${k}`, at: from + k * minute, author: `a${k}`, text: text(k) }),
      );
    const usual = (k: number) => `serum bottle smells fine number${k % 7}`;
    await store.save(batch([...said(50, at, usual), ...said(12, at + 10 * minute, () => 'the pump leaks')]), kept, 1);
    await settle();
    await store.save(batch([1, 2, 3, 4].flatMap((back) => said(50, at - back * hour, usual))), kept, 1);
    // Copies, advertisements, another brand's and what is said later: none of them counts.
    const copy = () => makeAnalysis({ reason: 'near-copy', copyOf: 51 });
    await store.save(batch(said(30, at, () => 'a giveaway today')), copy, 1);
    await store.save(batch(said(30, at, () => 'cheap followers here')), () => makeAnalysis({ reason: 'spam' }), 1);
    const other = () => makeAnalysis({ brands: [{ id: 'other', opinion: 'neutral', score: 0 }] });
    await store.save(batch(said(30, at, () => 'rival bottle')), other, 1);
    await store.save(batch(said(30, at + hour, () => 'tomorrow news')), kept, 1);
    await settle();
    const asked = { from: at, to: at + hour, brands: ['acme'], apart: [], limit: 5 };
    const { now, before, items } = await history.terms(asked);
    expect(now).toEqual({ from: at, to: at + hour, texts: 62, share: 1 });
    expect(before).toEqual({ from: at - 4 * hour, to: at, texts: 200, share: 1 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      term: 'pump leaks',
      kind: 'pair',
      texts: 12,
      before: 0,
      startedAt: at + 10 * minute,
    });
    expect(items[0]?.examples.map((post) => [post.text, post.copies])).toEqual([
      ['the pump leaks', 30],
      ['the pump leaks', 0],
      ['the pump leaks', 0],
    ]);
    expect((await history.terms({ ...asked, apart: ['pump'] })).items.map(({ term }) => term)).toEqual(['leaks']);
    expect((await history.terms({ ...asked, from: undefined })).items).toEqual([]);
    expect((await history.terms({ ...asked, brands: ['nobody'] })).items).toEqual([]);
  });
  run('groups the questions of distinct texts, each with a few messages', async ({ store, history }, settle) => {
    const texts = [
      'When does the refill ship?',
      'I like it',
      'hey @ann when will the refill ship, please?',
      'Is acme vegan?',
      'When do refills ship to us?',
    ];
    await store.save(batch(texts.map((text, k) => makePost({ id: `q${k}`, at: at + k * minute, text }))), kept, 1);
    await settle();
    const copy = () => makeAnalysis({ reason: 'near-copy', copyOf: 4 });
    await store.save(batch([makePost({ id: 'copy', at, text: 'Is acme vegan?' })]), copy, 1);
    const { asked, items } = await history.questions({ brands: ['acme'], apart: ['acme'], limit: 5 });
    expect(asked).toBe(4);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ question: 'When does the refill ship?', count: 3, search: 'refill* ship*' });
    expect(items[0]).toMatchObject({ firstAt: at, lastAt: at + 4 * minute });
    expect(items[0]?.messages.map(({ id }) => id)).toEqual(['q0', 'q2', 'q4']);
    expect((await history.questions({ to: at + minute, apart: [], limit: 5 })).items).toEqual([]);
  });
  run(
    'names no brand in a question that is asked of several, and says of how many',
    async ({ store, history }, settle) => {
      const asks = (brand: string, others: string[] = []) => ({
        post: makePost({ id: `${brand} ${others}`, at, text: `Has anyone used #${[brand, ...others].join(' or ')}?` }),
        brands: [brand, ...others],
      });
      const save = async ({ post, brands }: ReturnType<typeof asks>) => {
        const named = brands.map((id) => ({ id, opinion: 'neutral' as const, score: 0 }));
        await store.save(batch([post]), () => makeAnalysis({ brands: named }), 1);
      };
      await save(asks('acme'));
      await save(asks('acme', ['bolt']));
      await settle();
      const apart = ['acme', 'bolt'];
      const one = await history.questions({ apart, limit: 5 });
      expect(one.items).toMatchObject([{ question: 'Has anyone used #acme?', brands: 1, count: 2 }]);
      await save(asks('bolt'));
      await settle();
      const several = await history.questions({ apart, limit: 5 });
      expect(several.items).toMatchObject([{ question: 'Has anyone used #…?', brands: 2, count: 3 }]);
      const ofAcme = await history.questions({ brands: ['acme'], apart, limit: 5 });
      expect(ofAcme.items).toMatchObject([{ question: 'Has anyone used #acme?', brands: 1, count: 2 }]);
    },
  );

  run('counts a source that is called like a member of every object nowhere but under its name', async ({ store }) => {
    const posts = ['__proto__', 'constructor', 'plain'].map((source) => makePost({ id: source, source }));
    const { sources } = await store.save(batch(posts), kept, 1);
    const once = { accepted: 1, newestAt: at };
    expect(Object.entries(sources)).toEqual(posts.map(({ source }) => [source, once]));
    const polluted = Object.keys(Object.prototype);
    for (const key of polluted) delete (Object.prototype as Record<string, unknown>)[key];
    expect(polluted).toEqual([]);
  });

  run('calls `analyse` once for each unknown post, in order, with the number it will have', async ({ store }) => {
    const calls: [string, number][] = [];
    const note = (post: { id: string }, seq: number): Analysis => {
      calls.push([post.id, seq]);
      return kept();
    };
    await store.save(batch([makePost({ id: 'a' }), makePost({ id: 'b' })]), note, 1);
    await store.save(batch([makePost({ id: 'b' }), makePost({ id: 'c' })]), note, 1);
    expect(calls).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });

  run('keeps nothing of a batch when `analyse` throws, and works afterwards', async ({ store, history }, settle) => {
    const posts = [makePost({ id: 'a', source: 'new' }), makePost({ id: 'b', source: 'new' })];
    const failing = (post: { id: string }): Analysis => {
      if (post.id === 'b') throw new Error('a bug in the pipeline');
      return makeAnalysis({ brands: [{ id: 'fresh', opinion: 'positive', score: 1 }], lang: 'xx' });
    };
    const failed = store.save(batch(posts, { cursors: [{ source: 'new', value: '7' }] }), failing, 1);
    await expect(failed).rejects.toThrow('a bug in the pipeline');
    expect(await store.cursor('new')).toBeUndefined();
    expect((await history.totals()).posts).toBe(0);
    const analysis = makeAnalysis({ brands: [{ id: 'fresh', opinion: 'positive', score: 1 }], lang: 'xx' });
    const saved = await store.save(batch(posts), () => analysis, 1);
    expect([saved.accepted, saved.duplicates, saved.seq]).toEqual([2, 0, 2]);
    await settle();
    const { items } = await history.mentions({ stage: 'important', brands: ['fresh'], limit: 10 });
    expect(items.map((item) => [item.id, item.source, item.analysis.lang])).toEqual([
      ['b', 'new', 'xx'],
      ['a', 'new', 'xx'],
    ]);
  });

  run('moves a cursor in the same transaction as the posts', async ({ store }) => {
    await store.save(batch([makePost({ id: 'a' })], { cursors: [{ source: 'test', value: 'one' }] }), kept, 1);
    await store.save(
      batch([], { cursors: [{ source: 'test', value: 'two' }], skipped: [{ source: 'test', posts: 9 }] }),
      kept,
      1,
    );
    expect(await store.cursor('test')).toBe('two');
    expect(await store.cursor('unknown')).toBeUndefined();
  });

  run('gives a post back as it came, with its analysis', async ({ store, history }, settle) => {
    const post = makePost({
      id: 'a',
      title: 'Title',
      author: 'hash',
      lang: 'fr',
      country: 'FR',
      url: 'https://example.org/a',
      rating: 4.5,
      metrics: { likes: 1, replies: 2, shares: 3, views: 40, followers: 500 },
      channel: 'review',
    });
    const analysis = makeAnalysis({
      reason: 'near-copy',
      lang: 'fr',
      brands: [
        { id: 'acme', opinion: 'negative', score: -0.123456 },
        { id: 'b.c-d_e', opinion: 'unscored', score: 0 },
      ],
      excludedFrom: ['other', 'third'],
      themes: [{ id: 'price', opinion: 'neutral' }, { id: 'texture' }],
      significance: 0.123456789,
      spam: 0.98765,
      sentiment: { label: 'negative', score: -0.25, probabilities: { negative: 0.7, neutral: 0.2, positive: 0.1 } },
      copyOf: 77,
    });
    await store.save(batch([post, makePost({ id: 'plain' })]), (one) => (one.id === 'a' ? analysis : kept()), 3);
    await settle();
    const stored = { ...post, seq: 1, receivedAt, ruleSet: 3, analysis, copies: 0 };
    expect(await history.mention({ seq: 1 })).toEqual([stored]);
    expect(await history.mention({ id: 'a' })).toEqual([stored]);
    expect((await history.mention({ id: 'plain' }))[0]).toEqual({
      ...makePost({ id: 'plain' }),
      seq: 2,
      receivedAt,
      ruleSet: 3,
      analysis: kept(),
      copies: 0,
    });
  });

  run('finds all posts that share an id, or the one of a source', async ({ store, history }, settle) => {
    await store.save(batch([makePost({ id: 'a' }), makePost({ id: 'a', source: 'other' })]), kept, 1);
    await settle();
    expect((await history.mention({ id: 'a' })).map((one) => one.source)).toEqual(['test', 'other']);
    expect((await history.mention({ id: 'a', source: 'other' })).map((one) => one.seq)).toEqual([2]);
    expect(await history.mention({ id: 'a', source: 'nobody' })).toEqual([]);
    expect(await history.mention({ seq: 9 })).toEqual([]);
  });

  run('keeps what was said before live figures, and does not tell it', async ({ store, history }, settle) => {
    const posts = [makePost({ id: 'old', at: at - minute }), makePost({ id: 'new', at })];
    const saved = await store.save({ ...batch(posts), liveFrom: at }, kept, 1);
    expect(saved.accepted).toBe(2);
    expect(saved.mentions.map(({ post }) => post.id)).toEqual(['new']);
    expect(new Set(unpackRows(saved.rows).map((row) => row.at))).toEqual(new Set([at]));
    expect(new Set(saved.funnel.map((row) => row.at))).toEqual(new Set([at]));
    await settle();
    expect((await history.funnel({})).important).toBe(2);
  });

  run('says what changed as rollup rows and rows of the funnel of all brands', async ({ store }) => {
    const posts = [makePost({ id: 'a' }), makePost({ id: 'b' }), makePost({ id: 'c', at: at + 2 * minute })];
    const analysis = makeAnalysis({ themes: [{ id: 'price' }], excludedFrom: ['other'] });
    const saved = await store.save(
      batch(posts),
      (post) => (post.id === 'c' ? makeAnalysis({ reason: 'no-brand' }) : analysis),
      1,
    );
    const counted = posts.slice(0, 2).map((post) => countedMention(post, analysis));
    expect(inOrder(unpackRows(saved.rows))).toEqual(inOrder(rollUp(counted)));
    expect(saved.mentions.map(({ post }) => post.id)).toEqual(['a', 'b']);
    expect(saved.funnel).toEqual([
      { at, source: 'test', brand: '*', outcome: 'significant', posts: 2 },
      { at: at + 2 * minute, source: 'test', brand: '*', outcome: 'no-brand', posts: 1 },
    ]);
  });

  run(
    'takes back a post that was deleted at its source, and never lets it in again',
    async ({ store, history }, settle) => {
      const posts = [makePost({ id: 'a', text: 'unique words' }), makePost({ id: 'b' }), makePost({ id: 'set' })];
      const analyse = (post: { id: string }) =>
        post.id === 'set' ? makeAnalysis({ reason: 'no-brand' }) : makeAnalysis({ themes: [{ id: 'price' }] });
      const before = await store.save(batch(posts), analyse, 1);
      await settle();
      const removed = [
        { source: 'test', id: 'a' },
        { source: 'test', id: 'set' },
        { source: 'test', id: 'never-seen' },
        { source: 'nobody', id: 'b' },
      ];
      const gone = await store.save(batch([], { removed }), analyse, 1);
      expect([gone.removed, gone.accepted]).toEqual([2, 0]);
      expect(unpackRows(gone.rows).every((row) => row.mentions === -1)).toBe(true);
      expect(gone.rows.numbers).toHaveLength(before.rows.numbers.length);
      expect(gone.funnel).toContainEqual({ at, source: 'test', brand: '*', outcome: 'no-brand', posts: -1 });
      expect(await history.funnel({})).toEqual({ collected: 1, important: 1, significant: 1, setAside: {} });
      const { rows, stored } = await history.recount();
      expect(inOrder(stored)).toEqual(inOrder(rows));
      expect(rows.every((row) => row.mentions === 1)).toBe(true);
      expect(await history.mention({ id: 'a' })).toEqual([]);
      const query = { text: 'unique', narrowing: '"unique"', matches: () => true };
      expect(
        (await history.mentions({ stage: 'important', query, limit: 5 })).items.filter((item) => item.id === 'a'),
      ).toEqual([]);
      expect((await history.mentions({ stage: 'important', limit: 5 })).items.map((item) => item.id)).toEqual(['b']);
      const again = await store.save(batch([makePost({ id: 'a' })], { removed }), analyse, 1);
      expect([again.accepted, again.duplicates, again.removed]).toEqual([0, 1, 0]);
    },
  );

  run('removes every post of a source whose id starts with a prefix', async ({ store, history }, settle) => {
    const ids = ['did:1/a', 'did:1/\u{10FFFF}', 'did:1', 'did:10/a', 'did:2/a'];
    await store.save(
      batch([...ids.map((id) => makePost({ id })), makePost({ id: 'did:1/a', source: 'other' })]),
      kept,
      1,
    );
    await settle();
    const saved = await store.save(batch([], { removed: [{ source: 'test', id: 'did:1/', prefix: true }] }), kept, 1);
    expect(saved.removed).toBe(2);
    const { items } = await history.mentions({ stage: 'important', limit: 9 });
    expect(items.map((item) => `${item.source} ${item.id}`).sort()).toEqual([
      'other did:1/a',
      'test did:1',
      'test did:10/a',
      'test did:2/a',
    ]);
  });

  run('removes a post that came in the same batch', async ({ store, history }, settle) => {
    const saved = await store.save(batch([makePost({ id: 'a' })], { removed: [{ source: 'test', id: 'a' }] }), kept, 1);
    expect([saved.accepted, saved.removed]).toEqual([1, 1]);
    expect(saved.mentions).toEqual([]);
    expect(unpackRows(saved.rows).every((row) => row.mentions === 0)).toBe(true);
    await settle();
    expect((await history.funnel({})).collected).toBe(0);
    expect(await history.series({ step: '1h', zone: 'UTC', stage: 'important' })).toEqual([]);
  });

  run(
    'keeps the funnel whole: collected = significant + all set aside, asked for brands or not',
    async ({ store, history }, settle) => {
      const outcomes: Record<string, Analysis> = {
        a: makeAnalysis(),
        b: makeAnalysis({ reason: 'spam' }),
        c: makeAnalysis({ reason: 'no-brand' }),
        d: makeAnalysis({ reason: 'excluded', excludedFrom: ['acme', 'beta'] }),
        e: makeAnalysis({ reason: 'language' }),
        f: makeAnalysis({ brands: [{ id: 'beta', opinion: 'neutral', score: 0 }], excludedFrom: ['acme'] }),
        g: makeAnalysis({
          brands: [
            { id: 'acme', opinion: 'neutral', score: 0 },
            { id: 'beta', opinion: 'neutral', score: 0 },
          ],
        }),
      };
      const posts = Object.keys(outcomes).map((id, place) =>
        makePost({ id, at: at + place * 20_000, source: id < 'd' ? 'one' : 'two' }),
      );
      await store.save(batch(posts), (post) => outcomes[post.id]!, 1);
      await settle();
      expect(await history.funnel({})).toEqual({
        collected: 7,
        important: 4,
        significant: 3,
        setAside: { spam: 1, 'no-brand': 1, excluded: 1, language: 1 },
      });
      expect(await history.funnel({ brands: ['acme'] })).toEqual({
        collected: 7,
        important: 3,
        significant: 2,
        setAside: { spam: 1, excluded: 2, 'no-brand': 2 },
      });
      expect(await history.funnel({ brands: ['acme', 'beta'] })).toEqual({
        collected: 7,
        important: 4,
        significant: 3,
        setAside: { spam: 1, excluded: 1, 'no-brand': 2 },
      });
      expect(await history.funnel({ brands: ['unheard-of'] })).toEqual({
        collected: 7,
        important: 0,
        significant: 0,
        setAside: { 'no-brand': 7 },
      });
      expect(await history.funnel({ sources: ['two'], from: at + 70_000, to: at + 100_000 })).toEqual({
        collected: 1,
        important: 0,
        significant: 0,
        setAside: { language: 1 },
      });
      expect((await history.funnel({ sources: ['nobody'] })).collected).toBe(0);
    },
  );

  run('cuts ranges to the millisecond: from inclusive, to exclusive', async ({ store, history }, settle) => {
    const moments = [0, 1, 59_999, minute, 14 * minute + 59_999, 15 * minute, day - 1, day];
    await store.save(batch(moments.map((past, place) => makePost({ id: `p${place}`, at: at + past }))), kept, 1);
    await settle();
    for (const [from, to] of [
      [0, 1],
      [1, minute],
      [1, day],
      [59_999, 15 * minute + 1],
      [minute, day],
      [day, day + 1],
      [0, day + 1],
      [5, 5],
    ]) {
      const range = { from: at + from!, to: at + to! };
      const expected = moments.filter((past) => past >= from! && past < to!).length;
      const points = await history.series({ ...range, step: '1w', zone: 'UTC', stage: 'important' });
      expect(points.reduce((sum, point) => sum + point.mentions, 0)).toBe(expected);
      expect((await history.funnel(range)).collected).toBe(expected);
      expect((await history.mentions({ ...range, stage: 'important', limit: 20 })).items).toHaveLength(expected);
    }
  });

  run(
    'begins days and weeks at local midnight, with days of 23 and 25 hours and half-hour zones',
    async ({ store, history }, settle) => {
      const spring = Date.UTC(2025, 2, 30);
      const autumn = Date.UTC(2025, 9, 26);
      const hours = Array.from({ length: 72 }, (_, hour) => hour);
      const posts = [spring, autumn].flatMap((start) =>
        hours.map((hour) => makePost({ id: `${start}-${hour}`, at: start - day + hour * 3_600_000 + 1_800_000 })),
      );
      await store.save(batch(posts), kept, 1);
      await settle();
      const days = async (zone: string, from: number) => {
        const points = await history.series({
          from: from - day,
          to: from + 2 * day,
          step: '1d',
          zone,
          stage: 'important',
        });
        return points.map((point) => [point.at - from, point.mentions]);
      };
      const hour = 3_600_000;
      expect(await days('Europe/Paris', spring)).toEqual([
        [-25 * hour, 23],
        [-hour, 23],
        [22 * hour, 24],
        [46 * hour, 2],
      ]);
      expect(await days('Europe/Paris', autumn)).toEqual([
        [-26 * hour, 22],
        [-2 * hour, 25],
        [23 * hour, 24],
        [47 * hour, 1],
      ]);
      expect(await days('Asia/Kolkata', spring)).toEqual([
        [-29.5 * hour, 18],
        [-5.5 * hour, 24],
        [18.5 * hour, 24],
        [42.5 * hour, 6],
      ]);
      expect(await days('UTC', spring)).toEqual([
        [-day, 24],
        [0, 24],
        [day, 24],
      ]);
      const weeks = await history.series({
        from: spring - day,
        to: spring + 2 * day,
        step: '1w',
        zone: 'Europe/Paris',
        stage: 'important',
      });
      expect(weeks.map((point) => [new Date(point.at).toISOString(), point.mentions])).toEqual([
        ['2025-03-23T23:00:00.000Z', 46],
        ['2025-03-30T22:00:00.000Z', 26],
      ]);
    },
  );

  run(
    'counts a mention once unless it is asked by brand or theme, also for several of them',
    async ({ store, history }, settle) => {
      const both = makeAnalysis({
        brands: [
          { id: 'alpha', opinion: 'positive', score: 1 },
          { id: 'beta', opinion: 'negative', score: -1 },
        ],
        themes: [{ id: 'price' }, { id: 'texture' }],
        sentiment: { label: 'neutral', score: 0 },
      });
      await store.save(batch([makePost({ id: 'a' })]), () => both, 1);
      await settle();
      const ask = async (more: object) =>
        (await history.series({ step: '1d', zone: 'UTC', stage: 'important', ...more })).map(
          ({ key, mentions, positive, neutral, negative }) => [key, mentions, positive, neutral, negative],
        );
      expect(await ask({})).toEqual([[undefined, 1, 0, 1, 0]]);
      expect(await ask({ brands: ['alpha'] })).toEqual([[undefined, 1, 1, 0, 0]]);
      expect(await ask({ brands: ['alpha', 'beta'] })).toEqual([[undefined, 1, 0, 1, 0]]);
      expect(await ask({ brands: ['alpha', 'beta'], themes: ['price', 'texture', 'none'] })).toEqual([
        [undefined, 1, 0, 1, 0],
      ]);
      expect(await ask({ by: 'brand', themes: ['price', 'texture'] })).toEqual([
        ['alpha', 1, 1, 0, 0],
        ['beta', 1, 0, 0, 1],
      ]);
      expect(await ask({ by: 'theme', brands: ['alpha', 'beta'] })).toEqual([
        ['price', 1, 0, 1, 0],
        ['texture', 1, 0, 1, 0],
      ]);
      expect(await ask({ by: 'theme', brands: ['beta'] })).toEqual([
        ['price', 1, 0, 0, 1],
        ['texture', 1, 0, 0, 1],
      ]);
      expect(await ask({ by: 'channel', brands: ['alpha', 'beta'], themes: ['none'] })).toEqual([]);
      expect(await ask({ brands: ['unheard-of'] })).toEqual([]);
    },
  );

  run('gives the figures of the asked stage', async ({ store, history }, settle) => {
    const analyses: Record<string, Analysis> = {
      kept: makeAnalysis(),
      copy: makeAnalysis({
        reason: 'near-copy',
        copyOf: 1,
        brands: [{ id: 'acme', opinion: 'negative', score: -1 }],
        sentiment: { label: 'negative', score: -1 },
      }),
      dull: makeAnalysis({
        reason: 'no-opinion',
        brands: [{ id: 'acme', opinion: 'neutral', score: 0 }],
        sentiment: { label: 'neutral', score: 0 },
      }),
    };
    const posts = Object.keys(analyses).map((id) => makePost({ id, metrics: { likes: 2, followers: 10 } }));
    await store.save(batch(posts), (post) => analyses[post.id]!, 1);
    await settle();
    const ask = (stage: 'important' | 'significant') => history.series({ step: '1h', zone: 'UTC', stage });
    const shared = { at, reach: 30, engagement: 6, significant: 1 };
    expect(await ask('important')).toEqual([
      { ...shared, mentions: 3, distinct: 2, positive: 1, neutral: 1, negative: 1 },
    ]);
    expect(await ask('significant')).toEqual([
      { ...shared, mentions: 1, distinct: 1, positive: 1, neutral: 0, negative: 0 },
    ]);
  });

  run(
    'lists newest first and pages without gaps or repeats while posts come in',
    async ({ store, history }, settle) => {
      const first = Array.from({ length: 30 }, (_, place) =>
        makePost({ id: `p${place}`, at: at + (place % 5) * 1000 }),
      );
      await store.save(batch(first), kept, 1);
      await settle();
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 20; page += 1) {
        const { items, next } = await history.mentions({ stage: 'important', limit: 7, cursor });
        seen.push(...items.map((item) => item.id));
        await store.save(batch([makePost({ id: `new${page}`, at: at + 60_000 + page })]), kept, 1);
        await settle();
        if (next === null) break;
        cursor = next;
      }
      const expected = [...first]
        .map((post, place) => ({ ...post, seq: place + 1 }))
        .sort((a, b) => b.at - a.at || b.seq - a.seq);
      expect(seen).toEqual(expected.map((post) => post.id));
      await expect(history.mentions({ stage: 'important', limit: 7, cursor: 'no cursor' })).rejects.toThrow(
        'not a cursor',
      );
    },
  );

  run('lists every post with a reason as set aside, whichever sort gave it', async ({ store, history }, settle) => {
    const reasons = { a: 'no-brand', b: 'spam', c: null, d: 'passing' } as const;
    await store.save(
      batch(['a', 'b', 'c', 'd'].map((id, index) => makePost({ id, at: at + index * minute }))),
      (post) => makeAnalysis({ reason: reasons[post.id as keyof typeof reasons] }),
      1,
    );
    await settle();
    const list = async (reason?: 'spam') =>
      (await history.mentions({ stage: 'set-aside', limit: 9, ...(reason ? { reasons: [reason] } : {}) })).items.map(
        (item) => item.id,
      );
    expect(await list()).toEqual(['d', 'b', 'a']);
    expect(await list('spam')).toEqual(['b']);
  });

  run('counts the copies of each listed post', async ({ store, history }, settle) => {
    await store.save(batch([makePost({ id: 'a' }), makePost({ id: 'b' })]), kept, 1);
    await settle();
    const copies = Array.from({ length: 3 }, (_, place) => makePost({ id: `c${place}` }));
    await store.save(batch(copies), () => makeAnalysis({ reason: 'near-copy', copyOf: 1 }), 1);
    await store.save(batch([], { removed: [{ source: 'test', id: 'c1' }] }), kept, 1);
    const copiesOf = async () =>
      Object.fromEntries(
        (await history.mentions({ stage: 'significant', limit: 9 })).items.map((item) => [item.id, item.copies]),
      );
    expect(await copiesOf()).toEqual({ a: 2, b: 0 });
    await settle();
    expect(await copiesOf()).toEqual({ a: 2, b: 0 });
    expect((await history.mention({ id: 'a' }))[0]?.copies).toBe(2);
  });

  run(
    'shows repeated texts as clusters, with their size and spread, largest first',
    async ({ store, history }, settle) => {
      const hour = 60 * minute;
      const said = (id: string, hours: number, channel: 'social' | 'forum' = 'social') =>
        makePost({ id, channel, at: at + hours * hour });
      const copyOf = new Map([
        ['a1', 1],
        ['a2', 1],
        ['b1', 2],
        ['b2', 2],
        ['b3', 2],
      ]);
      const judge = (post: { id: string }) => {
        const original = copyOf.get(post.id);
        return original === undefined ? kept() : makeAnalysis({ reason: 'near-copy', copyOf: original });
      };
      const originals = [said('a', 0), said('b', 0, 'forum'), said('alone', 1)];
      await store.save(batch([...originals, said('a1', 1), said('a2', 3), said('b1', 0)]), judge, 1);
      await settle();
      await store.save(batch([said('b2', 100), said('b3', 100)]), judge, 1);
      const all = await history.copies({ limit: 9 });
      expect([all.startAt, all.stepMs]).toEqual([at, 3 * hour]);
      expect(all.texts.map(({ post, counts: _, ...text }) => ({ ...text, id: post.id, copies: post.copies }))).toEqual([
        {
          id: 'b',
          of: 2,
          size: 4,
          copies: 3,
          firstAt: at,
          lastAt: at + 100 * hour,
          channels: { forum: 1, social: 3 },
        },
        { id: 'a', of: 1, size: 3, copies: 2, firstAt: at, lastAt: at + 3 * hour, channels: { social: 3 } },
      ]);
      expect(all.texts[1]?.counts.slice(0, 3)).toEqual([2, 1, 0]);
      const early = await history.copies({ to: at + 2 * hour, limit: 1 });
      expect(early.texts.map(({ of, size, counts }) => [of, size, counts])).toEqual([[1, 2, [1, 1]]]);
      expect((await history.copies({ brands: ['nobody'], limit: 9 })).texts).toEqual([]);
      const cluster = await history.mentions({ stage: 'important', copiesOf: 1, limit: 9 });
      expect(cluster.items.map(({ id }) => id)).toEqual(['a2', 'a1', 'a']);
      // The original goes: its copies are still one text, shown by the first of them.
      await store.save(batch([], { removed: [{ source: 'test', id: 'a' }] }), kept, 1);
      const later = (await history.copies({ limit: 9 })).texts.find(({ of }) => of === 1);
      expect([later?.post.id, later?.size]).toEqual(['a1', 2]);
    },
  );

  run('counts distinct authors, each once in a point and once in the whole', async ({ store, history }, settle) => {
    const said = (id: string, author: string | undefined, hours: number, channel: 'social' | 'forum' = 'social') =>
      makePost({ id, channel, at: at + hours * 60 * minute, ...(author === undefined ? {} : { author }) });
    const posts = [
      said('1', 'ann', 0),
      said('2', 'ann', 0.5),
      said('3', 'bob', 0),
      said('4', 'ann', 1, 'forum'),
      said('5', undefined, 1),
    ];
    await store.save(batch(posts), kept, 1);
    await settle();
    await store.prune(at, { textDays: null, setAsideDays: 7, idDays: 7 });
    const asked = { step: '1h', zone: 'UTC', stage: 'important', fromPosts: false } as const;
    const one = { authors: 1, authorsError: 0 };
    const two = { authors: 2, authorsError: 0 };
    const byTime = (points: { at: number }[] | undefined) => [...(points ?? [])].sort((a, b) => a.at - b.at);
    const hours = await history.authors(asked);
    expect(byTime(hours?.points)).toEqual([
      { at, ...two },
      { at: at + 60 * minute, ...one },
    ]);
    expect(hours?.whole).toEqual(two);
    expect((await history.authors({ ...asked, by: 'brand' }))?.points[0]).toMatchObject({ key: 'acme' });
    expect((await history.authors({ ...asked, brands: ['nobody'] }))?.points).toEqual([]);
    const forum = await history.authors({ ...asked, channels: ['forum'], step: '15m', fromPosts: true });
    expect(forum).toEqual({ points: [{ at: at + 60 * minute, ...one }], whole: one });
    await store.save(batch([], { removed: [{ source: 'test', id: '3' }] }), kept, 1);
    expect((await history.authors(asked))?.whole).toEqual(one);
    await settle();
    expect((await history.authors(asked))?.whole).toEqual(one);
  });

  run('searches: full text narrows, the compiled query decides', async ({ store, history }, settle) => {
    const posts = [
      makePost({ id: 'a', text: 'La Crème est douce' }),
      makePost({ id: 'b', text: 'creme brulee', at: at + 1 }),
      makePost({ id: 'c', text: 'nothing of the kind', title: 'CRÈME', at: at + 2 }),
      makePost({ id: 'd', text: 'something else' }),
    ];
    await store.save(batch(posts), kept, 1);
    await settle();
    const search = async (text: string, narrowing: string | null, matches: (text: string) => boolean) => {
      const query = {
        text,
        narrowing,
        matches: (post: { text: string; title?: string }) => matches(`${post.title ?? ''} ${post.text}`),
      };
      return (await history.mentions({ stage: 'important', query, limit: 9 })).items.map((item) => item.id);
    };
    expect(await search('creme', '"creme"', (words) => /cr[eè]me/i.test(words))).toEqual(['c', 'b', 'a']);
    expect(await search('exact:creme', '"creme"', (words) => words.includes('creme'))).toEqual(['b']);
    expect(await search('else', null, (words) => words.includes('else'))).toEqual(['d']);
  });

  run('hands a replay its kept posts in the order of commits, as they count now', async (opened, settle) => {
    const { store, history } = opened;
    const brands = [{ id: 'acme', name: 'acme', query: 'acme' }];
    await store.saveWorkspace(workspaceSchema.parse({ version: 1, brands, themes: [themeOf('price')] }), at);
    const posts = [
      makePost({ id: 'before', at: at - 1 }),
      makePost({ id: 'last', at: at + minute - 1, country: 'FR', channel: 'forum', metrics: { likes: 2, views: 30 } }),
      makePost({ id: 'first', at, source: 'other' }),
      makePost({ id: 'after', at: at + minute }),
    ];
    const priced = makeAnalysis({ themes: [{ id: 'price' }], launches: ['glow'] });
    await store.save(batch(posts), ({ id }) => (id === 'last' ? priced : kept()), 1);
    await settle();
    // Said long ago, and came only now; what the sorts set aside is played as a post, the copy as a mention too.
    const late = { receivedAt: receivedAt + day };
    await store.save(
      batch([makePost({ id: 'away', at }), makePost({ id: 'copy', at }), makePost({ id: 'gone', at })], late),
      ({ id }) =>
        id === 'away'
          ? makeAnalysis({ reason: 'no-brand' })
          : id === 'copy'
            ? makeAnalysis({ reason: 'near-copy', copyOf: 3 })
            : kept(),
      1,
    );
    await settle();
    await store.save(batch([], { removed: [{ source: 'test', id: 'gone' }], ...late }), kept, 1);
    await settle();
    const filter = { from: at, to: at + minute, after: 0, through: 100 };
    const all = await history.replayPosts(filter);
    expect(
      all.map(({ seq, at: said, receivedAt: known, source, outcome }) => [seq, said, known, source, outcome]),
    ).toEqual([
      [2, at + minute - 1, receivedAt, 'test', 'significant'],
      [3, at, receivedAt, 'other', 'significant'],
      [5, at, receivedAt + day, 'test', 'no-brand'],
      [6, at, receivedAt + day, 'test', 'near-copy'],
    ]);
    const { at: _, ...counted } = countedMention(posts[1]!, priced);
    const acme = [{ id: 'acme', opinion: 'positive' }];
    expect(all[0]!.mention).toEqual({ ...counted, brands: acme });
    expect(all.map(({ mention }) => mention?.nearCopy ?? null)).toEqual([false, false, null, true]);

    const pages: number[][] = [];
    for (let after = 0; after < 7; after += 2)
      pages.push((await history.replayPosts({ ...filter, after, through: after + 2 })).map(({ seq }) => seq));
    expect(pages).toEqual([[2], [3], [5, 6], []]);

    // A person's word counts in a replay as it does everywhere.
    await store.correct([2], [{ what: 'sentiment', value: 'negative' }], at);
    await store.correct([3], [{ what: 'relevant', value: false }], at);
    await settle();
    const [spoken, taken] = await history.replayPosts(filter);
    expect([spoken!.mention!.opinion, spoken!.mention!.brands[0]!.opinion]).toEqual(['negative', 'negative']);
    expect([taken!.outcome, taken!.mention]).toEqual(['excluded', null]);

    // What is not kept any more cannot be played.
    while ((await store.index(50)) > 0);
    expect(await store.prune(receivedAt + day + 8 * day, { textDays: null, setAsideDays: 7, idDays: 800 })).toBe(1);
    expect((await history.replayPosts(filter)).map(({ seq }) => seq)).toEqual([2, 3, 6]);
  });

  run(
    'lets texts and keys go by the day they were received, and keeps what was counted',
    async ({ store, history }, settle) => {
      const posts = [makePost({ id: 'old' }), makePost({ id: 'set' })];
      const analyse = (post: { id: string }) => (post.id === 'set' ? makeAnalysis({ reason: 'no-brand' }) : kept());
      await store.save(batch(posts), analyse, 1);
      await store.save(batch([makePost({ id: 'young' })], { receivedAt: receivedAt + 20 * day }), kept, 1);
      while ((await store.index(50)) > 0);
      const keeping = { textDays: null, setAsideDays: 7, idDays: 30 };
      expect(await store.prune(receivedAt + 6 * day, keeping)).toBe(0);
      expect(await store.prune(receivedAt + 8 * day, keeping)).toBe(1);
      expect(await history.mention({ id: 'set' })).toEqual([]);
      expect((await history.mentions({ stage: 'set-aside', limit: 5 })).items).toEqual([]);
      expect(await store.prune(receivedAt + 20 * day, { ...keeping, textDays: 10 })).toBe(1);
      await settle();
      const query = { text: 'words', narrowing: '"words"', matches: () => true };
      expect((await history.mentions({ stage: 'important', query, limit: 5 })).items.map((item) => item.id)).toEqual([
        'young',
      ]);
      expect(await history.funnel({})).toEqual({
        collected: 3,
        important: 2,
        significant: 2,
        setAside: { 'no-brand': 1 },
      });
      expect((await history.series({ step: '15m', zone: 'UTC', stage: 'important' }))[0]?.mentions).toBe(2);
      const known = await store.save(batch([makePost({ id: 'old' })], { receivedAt: receivedAt + 21 * day }), kept, 1);
      expect(known.duplicates).toBe(1);
      await store.prune(receivedAt + 35 * day, { ...keeping, textDays: 10 });
      const forgotten = await store.save(
        batch([makePost({ id: 'old' })], { receivedAt: receivedAt + 36 * day }),
        kept,
        1,
      );
      expect(forgotten.accepted).toBe(1);
    },
  );

  run('starts the near-copies anew from originals only, oldest first', async ({ store }, settle) => {
    const analyses: Record<string, Analysis> = {
      early: kept(),
      a: kept(),
      copy: makeAnalysis({ reason: 'near-copy', copyOf: 2 }),
      set: makeAnalysis({ reason: 'no-brand' }),
      b: makeAnalysis({ reason: 'passing' }),
    };
    const posts = Object.keys(analyses).map((id) => makePost({ id, text: id, at: id === 'early' ? at - day : at }));
    await store.save(batch(posts.slice(0, 3)), (post) => analyses[post.id]!, 1);
    await settle();
    await store.save(batch(posts.slice(3)), (post) => analyses[post.id]!, 1);
    const found: unknown[] = [];
    for await (const original of store.originalsSince(at)) found.push(original);
    expect(found).toEqual([
      { seq: 2, at, text: 'a' },
      { seq: 5, at, text: 'b' },
    ]);
  });

  run('keeps every rule set and refuses a stale one', async ({ store, history }) => {
    const empty = await store.ruleSet();
    expect(empty.version).toBe(0);
    const workspace = workspaceSchema.parse({ version: 1, brands: [{ id: 'acme', name: 'Acme', query: 'acme' }] });
    const first = await store.saveWorkspace(workspace, 1000, empty.etag);
    expect(first).toMatchObject({ version: 1, from: 1000, saved: true, workspace });
    const stale = await store.saveWorkspace(workspace, 2000, empty.etag);
    expect(stale).toEqual({ ...first, saved: false });
    const second = await store.saveWorkspace({ ...workspace, name: 'Second' }, 3000);
    expect(second).toMatchObject({ version: 2, saved: true });
    expect(second.etag).not.toBe(first.etag);
    expect((await store.ruleSet()).etag).toBe(second.etag);
    expect((await history.ruleSet())?.version).toBe(2);
    expect((await history.ruleSet(1))?.workspace).toEqual(workspace);
    expect((await history.ruleSet(0))?.workspace.brands).toEqual([]);
    expect(await history.ruleSet(9)).toBeUndefined();
  });

  run('keeps with a rule set who had the second look, until there is another or none', async ({ store, history }) => {
    const workspace = workspaceSchema.parse({ version: 1 });
    const transformer = { name: 'tiny', hash: '0123456789abcdef', runtime: 'none 1', languages: ['en', 'fr'] };
    await store.saveWorkspace(workspace, 1000, undefined, false, transformer);
    await store.save(batch([makePost({ id: 'a' })]), kept, 1);
    expect(await store.counted()).toMatchObject({ heardTo: 0, wanted: 0 });
    await store.saveWorkspace(workspace, 2000, undefined, true);
    // What was there before is for counting again to look at.
    expect(await store.counted()).toMatchObject({ heardTo: 1, wanted: 2 });
    expect((await store.ruleSet()).transformer).toEqual(transformer);
    await store.saveWorkspace(workspace, 3000, undefined, true, null);
    expect(await store.ruleSet()).not.toHaveProperty('transformer');
    expect((await history.ruleSet(2))?.transformer).toEqual(transformer);
    expect(await history.ruleSet()).not.toHaveProperty('transformer');
  });

  run('remembers settings', async ({ store }) => {
    expect(await store.setting('bluesky')).toBeUndefined();
    await store.setSetting('bluesky', 'on');
    await store.setSetting('bluesky', 'off');
    expect(await store.setting('bluesky')).toBe('off');
  });

  run('counts each mention of a brand in one part of it', async ({ store, history }, settle) => {
    const posts = Array.from({ length: 30 }, (_, place) =>
      makePost({ id: `${place}`, at: at + place * minute, channel: place % 3 === 0 ? 'review' : 'social' }),
    );
    await store.save(
      batch(posts),
      ({ id }) => {
        const place = Number(id);
        const brands = [
          {
            id: place % 5 === 0 ? 'other' : 'solenne',
            opinion: place % 2 ? 'negative' : 'positive',
            score: 0,
          } as const,
        ];
        const themes = place % 4 === 0 ? [] : place % 4 === 1 ? [{ id: 'price' }] : [{ id: 'skin' }, { id: 'price' }];
        return makeAnalysis({
          brands,
          themes,
          ...(place > 20 ? { stage: 'important', reason: 'near-copy', copyOf: 1 } : {}),
        });
      },
      1,
    );
    await settle();
    const range = { from: at + 2 * minute, to: at + 28 * minute };
    const parts = await history.parts({ brand: 'solenne', ranges: [range] });
    const sum = (field: 'mentions' | 'negative' | 'significant', of = parts) =>
      of.reduce((all, part) => all + part[field], 0);
    const places = Array.from({ length: 26 }, (_, place) => place + 2).filter((place) => place % 5 !== 0);
    expect(sum('mentions')).toBe(places.length);
    expect(sum('negative')).toBe(places.filter((place) => place % 2 === 1).length);
    expect(sum('significant')).toBe(places.filter((place) => place <= 20).length);
    const skinCopies = parts.filter(({ theme, areCopies }) => theme === 'skin' && areCopies);
    expect(sum('mentions', skinCopies)).toBe(places.filter((place) => place % 4 > 1 && place > 20).length);
    const priced = await history.parts({ brand: 'solenne', themes: ['price'], ranges: [range] });
    expect(sum('mentions', priced)).toBe(places.filter((place) => place % 4 > 0).length);
    const halves = [
      { from: range.from, to: at + 9 * minute },
      { from: at + 9 * minute, to: range.to },
    ];
    expect(sum('mentions', await history.parts({ ranges: halves }))).toBe(26);
    expect(await history.parts({ brand: 'nobody', ranges: [range] })).toEqual([]);
  });

  run('keeps records of a kind, newest first, all of a change or none', async ({ store, history }) => {
    const record = (id: string, at: number, body: string | null) => ({ kind: 'alert', id, at, body });
    await store.keepRecords([record('a', 1000, '{"n":1}'), record('b', 3000, '{"n":2}'), record('c', 2000, '{}')]);
    await store.keepRecords([{ kind: 'delivery', id: 'a', at: 5000, body: '{}' }]);
    const ids = async (range: object) =>
      (await history.records({ kind: 'alert', limit: 10, ...range })).map(({ id }) => id);
    expect(await ids({})).toEqual(['b', 'c', 'a']);
    expect(await ids({ limit: 2 })).toEqual(['b', 'c']);
    expect(await ids({ from: 1000, to: 3000 })).toEqual(['c', 'a']);
    await store.keepRecords([record('a', 4000, '{"n":3}'), record('b', 3000, null)]);
    expect(await history.records({ kind: 'alert', limit: 10 })).toEqual([
      record('a', 4000, '{"n":3}'),
      record('c', 2000, '{}'),
    ]);
  });

  run('keeps one value of a signal for each name, brand and moment', async ({ store, history }) => {
    const value = (name: string, brand: string, at: number, number: number) => ({ name, brand, at, value: number });
    expect(await store.keepSignals([value('spend', 'solenne', 2000, 1.5), value('spend', 'solenne', 1000, 1)])).toBe(2);
    expect(await store.keepSignals([value('spend', 'solenne', 2000, 4), value('visits', '', 2000, 7)])).toBe(1);
    const all = [value('spend', 'solenne', 1000, 1), value('spend', 'solenne', 2000, 4), value('visits', '', 2000, 7)];
    expect(await history.signals({ limit: 10 })).toEqual(all);
    expect(await history.signals({ limit: 2 })).toEqual(all.slice(1));
    expect(await history.signals({ names: ['spend'], from: 2000, limit: 10 })).toEqual([all[1]]);
    expect(await history.signals({ brand: '', to: 3000, limit: 10 })).toEqual([all[2]]);
    expect(await history.signalNames()).toEqual([
      { name: 'spend', brand: 'solenne', values: 2, firstAt: 1000, lastAt: 2000 },
      { name: 'visits', brand: '', values: 1, firstAt: 2000, lastAt: 2000 },
    ]);
    expect(await store.dropSignal('spend', 'solenne')).toBe(2);
    expect((await history.signalNames()).map(({ name }) => name)).toEqual(['visits']);
  });

  run(
    'samples what the first sort set aside in a lasting flood, and counts all of it',
    async ({ store, history }, settle) => {
      for (let second = 0; second < 10; second += 1) {
        const posts = Array.from({ length: 300 }, (_, place) =>
          makePost({ id: `p${second * 300 + place + 1}`, at: at + second * 1000 }),
        );
        await store.save(
          batch(posts, { receivedAt: at + second * 1000 }),
          () => makeAnalysis({ reason: 'no-brand' }),
          1,
        );
      }
      await settle();
      expect(await history.funnel({})).toEqual({
        collected: 3000,
        important: 0,
        significant: 0,
        setAside: { 'no-brand': 3000 },
      });
      const { items } = await history.mentions({ stage: 'set-aside', limit: 3000 });
      // The test stores keep one a second on average, with a reserve of 600.
      expect(items).toHaveLength(609);
      const again = await store.save(batch([makePost({ id: 'p3000' })]), kept, 1);
      expect(again.duplicates).toBe(1);
    },
  );

  run('hands the live window quarters of the past and minutes of the present', async ({ store, history }, settle) => {
    const posts = [0, 1, 16, 40].map((past) => makePost({ id: `p${past}`, at: at + past * minute }));
    await store.save(batch(posts), kept, 1);
    await settle();
    const window = await history.windowRows(at + minute, at + 40 * minute);
    const totals = mergeRollups(window.rows.flatMap(unpackRows))
      .filter((row) => row.brand === '*' && row.theme === '*')
      .map((row) => [row.at - at, row.mentions]);
    expect(totals.sort((a, b) => a[0]! - b[0]!)).toEqual([
      [0, 2],
      [15 * minute, 1],
      [40 * minute, 1],
    ]);
    const funnel = window.funnel.filter((row) => row.brand === '*').map((row) => [row.at - at, row.posts]);
    expect(funnel.sort((a, b) => a[0]! - b[0]!)).toEqual([
      [0, 2],
      [15 * minute, 1],
      [40 * minute, 1],
    ]);
    expect(window.seq).toBe(4);
  });

  run('counts disorder and duplicates exactly (seeded schedules)', async ({ store, history }, settle) => {
    let schedule = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 39 }), fc.integer({ min: 1, max: 5 })), { maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        async (sends, chance) => {
          schedule += 1;
          const source = `schedule-${schedule}`;
          const all = sends.flatMap(([number, times]) => Array.from({ length: times }, () => number));
          for (let place = all.length - 1; place > 0; place -= 1) {
            const other = chance.next().value % (place + 1);
            [all[place], all[other]] = [all[other]!, all[place]!];
          }
          let received = 0;
          let accepted = 0;
          let duplicates = 0;
          while (all.length > 0) {
            const part = all.splice(0, 1 + (chance.next().value % 7));
            const posts = part.map((number) => makePost({ id: `${number}`, source, at: at + number * 7 * minute }));
            const saved = await store.save(
              batch(posts),
              (post) => makeAnalysis({ brands: [{ id: `b${Number(post.id) % 3}`, opinion: 'positive', score: 1 }] }),
              1,
            );
            received += part.length;
            accepted += saved.accepted;
            duplicates += saved.duplicates;
          }
          await settle();
          const distinct = new Set(sends.map(([number]) => number)).size;
          expect([accepted, duplicates]).toEqual([distinct, received - distinct]);
          expect((await history.funnel({ sources: [source] })).collected).toBe(distinct);
        },
      ),
      { numRuns: 25, seed: 20250602 },
    );
    const { rows, stored } = await history.recount();
    expect(inOrder(stored)).toEqual(inOrder(rows));
  });
}
