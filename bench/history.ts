import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWriter } from '../server/store/connection.ts';
import { migrate } from '../server/store/migrations.ts';
import { createNames } from '../server/store/names.ts';
import { Sqlite } from '../server/store/sqliteBinding.ts';
import { openHistory } from '../server/store/sqliteHistory.ts';
import type { SeriesFilter } from '../server/store/store.ts';
import { createTierWriter } from '../server/store/tiers.ts';
import { channels, type Opinion } from '../shared/domain.ts';
import { type CountedMention, dayMs, quarterMs, rollUp } from '../shared/rollup.ts';

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
/** Four hundred and four thousand mentions a day: more would only make the filling longer, not the figures truer. */
const sizes = [36_000, 360_000];
const opinions: Opinion[] = ['negative', 'neutral', 'positive'];

function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** The tiers are written by the store's own writer, a day at a time, without the posts: those are not what is measured. */
function fill(dir: string, mentions: number) {
  const chance = chanceFrom(42);
  const below = (count: number) => Math.floor(chance() * count);
  const path = join(dir, `store-${mentions}.db`);
  const db = openWriter(path);
  migrate(db);
  const tiers = createTierWriter(db, createNames(db));
  const raw = new Sqlite(join(dir, `raw-${mentions}.db`));
  raw.pragma('journal_mode = WAL');
  raw.exec('CREATE TABLE mention (at INTEGER, brand TEXT, theme TEXT, channel TEXT, opinion TEXT)');
  const addRaw = raw.prepare('INSERT INTO mention VALUES (?, ?, ?, ?, ?)');
  for (let day = 0; day < days; day += 1) {
    const counted = Array.from({ length: mentions / days }, (): CountedMention => {
      const opinion = opinions[below(3)]!;
      return {
        at: from + day * dayMs + below(dayMs),
        channel: channels[below(channelCount)]!,
        lang: 'en',
        country: '',
        // Squared: some brands are far larger than others.
        brands: [{ id: `brand${Math.floor(chance() ** 2 * brandCount)}`, opinion }],
        themes: [`theme${below(themeCount)}`],
        opinion,
        significant: true,
        nearCopy: false,
        reach: 0,
        engagement: 0,
      };
    });
    // As after a week of service: no minutes are kept of these days.
    db.transaction(() => tiers.addRollups(rollUp(counted, quarterMs), to))();
    raw.transaction(() => {
      for (const { at, brands, themes, channel, opinion } of counted)
        addRaw.run(at, brands[0]!.id, themes[0], channel, opinion);
    })();
  }
  raw.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return { path, raw };
}

const round = (value: number) => Math.round(value * 10) / 10;
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
      const { path, raw } = fill(dir, mentions);
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
      const measure = async (more: Partial<SeriesFilter>) => {
        const times: number[] = [];
        for (let round = 0; round < 3; round += 1)
          times.push(await timed(() => history.series({ ...range, step: '1d', by: 'brand', ...more })));
        return median(times);
      };
      table[`${mentions.toLocaleString('en')} mentions`] = {
        'share ms': round(share),
        'raw ms': round(rawShare),
        'share x': round(rawShare / share),
        'themes ms': round(themes),
        'raw themes ms': round(rawThemes),
        'themes x': round(rawThemes / themes),
        'Paris days ms': round(await measure({ zone: 'Europe/Paris' })),
        'one channel ms': round(await measure({ channels: ['social'] })),
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
  return {
    name: 'history',
    figures,
    ratios,
    gates: { shareOfVoice10x: { least: 25, goal: 80 }, themeTable10x: { least: 12, goal: 30 } },
  };
}
