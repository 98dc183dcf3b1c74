import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Core, type CoreNotice, createCore } from '../../../server/engine/core.ts';
import { createReader } from '../../../server/engine/createReader.ts';
import { type Delivery, EngineBusy, UnreadableBody } from '../../../server/engine/engine.ts';
import { createReplay } from '../../../server/engine/replay.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { unpackRows } from '../../../server/store/packRows.ts';
import { type Store, StoreUnavailable } from '../../../server/store/store.ts';
import { ingestHere } from '../../support/ingestHere.ts';
import { makeAnalyst } from '../../support/makeAnalyst.ts';

const keeping = { textDays: 400, setAsideDays: 7, idDays: 800 };
const open: Core[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const core of open.splice(0)) await core.close();
});

async function startCore(options: { store?: Store; analyst?: ReturnType<typeof makeAnalyst> } = {}) {
  const memory = createMemoryStore();
  const notices: CoreNotice[] = [];
  const warnings: string[] = [];
  const analyst = options.analyst ?? makeAnalyst();
  const reader = createReader(analyst);
  const core = await createCore({
    store: options.store ?? memory.store,
    judge: analyst,
    reader,
    replay: createReplay(memory.history, analyst),
    now: Date.now,
    keeping,
    notify: (notice) => notices.push(notice),
    warn: (_, message) => warnings.push(message),
  });
  open.push(core);
  return { core, ingest: ingestHere(core, reader), reader, notices, warnings, history: memory.history, analyst };
}

function lines(...posts: object[]): Delivery {
  return {
    kind: 'bytes',
    bytes: new TextEncoder().encode(posts.map((post) => JSON.stringify(post)).join('\n')),
    format: 'ndjson',
    defaults: { source: 'test' },
    receivedAt: Date.now(),
  };
}
const post = (id: string | number, text = 'acme is fine') => ({ id: String(id), at: 1_700_000_000_000, text });
const many = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => post(from + index));

describe('the writing loop', () => {
  it('answers each delivery with its own ledger although they share transactions', async () => {
    const { ingest, notices } = await startCore();
    const answers = await Promise.all([
      ingest(lines(post(1), post(2))),
      ingest(lines(post(2), post(3), { id: 'x' })),
      ingest(lines(post(1), post(1), post(4))),
    ]);
    expect(answers).toEqual([
      { received: 2, accepted: 2, duplicates: 0, rejected: [] },
      { received: 3, accepted: 1, duplicates: 1, rejected: [{ index: 2, code: 'text-missing', message: 'no text' }] },
      { received: 3, accepted: 1, duplicates: 2, rejected: [] },
    ]);
    expect(notices.filter((notice) => notice.type === 'commit').length).toBeLessThan(3);
  });

  it('splits a large delivery into transactions and answers it once', async () => {
    const { ingest, notices } = await startCore();
    const answer = await ingest(lines(...many(0, 4_500)));
    expect(answer).toMatchObject({ received: 4_500, accepted: 4_500, duplicates: 0 });
    expect(notices.filter((notice) => notice.type === 'commit').length).toBe(6);
  });

  it('lets a small delivery pass between the parts of a large one', async () => {
    const { ingest } = await startCore();
    const order: string[] = [];
    await Promise.all([
      ingest(lines(...many(0, 20_000))).then(() => order.push('large')),
      ingest(lines(post('small'))).then(() => order.push('small')),
    ]);
    expect(order).toEqual(['small', 'large']);
  });

  it('tells what was committed before it answers', async () => {
    const { ingest, notices } = await startCore();
    let toldBefore = 0;
    await ingest(lines(post(1))).then(() => {
      toldBefore = notices.filter((notice) => notice.type === 'commit').length;
    });
    expect(toldBefore).toBe(1);
  });

  it('rejects a post that the pipeline stumbles over and keeps all others', async () => {
    const analyst = makeAnalyst({
      analyse: (one) => {
        if (one.text.includes('poison')) throw new Error('boom');
      },
    });
    const { ingest, warnings, history } = await startCore({ analyst });
    const memory = await ingest(lines(post(1), post(2, 'acme poison'), post(3), post(4, 'poison too'), post(5)));
    expect(memory).toMatchObject({ received: 5, accepted: 3, duplicates: 0 });
    expect(memory.rejected.map(({ index, code }) => [index, code])).toEqual([
      [1, 'not-analysable'],
      [3, 'not-analysable'],
    ]);
    expect(warnings).toHaveLength(2);
    expect((await history.totals()).posts).toBe(3);
  });

  it('says what kind of body it could not read, and goes on', async () => {
    const { ingest } = await startCore();
    const delivery = lines(post(1));
    const broken: Delivery = { ...delivery, format: 'json', bytes: new TextEncoder().encode('[{"id":') } as Delivery;
    await expect(ingest(broken)).rejects.toBeInstanceOf(UnreadableBody);
    await expect(ingest(lines(post(2)))).resolves.toMatchObject({ accepted: 1 });
  });

  it('asks every waiting sender to come again while the store cannot write, and recovers by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { store } = createMemoryStore();
    let full = true;
    const analyst = makeAnalyst();
    const { ingest, notices } = await startCore({
      analyst,
      store: {
        ...store,
        save: (...args) => (full ? Promise.reject(new StoreUnavailable('full')) : store.save(...args)),
        setSetting: (...args) => (full ? Promise.reject(new StoreUnavailable('full')) : store.setSetting(...args)),
      },
    });
    const refused = await Promise.allSettled([ingest(lines(post(1))), ingest(lines(...many(10, 2_000)))]);
    for (const one of refused) expect(one).toMatchObject({ status: 'rejected', reason: expect.any(EngineBusy) });
    expect(notices.at(-1)).toMatchObject({ type: 'status', trouble: expect.stringContaining('full') });
    expect(analyst.takenBack).toBeGreaterThan(0);

    full = false;
    await vi.advanceTimersByTimeAsync(1_100);
    vi.useRealTimers();
    await vi.waitFor(() =>
      expect(notices.at(-1)).toMatchObject({ type: 'status', indexBehind: 0, trouble: undefined }),
    );
    await expect(ingest(lines(...many(0, 100)))).resolves.toMatchObject({ accepted: 100 });
  });

  it('keeps cursor and posts of one source in one transaction', async () => {
    const { core, ingest } = await startCore();
    const posts = many(0, 3_000).map((one) => ({ ...one, source: 's', channel: 'social' as const }));
    await ingest({ kind: 'posts', posts, receivedAt: Date.now(), cursors: [{ source: 's', value: '3000' }] });
    expect(await core.cursor('s')).toBe('3000');
    await ingest({ kind: 'posts', posts: [], receivedAt: Date.now(), cursors: [{ source: 's', value: '3001' }] });
    expect(await core.cursor('s')).toBe('3001');
  });

  it('tells live figures what they can show, and what was deleted', async () => {
    const { ingest, notices } = await startCore();
    const fresh = { id: 'fresh', source: 's', channel: 'social' as const, at: Date.now(), text: 'acme today' };
    const old = { ...fresh, id: 'old', at: Date.UTC(2014, 11, 1) };
    await ingest({ kind: 'posts', posts: [fresh, old], receivedAt: Date.now() });
    await ingest({ kind: 'posts', posts: [], receivedAt: Date.now(), removed: [{ source: 's', id: 'fresh' }] });
    const commits = notices.flatMap((notice) => (notice.type === 'commit' ? [notice.commit] : []));
    expect(commits.map(({ rows }) => unpackRows(rows).map((row) => row.mentions))).toEqual([
      [1, 1, 1, 1],
      [-1, -1, -1, -1],
    ]);
    expect(commits[0]?.sources).toMatchObject({ s: { accepted: 2 } });
    expect(commits.map(({ removed }) => removed)).toEqual([undefined, [{ source: 's', id: 'fresh' }]]);
  });

  it('refuses a workspace with a bad query and keeps the rules as they were', async () => {
    const analyst = makeAnalyst({
      check: (workspace) => {
        if (workspace.name === 'bad') throw new Error('bad query');
      },
    });
    const { core, notices } = await startCore({ analyst });
    const before = await core.ruleSet();
    await expect(core.saveWorkspace({ ...before.workspace, name: 'bad' })).rejects.toThrow('bad query');
    expect(await core.ruleSet()).toEqual(before);
    const saved = await core.saveWorkspace({ ...before.workspace, name: 'good' }, before.etag);
    expect(saved).toMatchObject({ saved: true, version: before.version + 1 });
    expect(await core.saveWorkspace({ ...before.workspace, name: 'late' }, before.etag)).toMatchObject({
      saved: false,
    });
    expect(notices.filter((notice) => notice.type === 'rules')).toHaveLength(1);
  });

  it('has posts looked at again that were analysed before a workspace was saved, in the order in which they came', async () => {
    const { core, reader, notices, history } = await startCore();
    const versions: number[] = [];
    const again = vi.fn(async (posts: Parameters<typeof reader.again>[0]) => reader.again(posts));
    const never = () => Promise.reject(new Error('each is one piece'));
    const arrival = (...posts: object[]) => ({
      receivedAt: Date.now(),
      extras: {},
      piece: reader.open(lines(...posts)).next(),
      more: never,
      again,
      drop: () => undefined,
    });
    const stale = [arrival(post(1), { id: 'x' }, post(2)), arrival(post(2, 'acme again'), post(3))];
    const { workspace } = await core.ruleSet();
    await core.saveWorkspace({ ...workspace, name: 'newer' });
    const fresh = arrival(post(3), post(4));
    const answers = await Promise.all([...stale, fresh].map((one) => core.save(one)));
    expect(again).toHaveBeenCalledTimes(2);
    expect(answers).toEqual([
      { received: 3, accepted: 2, duplicates: 0, rejected: [{ index: 1, code: 'text-missing', message: 'no text' }] },
      { received: 2, accepted: 1, duplicates: 1, rejected: [] },
      { received: 2, accepted: 1, duplicates: 1, rejected: [] },
    ]);
    for (const id of ['1', '2', '3', '4'])
      for (const { ruleSet } of await history.mention({ id })) versions.push(ruleSet);
    expect(versions).toEqual([1, 1, 1, 1]);
    expect(notices.some((notice) => notice.type === 'commit')).toBe(true);
  });

  it('looks again at what waits when the rules change', async () => {
    const analyst = makeAnalyst();
    const { core, ingest, history } = await startCore({ analyst });
    const { workspace } = await core.ruleSet();
    // The errand runs before the delivery, whose posts were analysed when it was handed over.
    const saving = core.saveWorkspace({ ...workspace, name: 'newer' });
    const answer = ingest(lines(...many(0, 2_000)));
    await Promise.all([saving, answer]);
    expect(await answer).toMatchObject({ accepted: 2_000 });
    const { items } = await history.mentions({ stage: 'significant', limit: 5_000 });
    expect(new Set(items.map(({ ruleSet }) => ruleSet))).toEqual(new Set([1]));
  });

  it('finishes what was handed over before it closes', async () => {
    const { core, ingest } = await startCore();
    open.length = 0;
    const answers = [ingest(lines(...many(0, 5_000))), ingest(lines(post('last')))];
    await core.close();
    await expect(Promise.all(answers)).resolves.toMatchObject([{ accepted: 5_000 }, { accepted: 1 }]);
  });
});
