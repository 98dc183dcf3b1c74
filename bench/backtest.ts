import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createBacktests } from '../server/alerts/backtestThread.ts';
import { watchedBy } from '../server/alerts/watched.ts';
import { createRandom } from '../server/random.ts';
import { openStore } from '../server/store/sqlite.ts';
import { type AlertKind, alertKinds, alertRuleSchema } from '../shared/alerts.ts';
import { channels, type Opinion, workspaceSchema } from '../shared/domain.ts';
import { dayMs } from '../shared/rollup.ts';
import { makeAnalysis, makePost } from '../test/support/makePosts.ts';
import type { Bench } from './bench.ts';

/**
 * How long a back-test of 90 days takes and what memory it holds, beside a store of invented mentions: 10 brands, 12 themes, 4 channels,
 * 300,000 mentions of which a few brands have most. `--mentions N`, `--days N` ask for another store. With
 * LAUNCHROOM_THREADS=file:///…/dist/server/main.js the threads are those of the build, as on a user's machine; else they are read from
 * TypeScript, which takes a second or two longer. Seconds are the machine's own, so there is no gate: the door's goal is 20 s for all kinds.
 */
const flag = (name: string, usual: number) => {
  const asked = process.argv.indexOf(`--${name}`);
  return asked < 0 ? usual : Number(process.argv[asked + 1]);
};
const mentions = flag('mentions', 300_000);
const days = flag('days', 90);
const to = Date.UTC(2026, 10, 12);
const from = to - days * dayMs;
const names = (count: number, name: string) => Array.from({ length: count }, (_, place) => `${name}${place}`);
const brands = names(10, 'brand');
const themes = names(12, 'theme');
const kindsTried: AlertKind[][] = [
  ['complaints'],
  ['term'],
  ['silent-source'],
  ['volume', 'complaints'],
  [...alertKinds],
];

async function fillStore(path: string): Promise<void> {
  const random = createRandom(11);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const words = names(3_000, 'word');
  const store = openStore(path);
  const moments = Float64Array.from({ length: mentions }, () => {
    const day = Math.floor(random() * days) * dayMs;
    return from + day + Math.floor(((random() + random()) / 2) * dayMs);
  }).sort();
  for (let first = 0; first < mentions; first += 2_000) {
    const posts = Array.from(moments.subarray(first, first + 2_000), (at, place) =>
      makePost({
        id: `p${first + place}`,
        source: pick(['forum', 'reviews', 'social', 'feed']),
        at,
        author: `a${Math.floor(random() * 50_000)}`,
        text: Array.from({ length: 14 }, () => words[Math.floor(random() ** 2 * words.length)]!).join(' '),
      }),
    );
    const analyse = () => {
      // A few brands are talked about most.
      const brand = brands[Math.floor(random() ** 2 * brands.length)]!;
      const opinion = pick<Opinion>(['positive', 'neutral', 'negative', 'positive']);
      return makeAnalysis({
        brands: [{ id: brand, opinion, score: 0 }],
        themes: random() < 0.7 ? [{ id: pick(themes) }] : [],
        sentiment: { label: opinion, score: 0 },
      });
    };
    await store.save({ posts, receivedAt: to }, analyse, 1);
    while ((await store.index(5_000)) > 0);
  }
  await store.close();
}

export async function bench(): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-bench-'));
  try {
    const path = join(dir, 'store.db');
    await fillStore(path);
    const workspace = workspaceSchema.parse({
      version: 1,
      brands: brands.map((id) => ({ id, name: id, query: id })),
      themes: themes.map((id) => ({ id, name: id, query: id })),
    });
    const run = createBacktests(path);
    const figures: Record<string, number> = {};
    for (const kinds of kindsTried) {
      const rule = alertRuleSchema.parse({ id: 'rule', name: 'Rule', kinds });
      const among = watchedBy(rule, workspace, channels).length;
      const before = process.memoryUsage().rss;
      let most = 0;
      const watching = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss - before);
      }, 50);
      const startedAt = performance.now();
      const startedCpu = process.cpuUsage();
      const asked = { workspace, rule, from, to, among, unwatched: [] };
      const { alerts, series, perWeek } = await run(asked, new AbortController().signal);
      clearInterval(watching);
      const seconds = (performance.now() - startedAt) / 1_000;
      const { user, system } = process.cpuUsage(startedCpu);
      const core = ((user + system) / 1e6).toFixed(1);
      const perWeekSaid = perWeek.map((count) => count.toFixed(1)).join(' ');
      const name = kinds.length === alertKinds.length ? 'all kinds' : kinds.join('+');
      console.info(
        `${name}: ${series} series, ${seconds.toFixed(1)} s (${core} s of a core), +${Math.round(most / 2 ** 20)} MB, ${alerts.length} alerts (a week, by sensitivity: ${perWeekSaid})`,
      );
      figures[`${name}, s`] = Math.round(10 * seconds) / 10;
    }
    return { name: 'backtest', figures, ratios: {}, gates: {} };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
