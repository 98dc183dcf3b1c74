import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Analysis } from '../server/pipeline/analysis.ts';
import { openStore } from '../server/store/sqlite.ts';
import { openHistory } from '../server/store/sqliteHistory.ts';
import type { Batch } from '../server/store/store.ts';
import { channels, type Opinion } from '../shared/domain.ts';
import { dayMs } from '../shared/rollup.ts';

/**
 * 90 days x 30 brands x 10 themes x 5 channels: share of voice and theme table from the tiers, against one plain SQL
 * sentence over raw rows (a table with one row per mention, brand and theme, as one would first write it), in turn and
 * with the same answer: mentions and opinions per
 * brand and day, and per theme and week. Then the questions of the screens, and what ten times the mentions cost.
 */
const days = 90;
const brandCount = 30;
const themeCount = 10;
const channelCount = 5;
const from = Date.UTC(2025, 0, 1);
const to = from + days * dayMs;
const rounds = 5;
const sizes = [30_000, 300_000];
const opinions: Opinion[] = ['negative', 'neutral', 'positive'];

function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const words = 'soft lovely battery broken price gift again pump colour smell wonderful never always today launch'.split(
  ' ',
);

async function fill(dir: string, mentions: number) {
  const chance = chanceFrom(42);
  const below = (count: number) => Math.floor(chance() * count);
  const path = join(dir, `store-${mentions}.db`);
  const store = openStore(path);
  // As after a week of service: minutes of the past are pruned.
  await store.prune(to + 30 * dayMs, { textDays: null, setAsideDays: 7, idDays: 400 });
  const raw = new Sqlite(join(dir, `raw-${mentions}.db`));
  raw.pragma('journal_mode = WAL');
  raw.exec('CREATE TABLE mention (at INTEGER, brand TEXT, theme TEXT, channel TEXT, opinion TEXT)');
  const addRaw = raw.prepare('INSERT INTO mention VALUES (?, ?, ?, ?, ?)');
  let number = 0;
  while (number < mentions) {
    const analyses: Analysis[] = [];
    const posts: Batch['posts'][number][] = [];
    for (let place = 0; place < 2_000 && number < mentions; place += 1) {
      number += 1;
      const opinion = opinions[below(3)]!;
      // Squared: some brands are far larger than others.
      const brand = `brand${Math.floor(chance() ** 2 * brandCount)}`;
      const theme = `theme${below(themeCount)}`;
      posts.push({
        id: `p${number}`,
        source: 'bench',
        channel: channels[below(channelCount)]!,
        at: from + Math.floor(((number - 1 + chance()) / mentions) * days * dayMs),
        text: Array.from({ length: 12 }, () => words[below(words.length)]).join(' '),
      });
      analyses.push({
        stage: 'significant',
        reason: null,
        lang: 'en',
        brands: [{ id: brand, opinion, score: 0 }],
        excludedFrom: [],
        themes: [{ id: theme }],
        significance: 0.5,
        spam: 0,
        sentiment: { label: opinion, score: 0 },
      });
    }
    const base = number - posts.length;
    await store.save({ posts, receivedAt: to }, (_, seq) => analyses[seq - base - 1]!, 1);
    await store.index(200);
    raw.transaction(() => {
      posts.forEach((post, place) => {
        const { brands, themes } = analyses[place]!;
        addRaw.run(post.at, brands[0]!.id, themes[0]!.id, post.channel, brands[0]!.opinion);
      });
    })();
  }
  raw.pragma('wal_checkpoint(TRUNCATE)');
  await store.close();
  return { path, raw };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A B A B: medians of both in ms. */
async function inTurn(ours: () => unknown, theirs: () => unknown): Promise<[number, number]> {
  const a: number[] = [];
  const b: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    a.push(await timed(ours));
    b.push(await timed(theirs));
  }
  return [median(a), median(b)];
}

export async function bench() {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-bench-'));
  const figures: Record<string, number> = {};
  const ratios: Record<string, number> = {};
  const table: Record<string, Record<string, number>> = {};
  try {
    for (const mentions of sizes) {
      const { path, raw } = await fill(dir, mentions);
      const history = openHistory(path);
      const range = { from, to, zone: 'UTC', stage: 'important' } as const;
      const sums = "count(*) AS mentions, sum(opinion = 'positive') AS positive, sum(opinion = 'negative') AS negative";
      const shareOfVoice = raw.prepare<[number, number], { mentions: number }>(
        `SELECT at / ${dayMs} AS day, brand, ${sums} FROM mention WHERE at >= ? AND at < ? GROUP BY day, brand`,
      );
      const themeTable = raw.prepare<[number, number], { mentions: number }>(
        `SELECT (at + ${3 * dayMs}) / ${7 * dayMs} AS week, theme, ${sums} FROM mention
         WHERE at >= ? AND at < ? GROUP BY week, theme`,
      );
      const askShare = () => history.series({ ...range, step: '1d', by: 'brand' });
      const askThemes = () => history.series({ ...range, step: '1w', by: 'theme' });
      const total = (rows: { mentions: number }[]) => rows.reduce((sum, row) => sum + row.mentions, 0);
      for (const found of [await askShare(), await askThemes(), shareOfVoice.all(from, to), themeTable.all(from, to)])
        if (total(found) !== mentions) throw new Error(`${total(found)} counted of ${mentions}`);

      const [share, rawShare] = await inTurn(askShare, () => shareOfVoice.all(from, to));
      const [themes, rawThemes] = await inTurn(askThemes, () => themeTable.all(from, to));
      const measure = async (work: () => unknown) => median([await timed(work), await timed(work), await timed(work)]);
      table[`${mentions.toLocaleString('en')} mentions`] = {
        'share ms': share,
        'raw ms': rawShare,
        'share x': rawShare / share,
        'themes ms': themes,
        'raw themes ms': rawThemes,
        'themes x': rawThemes / themes,
        'Paris days ms': await measure(() =>
          history.series({ ...range, zone: 'Europe/Paris', step: '1d', by: 'brand' }),
        ),
        'one channel ms': await measure(() =>
          history.series({ ...range, step: '1d', by: 'brand', channels: ['social'] }),
        ),
        'page of a rare brand ms': await measure(() =>
          history.mentions({ stage: 'important', brands: ['brand29'], themes: ['theme3'], limit: 50 }),
        ),
        'funnel ms': await measure(() => history.funnel({ from, to })),
      };
      const suffix = mentions === sizes[0] ? '1x' : '10x';
      figures[`shareOfVoiceMs${suffix}`] = share;
      figures[`themeTableMs${suffix}`] = themes;
      ratios[`shareOfVoice${suffix}`] = rawShare / share;
      ratios[`themeTable${suffix}`] = rawThemes / themes;
      await history.close();
      raw.close();
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
  console.table(table);
  return { name: 'history', figures, ratios, gates: { shareOfVoice10x: 25, themeTable10x: 12 } };
}
