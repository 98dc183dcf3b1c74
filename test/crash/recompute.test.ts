import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { FunnelShape, HealthAnswer, SeriesPoint } from '../../shared/protocol.ts';
import { getFunnel, getJson, getSeries, ingest, watchBrands } from '../support/ingest.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

/** Enough that counting them anew takes seconds, in which it is killed. */
const posts = 24_000;
const kills = 4;

const words = 'love hate great broken refund price scent texture lovely terrible box pump skin red soft'.split(' ');
const made = Array.from({ length: posts }, (_, k) => ({
  id: `r${k}`,
  at: Date.UTC(2026, 2, 1) + k * 61_000,
  lang: 'en',
  source: 'made',
  author: `a${k % 700}`,
  text: `acme ${[3, 5, 7, 11, 13].map((step) => words[Math.floor(k / step) % words.length]).join(' ')} ${k % 2 ? 'zeta' : ''} ${k}`,
}));

type Figures = { funnel: FunnelShape; points: SeriesPoint[] };
const figuresOf = async (url: string): Promise<Figures> => ({
  funnel: await getFunnel(url),
  points: (await getSeries(url, '?step=1d&by=brand&authors=no')).points,
});
const health = (server: RunningServer) => getJson<HealthAnswer>(server.url, '/api/health');

async function untilCounted(server: RunningServer): Promise<void> {
  for (let tries = 0; ; tries++) {
    const { history, ruleSet, recompute } = await health(server);
    if (!recompute && history.ruleSet === ruleSet) return;
    if (tries > 600) throw new Error(`not counted after a minute: ${JSON.stringify({ history, ruleSet, recompute })}`);
    await wait(100);
  }
}

it('is counted wholly under the old rules or wholly under the new ones, wherever it is killed, and goes on by itself', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-recompute-'));
  let server = await startServer({ dir });
  await watchBrands(server.url, 'acme');
  for (let from = 0; from < posts; from += 4_000) await ingest(server.url, made.slice(from, from + 4_000));
  await untilCounted(server);
  const old = await figuresOf(server.url);
  expect(old.funnel.collected).toBe(posts);

  await watchBrands(server.url, 'acme', 'zeta');
  let killed = 0;
  let seenOld = 0;
  for (; killed < kills; killed++) {
    // Another moment each time, while it reads or while it publishes.
    for (let tries = 0; tries < 50 && !(await health(server)).recompute; tries++) await wait(20);
    await wait(150 + killed * 350);
    const isUnderWay = (await health(server)).recompute !== undefined;
    expect(await server.end('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    server = await startServer({ dir });
    const { history } = await health(server);
    const figures = await figuresOf(server.url);
    expect(figures.funnel.collected).toBe(posts);
    if (history.ruleSet === 1) {
      seenOld += 1;
      expect(figures).toEqual(old);
    }
    if (!isUnderWay) break;
  }
  expect(seenOld).toBeGreaterThan(0);
  await untilCounted(server);
  const after = await figuresOf(server.url);
  const zeta = after.points.filter(({ key }) => key === 'zeta').reduce((sum, { mentions }) => sum + mentions, 0);
  const acme = (points: readonly SeriesPoint[]) =>
    points.filter(({ key }) => key === 'acme').reduce((sum, { mentions }) => sum + mentions, 0);
  expect(zeta).toBe(posts / 2);
  expect(acme(after.points)).toBe(acme(old.points));
  expect(after.funnel.collected).toBe(posts);
  await server.end();
}, 180_000);
