import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthorCells, sketchedAtOnce, sketchedPerSearched } from '../server/store/authorCells.ts';
import { mostExact, relativeError } from '../server/store/authorSketch.ts';
import { openWriter } from '../server/store/connection.ts';
import { createIndexer } from '../server/store/indexer.ts';
import { metaReader, metaWriter } from '../server/store/meta.ts';
import { createNames } from '../server/store/names.ts';
import { openStore } from '../server/store/sqlite.ts';
import { Sqlite } from '../server/store/sqliteBinding.ts';
import { openHistory } from '../server/store/sqliteHistory.ts';
import { dayMs } from '../shared/rollup.ts';
import type { Bench } from './bench.ts';

/**
 * One day of 30 brands and 10 themes, 250,000 posts: how large the sketches are beside the store, how much longer saving and
 * indexing take because of them, and how far they are from counting authors by hand. Once with every post a mention (the
 * worst day) and once with the 20,000 that a first sort leaves of so many.
 */
const posts = 250_000;
const brandCount = 30;
const themeCount = 10;
const authorCount = 120_000;
const from = Date.UTC(2025, 0, 1);
const batchPosts = 500;
/** What an index call takes while nobody sends, and while somebody does without a pause. */
const slices = { long: 4_000, short: 200 };

function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

async function day(dir: string, mentions: number, slice: number) {
  const chance = chanceFrom(mentions);
  const below = (count: number) => Math.floor(chance() * count);
  const path = join(dir, `${mentions}-${slice}.db`);
  const store = openStore(path);
  const byHand = new Map<string, Set<string>>();
  let saveMs = 0;
  for (let first = 0; first < posts; first += batchPosts) {
    const batch = Array.from({ length: batchPosts }, (_, index) => ({
      id: `post-${first + index}`,
      source: 'bench',
      channel: 'social' as const,
      at: from + Math.floor(((first + index) / posts) * dayMs),
      // Squared: some people write far more than others.
      author: `author-${Math.floor(chance() ** 2 * authorCount)}`,
      text: 'the new one is really good but the price of it feels bad to me and my friends today, what do you think about it',
    }));
    const analyses = new Map(
      batch.map((post) => {
        const isMention = chance() < mentions / posts;
        const brand = `brand-${Math.floor(chance() ** 2 * brandCount)}`;
        const sentiment = { label: 'positive' as const, score: 0.5 };
        if (isMention)
          for (const id of ['*', brand]) byHand.set(id, (byHand.get(id) ?? new Set<string>()).add(post.author));
        return [
          post.id,
          {
            stage: isMention ? ('significant' as const) : ('set-aside' as const),
            reason: isMention ? null : ('no-brand' as const),
            lang: 'en',
            brands: isMention ? [{ id: brand, opinion: 'positive' as const, score: 0.5 }] : [],
            excludedFrom: [],
            themes: isMention ? [{ id: `theme-${below(themeCount)}` }] : [],
            significance: 0.7,
            spam: 0,
            sentiment,
          },
        ];
      }),
    );
    const startedAt = performance.now();
    await store.save({ posts: batch, receivedAt: from + dayMs }, (post) => analyses.get(post.id)!, 1);
    saveMs += performance.now() - startedAt;
  }
  await store.close();

  // As `store.index` does it, each part in its own transaction, so that the parts can be told from each other.
  const db = openWriter(path);
  const names = createNames(db);
  const indexer = createIndexer(db, names);
  const cells = createAuthorCells(db, names);
  const meta = metaReader(db)();
  const setMeta = metaWriter(db);
  const timed = (work: () => void) => {
    const startedAt = performance.now();
    db.transaction(work)();
    return performance.now() - startedAt;
  };
  let indexMs = 0;
  let foldMs = 0;
  while (meta.searched < meta.seq) {
    indexMs += timed(() => {
      meta.counted = indexer.count(slice, meta);
    });
    indexMs += timed(() => {
      meta.searched = indexer.search(slice, meta);
    });
    if (cells.waiting(meta) > 0)
      foldMs += timed(() => {
        meta.sketched = cells.fold(Math.max(sketchedAtOnce, slice * sketchedPerSearched), meta);
        setMeta('sketched', meta.sketched);
      });
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();

  const history = openHistory(path);
  const asked = { from, to: from + dayMs, zone: 'UTC', stage: 'important', fromPosts: false } as const;
  const askedAt = performance.now();
  const hours = await history.authors({ ...asked, step: '1h', by: 'brand' });
  const askMs = performance.now() - askedAt;
  let worst = 0;
  for (const brand of [undefined, ...[...byHand.keys()].filter((id) => id !== '*')]) {
    const told = (await history.authors({ ...asked, step: '1d', ...(brand ? { brands: [brand] } : {}) }))!.whole!;
    const truth = byHand.get(brand ?? '*')!.size;
    worst = Math.max(worst, Math.abs(told.authors / truth - 1) / relativeError);
  }
  await history.close();

  const file = new Sqlite(path, { readonly: true });
  const held = file
    .prepare<[], { rows: number; bytes: number }>(
      `SELECT count(*) AS rows, sum(length(sketch)) AS bytes FROM
       (SELECT sketch FROM authors_hour UNION ALL SELECT sketch FROM authors_day)`,
    )
    .get()!;
  const pages = file.pragma('page_count', { simple: true }) as number;
  const free = file.pragma('freelist_count', { simple: true }) as number;
  file.close();
  const alone = new Sqlite(path);
  alone.exec('DROP TABLE authors_hour; DROP TABLE authors_day');
  const freed = (alone.pragma('freelist_count', { simple: true }) as number) - free;
  alone.close();
  return {
    cells: held.rows,
    'sketches MB': held.bytes / 1e6,
    'in the file MB': (freed * 4096) / 1e6,
    'share of the file %': (100 * freed) / (pages - free),
    'save s': saveMs / 1000,
    'index without s': indexMs / 1000,
    'fold s': foldMs / 1000,
    'slow-down': foldMs / (saveMs + indexMs),
    'worst miss, standard errors': worst,
    'a day by brand and hour ms': askMs,
    points: hours?.points.length ?? 0,
  };
}

export async function bench(): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-bench-'));
  try {
    const worst = await day(dir, posts, slices.long);
    const pressed = await day(dir, posts, slices.short);
    const usual = await day(dir, 20_000, slices.long);
    console.info(`exact up to ${mostExact} authors, then ${(relativeError * 100).toFixed(2)} % standard error`);
    console.table({ 'every post a mention': worst, '... in short slices': pressed, '20,000 mentions': usual });
    return {
      name: 'authors',
      figures: {
        fileMbWorstDay: worst['in the file MB'],
        fileMbUsualDay: usual['in the file MB'],
        worstMissInStandardErrors: Math.max(worst['worst miss, standard errors'], usual['worst miss, standard errors']),
      },
      ratios: {
        slowDownWorstDay: worst['slow-down'],
        slowDownShortSlices: pressed['slow-down'],
        slowDownUsualDay: usual['slow-down'],
      },
      gates: {
        slowDownWorstDay: { most: 0.15 },
        slowDownShortSlices: { most: 0.15 },
        fileMbWorstDay: { most: 30 },
        worstMissInStandardErrors: { most: 4 },
      },
    };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
