import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { FunnelShape } from '../shared/protocol.ts';
import { getFunnel, getJson, getSeries } from './support/ingest.ts';
import { sharedData } from './support/sharedData.ts';
import { runProgram, startServer } from './support/startServer.ts';

const hourMs = 3_600_000;

/** How often each hour of the file, counted from its first row, holds a row. */
function countHours(times: readonly number[]): Map<number, number> {
  const first = Math.min(...times);
  const hours = new Map<number, number>();
  for (const time of times) {
    const hour = Math.floor((time - first) / hourMs);
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }
  return hours;
}

/** Something to see: one of the comments is made of zero-width joiners alone. */
const hasText = (text: string) => /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(text);

/** Plays a file and holds every hour of it against what the API then says of that hour. */
async function playAndCompare(
  file: string,
  workspace: string,
  rows: readonly { at: number; text: string }[],
  speed: number,
  args: string[],
) {
  const times = rows.filter((row) => hasText(row.text)).map((row) => row.at);
  const rejected = rows.length - times.length;
  const server = await startServer({ dir: mkdtempSync(join(tmpdir(), 'launchroom-feed-')) });
  const saved = await fetch(`${server.url}/api/workspace`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: readFileSync(new URL(`./fixtures/workspaces/${workspace}`, import.meta.url)),
  });
  expect(saved.status).toBe(200);
  const fed = await runProgram(['feed', file, '--speed', String(speed), '--url', server.url, '--run', 'test', ...args]);
  expect(fed.code, fed.err).toBe(0);
  const [head, ledger] = fed.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(ledger).toMatchObject({ received: rows.length, accepted: times.length, duplicates: 0, rejected });
  expect(head.firstAt).toBe(Math.min(...times));

  for (const [hour, posts] of countHours(times)) {
    const from = head.startAt + (hour * hourMs) / speed;
    const range = `?from=${from}&to=${from + hourMs / speed}`;
    const funnel: FunnelShape = await getFunnel(server.url, range);
    expect(funnel.collected, `hour ${hour}`).toBe(posts);
    const setAside = Object.values(funnel.setAside).reduce((sum, one) => sum + one, 0);
    expect(funnel.collected).toBe(funnel.significant + setAside);
    const { points } = await getSeries(server.url, `${range}&step=1m`);
    expect(points.reduce((sum, point) => sum + point.mentions, 0)).toBe(funnel.important);
  }
  expect((await getFunnel(server.url)).collected).toBe(times.length);
  const again = await getJson<FunnelShape>(server.url, `/api/funnel?source=${encodeURIComponent(head.source)}`);
  expect(again.collected).toBe(times.length);
  await server.end();
}

describe('a file played as if it happened now', () => {
  // A speed that divides an hour into whole milliseconds, so that an hour of the file is exactly so many of now.
  const speed = 180_000;

  it('counts every hour of the tweets about Apple of December 2014 as the file does', async () => {
    const file = sharedData('apple-tweets-2014/apple_tweets_2014.csv.gz');
    if (!file) return;
    const rows: { created_at: string; text: string }[] = parse(gunzipSync(readFileSync(file)), { columns: true });
    const posts = rows.map(({ created_at, text }) => ({ at: Date.parse(created_at), text }));
    await playAndCompare(file, 'apple-2014.json', posts, speed, []);
  }, 240_000);

  it('counts every hour of the comments of 1 to 20 October 2013 as the file does', async () => {
    const file = sharedData('youtube-comment-stream-2013/comments.ndjson.gz');
    if (!file) return;
    const from = Date.UTC(2013, 9, 1);
    const posts = gunzipSync(readFileSync(file))
      .toString('utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as { published: string; text: string })
      .map(({ published, text }) => ({ at: Date.parse(published), text }))
      .filter((post) => post.at >= from);
    await playAndCompare(file, 'youtube-2013.json', posts, speed, ['--from', '2013-10-01T00:00:00Z']);
  }, 480_000);
});
