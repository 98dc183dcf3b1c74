import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { createEngine, type EngineOptions } from '../../server/engine/createEngine.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { createHistory } from '../../server/store/createHistory.ts';
import type { History } from '../../server/store/store.ts';
import type { Workspace } from '../../shared/domain.ts';
import { workspaceSchema } from '../../shared/domain.ts';
import { seriesGroups } from '../../shared/protocol.ts';
import { seeded } from './makePosts.ts';

export const at = Date.UTC(2026, 5, 2);
const openings = ['I love', 'I hate', 'So happy with', 'Very disappointed by', 'Where can I buy', 'Terrible:', 'About'];
const subjects = ['solenne', 'vela', 'orso', 'solenne and vela', 'nothing at all', 'united'];
const themes = ['the price', 'its texture', 'the smell', 'that bottle', 'today'];

/** Short invented posts, some of them near-copies of others. */
export function makeWords(seed: number, count: number, first = 0) {
  const chance = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
  return Array.from({ length: count }, (_, index) => {
    const own = Array.from({ length: 6 }, () => `w${Math.floor(chance() * 40)}`).join(' ');
    return {
      id: `${seed}-${first + index}`,
      at: at + Math.floor(chance() * 3 * 86_400_000),
      lang: pick(['en', 'fr', 'en']),
      channel: pick(['social', 'review', 'news']),
      author: `a${Math.floor(chance() * 60)}`,
      text: `${pick(openings)} ${pick(subjects)} ${pick(themes)} ${chance() < 0.3 ? 'w1 w2 w3 w4 w5 w6' : own}`,
    };
  });
}

export const workspaceOf = (more: object = {}): Workspace =>
  workspaceSchema.parse({
    version: 1,
    brands: [
      { id: 'solenne', name: 'Solenne', query: 'solenne' },
      { id: 'vela', name: 'Vela', query: 'vela' },
    ],
    themes: [{ id: 'price', name: 'Price', query: 'price' }],
    ...more,
  });
/** Everything that can be asked, but for commit numbers' rule sets. */
export async function allFigures(history: History) {
  const series = await Promise.all(
    [undefined, ...seriesGroups].flatMap((by) =>
      (['1m', '1h', '1d'] as const).map((step) =>
        history.series({ step, zone: 'Europe/Paris', stage: 'important', ...(by ? { by } : {}) }),
      ),
    ),
  );
  const { rows, stored } = await history.recount();
  const byKey = (all: typeof rows) => all.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
  expect(byKey(stored)).toEqual(byKey(rows));
  const posts = await history.keptAfter(0, 100_000);
  const mentions = await history.mentions({ stage: 'important', limit: 10_000 });
  const away = await history.mentions({ stage: 'set-aside', limit: 10_000 });
  return {
    series,
    authors: await Promise.all(
      ([undefined, 'brand', 'theme'] as const).map((by) =>
        history.authors({ step: '1d', zone: 'UTC', stage: 'important', fromPosts: false, ...(by ? { by } : {}) }),
      ),
    ),
    funnel: await history.funnel({}),
    funnelOfOne: await history.funnel({ brands: ['solenne'] }),
    outcomes: posts.map(({ id, analysis }) => [id, analysis]),
    mentions: mentions.items.map(({ id, copies }) => [id, copies]),
    away: away.items.map(({ id, analysis }) => [id, analysis.reason]),
    window: (await history.windowRows(at, at)).rows.length,
  };
}

export const republished = (engine: Engine) =>
  new Promise<void>((resolve) => {
    const stop = engine.onRepublish(() => {
      stop();
      resolve();
    });
  });

/** Saves rules and waits until history is counted under them. */
export async function use(engine: Engine, workspace: Workspace) {
  const done = republished(engine);
  await engine.saveWorkspace(workspace);
  await done;
}

export const ingest = (engine: Engine, posts: readonly object[], receivedAt = at + 4 * 86_400_000) =>
  engine.ingest({
    kind: 'bytes',
    bytes: new TextEncoder().encode(posts.map((post) => JSON.stringify(post)).join('\n')),
    format: 'ndjson',
    defaults: { source: 'test' },
    receivedAt,
  });

/** Engines over files of their own, gone after each test. */
export function useEngines() {
  let dir = '';
  const closing: (() => Promise<void>)[] = [];
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'launchroom-'));
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    rmSync(dir, { recursive: true, force: true });
  });

  async function open(
    name: string,
    transformer?: EngineOptions['transformer'],
  ): Promise<{ engine: Engine; history: History; close(): Promise<void> }> {
    const path = join(dir, name);
    const engine = await createEngine({
      path,
      authorKey: new Uint8Array(32),
      // For ever: these posts are of the past, and a machine that is slow prunes after a minute.
      keeping: { textDays: null, setAsideDays: 36_500, idDays: 36_500 },
      ...(transformer === undefined ? {} : { transformer }),
      log: () => undefined,
      onFatal: (error) => {
        throw error;
      },
    });
    const history = createHistory(path);
    let isClosed = false;
    const close = async () => {
      if (isClosed) return;
      isClosed = true;
      await history.close();
      await engine.close();
    };
    closing.push(close);
    return { engine, history, close };
  }

  return { open, pathOf: (name: string) => join(dir, name) };
}
