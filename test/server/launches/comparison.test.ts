import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { comparison, pastOf } from '../../../server/launches/comparison.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import type { History, Store } from '../../../server/store/store.ts';
import { type Launch, launchSchema, workspaceSchema } from '../../../shared/domain.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rollup.ts';
import { makeAnalysis, makePost, seeded } from '../../support/makePosts.ts';
import { openTempStore } from '../../support/tempStore.ts';

const t0 = Date.UTC(2026, 2, 3, 9, 7);
const brands = ['acme', 'other'].map((id) => ({ id, name: id, query: id }));
const makeLaunch = (id: string, at: number, some: object = {}): Launch =>
  launchSchema.parse({ id, name: id, brand: 'acme', at, ...some });

type Said = { at: number; brand?: string; country?: string; theme?: string; launches?: string[]; author?: string };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function historyOf(said: readonly Said[], launches: readonly Launch[], opened = createMemoryStore()) {
  const { store, history }: { store: Store; history: History } = opened;
  const themes = [{ id: 'price', name: 'price', query: 'price' }];
  await store.saveWorkspace(workspaceSchema.parse({ version: 1, brands, themes, launches }), 1);
  const posts = said.map(({ at, country, author }, index) =>
    makePost({ id: `${index}`, at, ...(country ? { country } : {}), ...(author ? { author } : {}) }),
  );
  await store.save(
    { posts, receivedAt: Math.max(...said.map(({ at }) => at)) },
    ({ id }) => {
      const { brand = 'acme', theme, launches: named } = said[Number(id)]!;
      const analysis = makeAnalysis({ brands: [{ id: brand, opinion: 'positive', score: 1 }] });
      if (theme) analysis.themes = [{ id: theme }];
      return named ? { ...analysis, launches: named } : analysis;
    },
    1,
  );
  return history;
}

/** A life around a launch: every brand speaks, more after T0. */
function drawSaid(seed: number, at: number, id: string): Said[] {
  const chance = seeded(seed);
  return Array.from({ length: 400 }, () => ({
    at: at + Math.floor((chance() * 5 - 2) * dayMs),
    brand: chance() < 0.7 ? 'acme' : 'other',
    ...(chance() < 0.5 ? { country: chance() < 0.5 ? 'FR' : 'JP' } : {}),
    ...(chance() < 0.3 ? { theme: 'price' } : {}),
    ...(chance() < 0.5 ? { launches: [id] } : {}),
    author: `a${Math.floor(chance() * 50)}`,
  }));
}

const asked = { fromMs: -dayMs, toMs: 2 * dayMs, step: '1h', metric: 'mentions', scale: 'raw' } as const;

describe('comparison', () => {
  it('gives the same answer for a launch that is shifted with its posts, by any minutes (seed 4)', async () => {
    const said = drawSaid(4, t0, 'l');
    const starts = [{ country: 'JP', at: t0 - 7 * hourMs, timeZone: 'Asia/Tokyo' }];
    const answer = async (shift: number) => {
      const launch = makeLaunch('l', t0 + shift, {
        query: 'x',
        starts: starts.map((start) => ({ ...start, at: start.at + shift })),
      });
      const history = await historyOf(
        said.map((one) => ({ ...one, at: one.at + shift })),
        [launch],
      );
      const now = t0 + shift + 30 * dayMs;
      const { launch: told } = await comparison(history, { ...asked, launch, past: [], theme: 'price', now });
      // Distinct authors are told only where the hours of history are those of the axis.
      return { ...told, at: 0, points: told.points.map(({ authors: _, authorsError: __, ...point }) => point) };
    };
    const here = await answer(0);
    expect(here.points.reduce((sum, { mentions }) => sum + mentions, 0)).toBeGreaterThan(50);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -2_000_000, max: 2_000_000 }), async (minutes) => {
        const there = await answer(minutes * minuteMs);
        // To which hour somebody listened depends on where the hours lie.
        expect(there.points.slice(1, -1)).toEqual(here.points.slice(1, -1));
      }),
      { seed: 4, numRuns: 12 },
    );
  });

  it('gives a copy of a launch the same curve, and stands in the middle of its own copies', async () => {
    const said = drawSaid(5, t0, 'l');
    const copies = ['c1', 'c2', 'c3'];
    const all = said.map((one) => (one.launches ? { ...one, launches: ['l', ...copies] } : one));
    const launch = makeLaunch('l', t0, { query: 'x' });
    const past = copies.map((id) => ({ ...launch, id }));
    const history = await historyOf(all, [launch, ...past]);
    const told = await comparison(history, { ...asked, launch, past, theme: 'price', now: t0 + 9 * dayMs });
    for (const one of told.past) expect(one.points).toEqual(told.launch.points);
    for (const [index, { median, outer }] of told.band.entries()) {
      const value = told.launch.points[index]?.value;
      if (value !== undefined) expect([median, outer]).toEqual([value, [value, value]]);
    }
    expect(told.standing).toMatchObject({ times: 1, rank: { place: 1, of: 4 } });
    expect(told.closest?.distance).toBe(0);
  });

  it('counts what a count by hand counts, each country from its own T0, and both stores alike', async () => {
    const at = Date.UTC(2026, 2, 3, 9);
    const said = drawSaid(6, at, 'l');
    const launch = makeLaunch('l', at, {
      query: 'x',
      starts: [{ country: 'jp', at: at - 7 * hourMs, timeZone: 'Asia/Tokyo' }],
    });
    const byHand = new Map<number, number>();
    for (const { at: when, country, launches, brand } of said) {
      if (!launches || brand !== 'acme') continue;
      const offset = when - (country === 'JP' ? at - 7 * hourMs : at);
      const bucket = Math.floor(offset / hourMs) * hourMs;
      byHand.set(bucket, (byHand.get(bucket) ?? 0) + 1);
    }
    const file = openTempStore();
    closing.push(() => file.close());
    for (const opened of [createMemoryStore(), file]) {
      const history = await historyOf(said, [launch], opened);
      await opened.store.index(1_000);
      const told = await comparison(history, { ...asked, launch, past: [], now: at + 9 * dayMs });
      expect(told.launch.points.length).toBeGreaterThan(60);
      for (const { offsetMs, mentions } of told.launch.points) expect(mentions).toBe(byHand.get(offsetMs) ?? 0);
    }
  });

  it('tells a theme’s share of a product, and distinct authors where the axis lies on the hour', async () => {
    const at = Date.UTC(2026, 2, 3, 9);
    const launches = ['l'];
    const said: Said[] = [
      ...Array.from({ length: 6 }, (_, index) => ({ at: at + index, launches, theme: 'price', author: 'one' })),
      ...Array.from({ length: 6 }, (_, index) => ({ at: at + index, launches, author: `a${index}` })),
      ...Array.from({ length: 9 }, (_, index) => ({ at: at + index, theme: 'price' })),
    ];
    const launch = makeLaunch('l', at, { query: 'x' });
    const history = await historyOf(said, [launch]);
    const now = at + 5 * hourMs;
    const told = await comparison(history, { ...asked, metric: 'theme', theme: 'price', launch, past: [], now });
    expect(told.launch.points[0]).toMatchObject({ offsetMs: 0, mentions: 12, theme: 6, value: 50, authors: 7 });
    // All of the brand, where the launch has no query.
    const whole = makeLaunch('l', at);
    const ofBrand = await comparison(history, { ...asked, theme: 'price', launch: whole, past: [], now });
    expect(ofBrand.launch).toMatchObject({ counts: 'brand' });
    expect(ofBrand.launch.points[0]).toMatchObject({ mentions: 21, theme: 15 });
  });

  it('says what was not heard: a capture that starts late, one that ends, and none at all', async () => {
    const at = Date.UTC(2026, 2, 3, 9);
    const said: Said[] = [
      // Capture begins three hours after T0 of `late`, and ends a day after.
      { at: at + 3 * hourMs + 5 * minuteMs },
      { at: at + dayMs, brand: 'other' },
      // Months later another one, heard from long before it.
      ...Array.from({ length: 90 }, (_, day) => ({ at: at + (100 + day) * dayMs, brand: 'other' })),
    ];
    const late = makeLaunch('late', at);
    const never = makeLaunch('never', at + 40 * dayMs);
    const silent = makeLaunch('silent', at + 150 * dayMs);
    const future = makeLaunch('future', at + 400 * dayMs);
    const history = await historyOf(said, [late, never, silent, future]);
    const now = at + 189 * dayMs;
    const told = await comparison(history, { ...asked, launch: silent, past: [late, never, future], now });
    expect(told.past.map(({ heard, missing }) => [heard, missing])).toEqual([
      [{ fromMs: 3 * hourMs, toMs: 25 * hourMs }, undefined],
      [null, 'not-heard'],
      [null, 'not-heard'],
    ]);
    expect(told.past[0]!.points.map(({ mentions }) => mentions)).toEqual([1, ...Array(21).fill(0)]);
    // A demo that is still being told will tell of them; what is ahead is ahead.
    const telling = { ...asked, launch: silent, past: [late, never, future], now, isTelling: true };
    expect((await comparison(history, telling)).past.map(({ missing }) => missing)).toEqual([
      undefined,
      'not-told',
      'not-heard',
    ]);
    // In finer steps the rest of an hour is not drawn as silence.
    const finer = await comparison(history, { ...asked, step: '15m', launch: silent, past: [late], now });
    expect(finer.past[0]!.heard).toEqual({ fromMs: 3 * hourMs, toMs: 24.25 * hourMs });
    // Heard, and nobody spoke: zeros, and a brand without a size.
    expect(told.launch).toMatchObject({ heard: { fromMs: -dayMs, toMs: 2 * dayMs }, size: null });
    expect(told.launch.points.map(({ mentions }) => mentions)).toEqual(Array(72).fill(0));
    expect(told.standing).toMatchObject({ mentions: 0, launches: 0 });
    const ahead = await comparison(history, { ...asked, launch: future, past: [silent], now });
    expect(ahead).toMatchObject({ launch: { heard: null, points: [] }, standing: null, closest: null });
  });

  it('takes a brand’s usual day from the weeks before anybody knew, else from those before the last, else from none', async () => {
    const at = Date.UTC(2026, 2, 3, 9);
    const daily = (from: number, to: number, many: number): Said[] =>
      Array.from({ length: (to - from) * many }, (_, index) => ({
        at: at + from * dayMs + Math.floor((index * dayMs) / many),
      }));
    const sizeOf = async (said: Said[]) => {
      const launch = makeLaunch('l', at);
      const history = await historyOf(said, [launch]);
      const { launch: told } = await comparison(history, { ...asked, launch, past: [], now: at + dayMs });
      return told.size;
    };
    expect(await sizeOf(daily(-60, 1, 3))).toEqual({ perDay: 3, days: 28, fromMs: -56 * dayMs, toMs: -28 * dayMs });
    expect(await sizeOf(daily(-20, 1, 2))).toEqual({ perDay: 2, days: 13, fromMs: -28 * dayMs, toMs: -7 * dayMs });
    expect(await sizeOf(daily(-9, 1, 2))).toBeNull();
  });

  it('tells nothing of a query under which history is not counted yet', async () => {
    const at = Date.UTC(2026, 2, 3, 9);
    const history = await historyOf([{ at }], [makeLaunch('l', at)]);
    const launch = makeLaunch('l', at, { query: 'new' });
    const told = await comparison(history, { ...asked, launch, past: [], now: at + dayMs });
    expect(told.launch).toMatchObject({ heard: null, missing: 'not-counted', points: [] });
  });
});

describe('pastOf', () => {
  it('takes those a launch names, else all that began before it, newest first', () => {
    const launches = [3, 1, 2, 4].map((at) => makeLaunch(`l${at}`, at));
    const of = (some: object) => pastOf(makeLaunch('l3', 3, some), launches).map(({ id }) => id);
    expect(of({})).toEqual(['l2', 'l1']);
    expect(of({ compareWith: ['l4', 'l1'] })).toEqual(['l4', 'l1']);
    expect(of({ compareWith: [] })).toEqual([]);
  });
});
