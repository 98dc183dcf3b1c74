import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../../server/engine/createEngine.ts';
import type { Delivery } from '../../../server/engine/engine.ts';
import type { Warm } from '../../../server/engine/messages.ts';
import { createHistory } from '../../../server/store/createHistory.ts';
import { workspaceSchema } from '../../../shared/domain.ts';

const at = Date.UTC(2026, 5, 2);

function lines(posts: readonly object[], receivedAt = at, defaults: { source: string } = { source: 'test' }): Delivery {
  const bytes = new TextEncoder().encode(posts.map((post) => JSON.stringify(post)).join('\n'));
  return { kind: 'bytes', bytes, format: 'ndjson', defaults, receivedAt };
}

/** Texts that no two are near-copies of. */
const makePosts = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(from + index),
    at,
    lang: 'en',
    text: `solenne ${Array.from({ length: 12 }, (_, word) => `w${((from + index) * 7919 + word * 104_729) % 99_991}`).join(' ')}`,
  }));

const workspaceOf = (brand: string) =>
  workspaceSchema.parse({ version: 1, brands: [{ id: brand, name: brand, query: 'solenne' }] });

describe('the engine’s two threads', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'launchroom-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const open = (onFatal: (error: Error) => void = () => undefined, warm: Warm = 'never') =>
    createEngine({
      warm,
      path: join(dir, 'store.db'),
      authorKey: new Uint8Array(32),
      keeping: { textDays: null, setAsideDays: 7, idDays: 400 },
      log: () => undefined,
      onFatal,
    });

  it('record every post under the rules it was analysed under, while the rules change', async () => {
    const engine = await open();
    await engine.saveWorkspace(workspaceOf('v1'));
    // The thread that reads is started by what it has to read.
    await engine.ingest(lines([]));
    const answers: Promise<{ accepted: number }>[] = [];
    let version = 1;
    for (let turn = 0; turn < 12; turn += 1) {
      answers.push(engine.ingest(lines(makePosts(turn * 2_000, 2_000))));
      version += 1;
      const saving = engine.saveWorkspace(workspaceOf(`v${version}`));
      answers.push(engine.ingest(lines(makePosts(100_000 + turn * 100, 100))));
      await saving;
      if (turn % 3 === 2) await Promise.all(answers);
    }
    const accepted = (await Promise.all(answers)).reduce((sum, answer) => sum + answer.accepted, 0);
    expect(accepted).toBe(12 * 2_100);
    const history = createHistory(join(dir, 'store.db'));
    const versions = new Set<number>();
    let found = 0;
    for (let cursor: string | undefined; ; ) {
      const page = await history.mentions({ stage: 'important', limit: 5_000, ...(cursor ? { cursor } : {}) });
      for (const { ruleSet, analysis } of page.items) {
        versions.add(ruleSet);
        expect(analysis.brands.map(({ id }) => id)).toEqual([`v${ruleSet}`]);
      }
      found += page.items.length;
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(found).toBeGreaterThan(0);
    // How many there are depends on how far history was counted again meanwhile.
    expect(versions.size).toBeGreaterThan(0);
    await history.close();
    await engine.close();
  });

  it('call near-copies what comes after the first of its kind, across deliveries and a new start', async () => {
    const text = 'the pump of the new solenne serum broke after two days and the shop will not answer my mails';
    // A start remembers a week.
    const now = Date.now();
    const copy = (id: string) => ({ id, at: now, lang: 'en', text: `RT @a: ${text} https://example.org/${id}` });
    let engine = await open();
    await engine.saveWorkspace(workspaceOf('v1'));
    await Promise.all([
      engine.ingest(lines([{ id: 'first', at: now, lang: 'en', text }, copy('b')], now)),
      engine.ingest(lines([copy('c')], now)),
    ]);
    await engine.close();
    engine = await open();
    await engine.ingest(lines([copy('d')], now));
    const history = createHistory(join(dir, 'store.db'));
    const [first] = await history.mention({ id: 'first' });
    expect(first?.analysis.copyOf).toBeUndefined();
    for (const id of ['b', 'c', 'd'])
      expect((await history.mention({ id }))[0]?.analysis).toMatchObject({
        stage: 'important',
        reason: 'near-copy',
        copyOf: first?.seq,
      });
    await history.close();
    await engine.close();
  });

  it('finish what was handed over before they close', async () => {
    const engine = await open();
    const answers = [
      engine.ingest(lines(makePosts(0, 3_000))),
      engine.ingest({ kind: 'posts', posts: [], receivedAt: at, cursors: [{ source: 's', value: '9' }] }),
    ];
    await engine.close();
    await expect(Promise.all(answers)).resolves.toMatchObject([{ accepted: 3_000 }, { accepted: 0 }]);
    await expect(engine.ingest(lines(makePosts(0, 1)))).rejects.toThrow('stopping');
    const again = await open();
    expect(await again.cursor('s')).toBe('9');
    expect(await again.ingest(lines(makePosts(0, 3_000)))).toMatchObject({ accepted: 0, duplicates: 3_000 });
    await again.close();
  });

  it('close while they make themselves ready for a flood', async () => {
    const engine = await open(undefined, 'at-once');
    await engine.ingest(lines([]));
    await engine.close();
  });

  it('end the program when the one that reads dies', async () => {
    let fatal: Error | undefined;
    const engine = await open((error) => {
      fatal = error;
    });
    // The first piece can be read without defaults, the second cannot: a fault that no caller could make.
    const whole = makePosts(0, 800).map((post) => ({ ...post, source: 's', channel: 'social', country: 'FR' }));
    const broken = engine.ingest(lines([...whole, { id: 'x', at, text: 'solenne' }], at, null as never));
    await expect(broken).rejects.toThrow();
    expect(fatal).toBeInstanceOf(Error);
    await engine.close();
  });
});
