import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRandom } from '../../server/random.ts';
import { storeFile } from '../../server/store/backup.ts';
import { openHistory } from '../../server/store/sqliteHistory.ts';
import type { History } from '../../server/store/store.ts';
import type { Workspace } from '../../shared/domain.ts';
import type { HealthAnswer } from '../../shared/protocol.ts';
import { dayMs } from '../../shared/rollup.ts';
import { getFunnel, getJson, ingest } from '../support/ingest.ts';
import { at, makeWords, workspaceOf } from '../support/recounting.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const runs = Number(process.env.CRASH_RUNS ?? (process.env.CI ? 20 : 4));
const seed = Number(process.env.CRASH_SEED ?? 11);
const posts = 4_000;
/** What arrives while history is counted again lies after everything that is compared. */
const compared = { to: at + 4 * dayMs };

const rules: readonly [Workspace, Workspace] = [
  workspaceOf(),
  workspaceOf({
    brands: [
      { id: 'solenne', name: 'Solenne', query: 'solenne NOT bottle' },
      { id: 'orso', name: 'Orso', query: 'orso' },
    ],
    themes: [{ id: 'texture', name: 'Texture', query: 'texture, smell' }],
    significance: { threshold: 0.2 },
  }),
];

async function save(server: RunningServer, workspace: Workspace): Promise<void> {
  const answer = await fetch(`${server.url}/api/workspace`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(workspace),
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
}

async function untilCounted(server: RunningServer): Promise<HealthAnswer> {
  for (;;) {
    const health = await getJson<HealthAnswer>(server.url, '/api/health');
    if (health.recompute === undefined && health.history.ruleSet === health.ruleSet) return health;
    await pause(20);
  }
}

async function figuresOf(history: History) {
  const series = (by?: 'brand' | 'theme') =>
    history.series({ ...compared, step: '1h', zone: 'UTC', stage: 'important', ...(by ? { by } : {}) });
  return {
    all: await series(),
    brands: await series('brand'),
    themes: await series('theme'),
    funnel: await history.funnel(compared),
  };
}

/** What a store holds that no program has open, and whether its sums are those of its posts. */
async function lookInto(dir: string) {
  const history = openHistory(join(dir, storeFile));
  try {
    const { ruleSet } = await history.counted();
    const { workspace } = (await history.ruleSet(ruleSet))!;
    const { rows, stored } = await history.recount();
    const inOrder = (all: typeof rows) => all.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
    expect(inOrder(stored)).toEqual(inOrder(rows));
    return { ruleSet, threshold: workspace.significance.threshold, figures: await figuresOf(history) };
  } finally {
    await history.close();
  }
}

it(`shows the old figures or the new ones, whole, when it is killed ${runs} times while history is counted again (seed ${seed})`, async () => {
  const random = createRandom(seed);
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-recount-'));
  let server = await startServer({ dir });
  await save(server, rules[0]);
  const words = makeWords(seed, posts);
  for (let from = 0; from < posts; from += 1_000) await ingest(server.url, words.slice(from, from + 1_000));
  const startedAt = performance.now();
  await save(server, rules[1]);
  await untilCounted(server);
  const tookMs = performance.now() - startedAt;
  await server.end();
  const second = await lookInto(dir);
  server = await startServer({ dir });
  await save(server, rules[0]);
  let { ruleSet } = await untilCounted(server);
  await server.end();
  const first = await lookInto(dir);
  expect(first.figures).not.toEqual(second.figures);
  const known = new Map([first, second].map(({ threshold, figures }) => [threshold, figures]));

  let acknowledged = posts;
  let olds = 0;
  let isSecond = false;
  for (let life = 0; life < runs; life += 1) {
    server = await startServer({ dir });
    // Begun by an earlier life, and not ended by it.
    await untilCounted(server);
    isSecond = !isSecond;
    await save(server, rules[isSecond ? 1 : 0]);
    ruleSet += 1;
    const late = [{ id: `late-${life}`, at: compared.to + life * 60_000, text: `solenne ${life} of the late ones` }];
    acknowledged += (await ingest(server.url, late)).accepted;
    // The first dies with its first slice, the others ever later, about the publishing and after it.
    if (life > 0) await pause(((life + random()) / runs) * 1.5 * tookMs);
    expect(await server.end('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });

    const left = await lookInto(dir);
    expect([ruleSet - 1, ruleSet]).toContain(left.ruleSet);
    expect(left.figures).toEqual(known.get(left.threshold));
    if (left.ruleSet < ruleSet) olds += 1;
    if (life === 0) expect(left.ruleSet).toBe(ruleSet - 1);
  }

  server = await startServer({ dir });
  const resumed = await untilCounted(server);
  expect(resumed.history.ruleSet).toBe(ruleSet);
  const again = await fetch(`${server.url}/api/recompute`, { method: 'POST' });
  expect(again.status).toBe(202);
  expect((await again.json()) as HealthAnswer).toMatchObject({ recompute: { ruleSet } });
  await untilCounted(server);
  expect((await getFunnel(server.url)).collected).toBe(acknowledged);
  expect(await server.end()).toMatchObject({ code: 0 });
  const last = await lookInto(dir);
  expect(last.figures).toEqual(known.get(last.threshold));
  expect(last.ruleSet).toBe(ruleSet);
  console.info(`${runs} kills, ${olds} of them before the publishing, which comes after ${Math.round(tookMs)} ms`);
}, 600_000);
