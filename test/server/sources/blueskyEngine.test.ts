import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createEngine } from '../../../server/engine/createEngine.ts';
import type { Engine } from '../../../server/engine/engine.ts';
import { keeping } from '../../../server/keeping.ts';
import { createRandom } from '../../../server/random.ts';
import { createBlueskySource } from '../../../server/sources/bluesky.ts';
import { createSourceBoard } from '../../../server/sources/board.ts';
import { runSource } from '../../../server/sources/runtime.ts';
import { Sqlite } from '../../../server/store/sqliteBinding.ts';
import { openHistory } from '../../../server/store/sqliteHistory.ts';
import { startJetstream } from '../../support/jetstreamSimulator.ts';
import { inOrder } from '../store/contract.ts';

const seed = 11;
const restarts = 10;
const patience = { timeout: 20_000 };
const began = Date.UTC(2026, 2, 12, 10) * 1_000;

it(`loses and doubles nothing over ${restarts} restarts of the whole engine on its file, and honours deletes (seed ${seed})`, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-bluesky-'));
  const path = join(dir, 'store.db');
  const jetstream = await startJetstream({ wire: 'v2' });
  const random = createRandom(seed);
  const standing = new Set<string>();
  let skipped = 0;
  let happened = 0;

  const say = (wanted: boolean) => {
    happened += 1;
    const rkey = `k${happened}`;
    const text = wanted ? `I love solenne number ${happened}` : `nothing of ours ${happened}`;
    jetstream.happen({ did: 'did:plc:a', rkey, us: began + happened * 1_000, operation: 'create', text });
    if (wanted) standing.add(rkey);
    else skipped += 1;
  };
  const takeBack = () => {
    const rkey = [...standing][Math.floor(random() * standing.size)]!;
    happened += 1;
    jetstream.happen({ did: 'did:plc:a', rkey, us: began + happened * 1_000, operation: 'delete' });
    standing.delete(rkey);
  };

  /** One life of the program: an engine on the file, and the source that feeds it. */
  const live = async (during: (engine: Engine) => Promise<void>) => {
    const fatal: Error[] = [];
    const engine = await createEngine({
      path,
      authorKey: new Uint8Array(32),
      keeping,
      log: () => {},
      onFatal: (error) => fatal.push(error),
    });
    const { workspace } = await engine.ruleSet();
    const brands = [{ id: 'solenne', name: 'Solenne', query: 'solenne' }];
    if (workspace.brands.length === 0) await engine.saveWorkspace({ ...workspace, brands });
    const source = createBlueskySource({
      endpoints: [{ wire: 'v2', host: jetstream.host }],
      isWanted: (post) => post.text.includes('solenne'),
      hashAuthor: () => 'h',
      now: Date.now,
      stallMs: 5_000,
    });
    const quick = { backOffMs: { first: 5, longest: 30 }, flushMs: 5, flushPosts: 20, random: () => 0.5 };
    const running = runSource(source, engine, createSourceBoard(), quick);
    try {
      await vi.waitFor(() => expect(jetstream.connections()).toBeGreaterThan(0), patience);
      await during(engine);
    } finally {
      await running.stop();
      await engine.close();
    }
    expect(fatal).toEqual([]);
  };
  const placeOf = async (engine: Engine) =>
    JSON.parse((await engine.cursor('bluesky')) ?? '{}').seq as number | undefined;

  try {
    for (let restart = 0; restart < restarts; restart += 1) {
      await live(async (engine) => {
        for (let more = 0; more < 40; more += 1) {
          if (standing.size > 5 && random() < 0.15) takeBack();
          else say(random() < 0.6);
        }
        // What was said before the very first place was saved is not ours to promise. Later lives end wherever they stand.
        if (restart === 0) await vi.waitFor(async () => expect(await placeOf(engine)).toBeDefined(), patience);
      });
      // While nobody listens.
      say(true);
      say(false);
      takeBack();
    }
    await live(async (engine) => {
      await vi.waitFor(async () => expect(await placeOf(engine)).toBe(jetstream.seqOf(happened - 1)), patience);
      await vi.waitFor(() => expect(engine.status().indexBehind).toBe(0), patience);
    });

    const history = openHistory(path);
    const { rows, stored } = await history.recount();
    expect(inOrder(stored)).toEqual(inOrder(rows));
    expect((await history.funnel({})).collected).toBe(standing.size);
    const { items, next } = await history.mentions({ stage: 'important', limit: 1_000 });
    expect(next).toBeNull();
    expect(items.map((item) => item.id.split('/').at(-1)).sort()).toEqual([...standing].sort());
    const series = await history.series({ step: '1d', zone: 'UTC', stage: 'important' });
    expect(series.reduce((sum, point) => sum + point.mentions, 0)).toBe(standing.size);
    await history.close();
    const file = new Sqlite(path, { readonly: true });
    expect(file.prepare('SELECT sum(posts) FROM skipped').pluck().get()).toBe(skipped);
    file.close();
  } finally {
    await jetstream.close();
    rmSync(dir, { recursive: true });
  }
}, 120_000);
