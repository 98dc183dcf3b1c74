import { describe, expect, it } from 'vitest';
import { drawDay } from '../../../server/scoreboard/drawDay.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import type { Batch, MachineVerdict } from '../../../server/store/store.ts';
import { makeAnalysis, makePost } from '../../support/makePosts.ts';

const now = Date.UTC(2026, 2, 9, 12);
const hour = 3_600_000;
const day = 24 * hour;
const asked = { day: '2026-03-09', now, themes: [], isLabelled: () => false };

/** A store with `count` posts received at a moment; every tenth is a mention. */
async function fill(store: ReturnType<typeof createMemoryStore>['store'], receivedAt: number, count: number) {
  const posts: Batch['posts'] = Array.from({ length: count }, (_, k) =>
    makePost({ id: `${receivedAt} ${k}`, at: receivedAt }),
  );
  const analyse = (_: unknown, seq: number) => makeAnalysis(seq % 10 === 0 ? {} : { reason: 'no-brand' });
  await store.save({ posts, receivedAt }, analyse, 1);
}

describe('drawDay', () => {
  it('draws from the whole day and from nothing else, however many pages of posts it has', async () => {
    const verdicts = Array.from(
      { length: 30_000 },
      (_, k): MachineVerdict => ({
        seq: k + 1,
        receivedAt: now - 2 * day + k * 5_000,
        stage: k % 2 ? 'set-aside' : 'significant',
        lang: 'en',
        sentiment: 'neutral',
        brands: [],
        themes: [],
      }),
    );
    let pages = 0;
    const history = {
      async verdicts(filter: { seqs: readonly number[] } | { receivedFrom: number; after: number; limit: number }) {
        if ('seqs' in filter) throw new Error('nothing is asked by number');
        pages += 1;
        const since = verdicts.filter(({ seq, receivedAt }) => seq > filter.after && receivedAt >= filter.receivedFrom);
        return since.slice(0, filter.limit);
      },
      keptCount: () => Promise.reject(new Error('there are posts of the last day')),
    };
    const { items, population, receivedTo } = await drawDay({ ...asked, history });
    const ofTheDay = verdicts.filter(({ receivedAt }) => receivedAt >= now - day).length;
    expect(pages).toBeGreaterThan(2);
    expect(population).toEqual({ significant: ofTheDay / 2, important: 0, 'set-aside': ofTheDay / 2 });
    expect(items.every(({ seq }) => verdicts[seq - 1]!.receivedAt >= now - day)).toBe(true);
    expect(receivedTo).toBe(verdicts.at(-1)!.receivedAt);
  });

  it('counts no post of other days between those of this one: history that is read later has later numbers', async () => {
    const { store, history } = createMemoryStore();
    await fill(store, now - 2 * hour, 50);
    await fill(store, now - 9 * day, 400);
    await fill(store, now - hour, 50);
    const { population } = await drawDay({ ...asked, history });
    expect(population).toEqual({ significant: 10, important: 0, 'set-aside': 90 });
  });

  it('draws from the newest day that has posts where the last one has none', async () => {
    const { store, history } = createMemoryStore();
    expect((await drawDay({ ...asked, history })).items).toEqual([]);
    await fill(store, now - 9 * day, 40);
    await fill(store, now - 5 * day - 2 * hour, 60);
    await fill(store, now - 5 * day, 50);
    const { items, population, receivedTo } = await drawDay({ ...asked, history });
    expect(population).toEqual({ significant: 11, important: 0, 'set-aside': 99 });
    expect(items.every(({ seq }) => seq > 40)).toBe(true);
    expect(receivedTo).toBe(now - 5 * day);
    expect(await drawDay({ ...asked, history })).toEqual({ items, population, receivedTo });
    expect((await drawDay({ ...asked, day: '2026-03-10', history })).items).not.toEqual(items);
  });

  it('does not draw again what was labelled, and counts it all the same', async () => {
    const { store, history } = createMemoryStore();
    await fill(store, now - hour, 100);
    const first = await drawDay({ ...asked, history });
    const labelled = new Set(first.items.map(({ seq }) => seq));
    const next = await drawDay({ ...asked, history, isLabelled: (seq) => labelled.has(seq) });
    expect(next.items.filter(({ seq }) => labelled.has(seq))).toEqual([]);
    expect(next.items.filter(({ stratum }) => stratum === 'significant')).toHaveLength(2);
    expect(next.population).toEqual(first.population);
  });

  it('counts the posts that a flood left without a text among those that were set aside', async () => {
    const { store, history } = createMemoryStore({ setAsidePerSecond: 0.1 });
    await fill(store, now - hour, 1_000);
    const { kept } = await history.keptCount(1, 1);
    expect(kept).toBeLessThan(200);
    const { population } = await drawDay({ ...asked, history });
    // To the newest that is kept: the last of a thousand is a mention.
    expect(population['set-aside'] + population.significant).toBe(1_000);
    expect(population.significant).toBe(100);
  });

  it('takes no number of a flood of other days for one of this day', async () => {
    const { store, history } = createMemoryStore({ setAsidePerSecond: 0.1 });
    await fill(store, now - 2 * hour, 50);
    await fill(store, now - 9 * day, 1_000);
    await fill(store, now - hour, 50);
    const { population } = await drawDay({ ...asked, history });
    expect(population.significant).toBe(10);
    expect(population['set-aside']).toBeLessThanOrEqual(90);
  });
});
