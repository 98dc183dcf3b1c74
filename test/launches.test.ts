import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { LaunchComparison } from '../shared/launchComparison.ts';
import { hourMs } from '../shared/rollup.ts';
import { getJson } from './support/ingest.ts';
import { sharedData } from './support/sharedData.ts';
import { runProgram, startServer } from './support/startServer.ts';

/**
 * Two files of real posts with two launches in them (the iPhone 5s and the Surface 2, September 2013) and one day of a trial (December
 * 2014) as a third. Words are plain, so that a search by regular expression counts the same rows.
 */
const launches = [
  // Not on the hour.
  { id: 'surface-2', name: 'Surface 2', brand: 'microsoft', query: 'surface', at: Date.UTC(2013, 8, 23, 14, 30) },
  { id: 'iphone-5s', name: 'iPhone 5s', brand: 'iphone', query: '5s', at: Date.UTC(2013, 8, 20, 15) },
  { id: 'trial', name: 'iPod trial', brand: 'apple', query: 'ipod, ipods', at: Date.UTC(2014, 11, 2, 17) },
];
const brands = [
  { id: 'microsoft', name: 'Microsoft', query: 'microsoft, surface' },
  { id: 'iphone', name: 'iPhone', query: 'iphone, iphones' },
  { id: 'apple', name: 'Apple', query: 'apple, aapl' },
];

const wordOf = (query: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}_])(?:${query.replaceAll(', ', '|')})(?![\\p{L}\\p{N}_])`, 'iu');

type Row = { id: string; at: number; text: string };

/** Rows of a launch by whole hours from its T0: each id once. */
function countByHand(rows: readonly Row[], { brand, query, at }: (typeof launches)[number]): Map<number, number> {
  const ofBrand = wordOf(brands.find(({ id }) => id === brand)!.query);
  const ofProduct = wordOf(query);
  const seen = new Set<string>();
  const hours = new Map<number, number>();
  for (const row of rows) {
    if (seen.has(row.id) || !ofBrand.test(row.text) || !ofProduct.test(row.text)) continue;
    seen.add(row.id);
    const offset = Math.floor((row.at - at) / hourMs) * hourMs;
    hours.set(offset, (hours.get(offset) ?? 0) + 1);
  }
  return hours;
}

describe('launches of real posts', () => {
  it('are counted hour by hour from T0 as the rows of the files are', async () => {
    const tweets = sharedData('apple-tweets-2014/apple_tweets_2014.csv.gz');
    const comments = sharedData('youtube-comment-stream-2013/comments.ndjson.gz');
    if (!tweets || !comments) return;
    const unzip = (path: string) => gunzipSync(readFileSync(path)).toString('utf8');
    const said: Row[] = [
      ...(parse(unzip(tweets), { columns: true }) as Record<string, string>[]).map((row) => ({
        id: row._unit_id!,
        at: Date.parse(row.created_at!),
        text: row.text!,
      })),
      ...unzip(comments)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as { id: string; published: string; text: string })
        .map(({ id, published, text }) => ({ id, at: Date.parse(published), text })),
    ];
    const server = await startServer({ dir: mkdtempSync(join(tmpdir(), 'launchroom-launches-')) });
    const saved = await fetch(`${server.url}/api/workspace`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, brands, launches }),
    });
    expect(saved.status).toBe(200);
    for (const [file, map] of [
      [tweets, ['--map', 'id=_unit_id']],
      [comments, []],
    ] as const) {
      const read = await runProgram(['import', file, '--url', server.url, ...map]);
      expect(read.code, read.err).toBe(0);
    }

    for (const launch of launches) {
      const told = await getJson<LaunchComparison>(
        server.url,
        `/api/launches/${launch.id}/compare?from=-240&to=240&step=1h`,
      );
      const byHand = countByHand(said, launch);
      expect(told.launch.heard, launch.id).not.toBeNull();
      const counted = told.launch.points.map(({ offsetMs, mentions }) => [offsetMs, mentions]);
      expect(counted, launch.id).toEqual(counted.map(([offset]) => [offset, byHand.get(offset!) ?? 0]));
      // Outside of what was heard there is nothing to be counted.
      const { fromMs, toMs } = told.launch.heard!;
      const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);
      const within = [...byHand].filter(([offset]) => offset >= -240 * hourMs && offset < 240 * hourMs);
      const heard = within.filter(([offset]) => offset >= fromMs && offset + hourMs <= toMs);
      console.info(
        launch.id,
        sum(within.map(([, n]) => n)),
        sum(heard.map(([, n]) => n)),
        fromMs / hourMs,
        toMs / hourMs,
      );
      expect(sum(heard.map(([, count]) => count))).toBeGreaterThan(50);
    }
    await server.end();
  }, 300_000);
});
