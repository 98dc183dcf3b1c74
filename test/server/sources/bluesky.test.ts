import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBlueskySource, type JetstreamEndpoint } from '../../../server/sources/bluesky.ts';
import { createSourceBoard } from '../../../server/sources/board.ts';
import { backOff, type RuntimeOptions, runSource } from '../../../server/sources/runtime.ts';
import { startJetstream } from '../../support/jetstreamSimulator.ts';
import { createRecordingEngine } from '../../support/recordingEngine.ts';

type Simulator = Awaited<ReturnType<typeof startJetstream>>;

const began = Date.UTC(2026, 10, 12, 10) * 1_000;
const quick: Partial<RuntimeOptions> = { backOffMs: { first: 5, longest: 30 }, flushMs: 5, random: () => 0.5 };
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function simulator(options: Parameters<typeof startJetstream>[0] = { wire: 'v2' }): Promise<Simulator> {
  const one = await startJetstream(options);
  closing.push(() => one.close());
  return one;
}

function run(
  endpoints: JetstreamEndpoint[],
  recorder = createRecordingEngine(),
  options: { stallMs?: number; runtime?: Partial<RuntimeOptions>; returnToV2Ms?: number } = {},
) {
  const board = createSourceBoard();
  const source = createBlueskySource({
    endpoints,
    isWanted: (post) => post.text.includes('solenne'),
    hashAuthor: (did) => `h${did.length}`,
    now: Date.now,
    stallMs: options.stallMs ?? 2_000,
    returnToV2Ms: options.returnToV2Ms,
  });
  const running = runSource(source, recorder.engine, board, { ...quick, ...options.runtime });
  closing.push(() => running.stop());
  return { recorder, board, running, health: () => board.health(Date.now()).bluesky };
}

const say = (index: number, text = `solenne ${index}`, did = 'did:plc:a') =>
  ({ did, rkey: `k${index}`, us: began + index * 1_000, operation: 'create', text }) as const;

describe('Bluesky', () => {
  it('keeps what a brand could match, counts what it skips, and honours a delete', async () => {
    const jetstream = await simulator();
    const { recorder, health } = run([{ wire: 'v2', host: jetstream.host }]);
    await vi.waitFor(() => expect(jetstream.connections()).toBe(1));
    jetstream.happen(say(1));
    jetstream.happen(say(2, 'nothing of ours'));
    jetstream.happen(say(3));
    jetstream.happen({ ...say(1), operation: 'delete' });
    await vi.waitFor(() => expect(recorder.texts()).toEqual(['solenne 3']));
    await vi.waitFor(() => expect(recorder.skipped()).toBe(1));
    expect(health()).toMatchObject({ state: 'slow', kind: 'bluesky', accepted: 2, skipped: 1 });
    expect(health()?.message).toMatch(/catching up/);
    expect(jetstream.asked[0]).toContain('collections=app.bsky.feed.post');
    expect(jetstream.asked[0]).not.toContain('cursor');
  });

  it('removes every post of an account that was closed', async () => {
    const jetstream = await simulator();
    const { recorder } = run([{ wire: 'v2', host: jetstream.host }]);
    await vi.waitFor(() => expect(jetstream.connections()).toBe(1));
    jetstream.happen(say(1));
    jetstream.happen(say(2));
    jetstream.happen(say(3, 'solenne of another', 'did:plc:b'));
    jetstream.happen({ did: 'did:plc:a', rkey: '', us: began + 9_000, operation: 'close', status: 'deleted' });
    await vi.waitFor(() => expect(recorder.texts()).toEqual(['solenne of another']));
  });

  it.each(['v1', 'v2'] as const)('loses and doubles nothing over 30 cut lines on %s', async (wire) => {
    const jetstream = await simulator({ wire });
    const { recorder } = run([{ wire, host: jetstream.host }]);
    const expected: string[] = [];
    let index = 0;
    for (let restart = 0; restart < 30; restart += 1) {
      await vi.waitFor(() => expect(jetstream.connections()).toBeGreaterThan(0));
      for (let more = 0; more < 20; more += 1) {
        jetstream.happen(say(++index));
        expected.push(`solenne ${index}`);
      }
      if (restart % 3 === 0) await vi.waitFor(() => expect(recorder.texts().length).toBeGreaterThan(index - 20));
      jetstream.drop();
      jetstream.happen(say(++index));
      expected.push(`solenne ${index}`);
    }
    // What was said before the very first place was saved is not ours to promise; from then on, everything.
    await vi.waitFor(() => expect(recorder.texts()).toEqual(expected), { timeout: 10_000 });
  });

  it('loses and doubles nothing over 30 restarts of our own', async () => {
    const jetstream = await simulator();
    const recorder = createRecordingEngine();
    let index = 0;
    for (let restart = 0; restart < 30; restart += 1) {
      const { running } = run([{ wire: 'v2', host: jetstream.host }], recorder);
      if (restart === 0) {
        await vi.waitFor(() => expect(jetstream.connections()).toBe(1));
        jetstream.happen(say(++index));
        await vi.waitFor(() => expect(recorder.cursor()).toBeDefined());
      }
      for (let more = 0; more < 25; more += 1) jetstream.happen(say(++index));
      await new Promise((resolve) => setTimeout(resolve, (restart * 7) % 20));
      await running.stop();
      jetstream.happen(say(++index));
    }
    run([{ wire: 'v2', host: jetstream.host }], recorder);
    await vi.waitFor(() => expect(recorder.posts.size).toBe(index), { timeout: 10_000 });
    expect(new Set(recorder.texts()).size).toBe(index);
  });

  it('asks for its own sequence number again, and by time when the server is a new run', async () => {
    const jetstream = await simulator();
    const recorder = createRecordingEngine();
    const first = run([{ wire: 'v2', host: jetstream.host }], recorder);
    await vi.waitFor(() => expect(jetstream.connections()).toBe(1));
    jetstream.happen(say(1));
    await vi.waitFor(() => expect(recorder.posts.size).toBe(1));
    await first.running.stop();

    const second = run([{ wire: 'v2', host: jetstream.host }], recorder);
    await vi.waitFor(() => expect(jetstream.asked.at(-1)).toContain(`cursor=${jetstream.seqOf(0)}`));
    await vi.waitFor(() => expect(jetstream.connections()).toBe(1));
    await second.running.stop();

    jetstream.change({ boot: 'boot-2' });
    jetstream.happen(say(2));
    run([{ wire: 'v2', host: jetstream.host }], recorder);
    await vi.waitFor(() => expect(recorder.posts.size).toBe(2));
    expect(jetstream.asked.at(-1)).toContain(`cursor=${began + 1_000 - 5_000_000}`);
  });

  it('comes back by time and says so when the server no longer holds its place', async () => {
    const jetstream = await simulator();
    const recorder = createRecordingEngine();
    const first = run([{ wire: 'v2', host: jetstream.host }], recorder);
    await vi.waitFor(() => expect(jetstream.connections()).toBe(1));
    jetstream.happen(say(1));
    await vi.waitFor(() => expect(recorder.posts.size).toBe(1));
    await first.running.stop();
    for (let index = 2; index <= 5; index += 1) jetstream.happen(say(index));
    jetstream.change({ oldestSeq: jetstream.seqOf(3) });
    const { health } = run([{ wire: 'v2', host: jetstream.host }], recorder);
    await vi.waitFor(() => expect(recorder.texts()).toEqual(['solenne 1', 'solenne 4', 'solenne 5']));
    jetstream.happen({ ...say(6), us: Date.now() * 1_000 });
    await vi.waitFor(() => expect(health()).toMatchObject({ state: 'live', message: expect.stringMatching(/gap/) }));
  });

  it('falls back to v1 when v2 refuses, says so, and returns to v2 later', async () => {
    const newer = await simulator({ wire: 'v2' });
    const older = await simulator({ wire: 'v1' });
    newer.behave('refuse');
    const recorder = createRecordingEngine();
    const { health } = run(
      [
        { wire: 'v2', host: newer.host },
        { wire: 'v1', host: older.host },
      ],
      recorder,
      { returnToV2Ms: 300 },
    );
    await vi.waitFor(() => expect(older.connections()).toBe(1));
    older.happen({ ...say(1), us: Date.now() * 1_000 });
    await vi.waitFor(() => expect(recorder.posts.size).toBe(1));
    expect(health()?.message).toMatch(/older wire/);
    newer.behave('well');
    await vi.waitFor(
      () => {
        older.drop();
        expect(newer.connections()).toBe(1);
      },
      { timeout: 5_000, interval: 100 },
    );
  });

  it.each(['silent', 'half-open'] as const)('leaves a %s line and comes back', async (behaviour) => {
    const jetstream = await simulator();
    jetstream.behave(behaviour);
    const { recorder, health } = run([{ wire: 'v2', host: jetstream.host }], undefined, { stallMs: 150 });
    await vi.waitFor(() => expect(jetstream.asked.length).toBeGreaterThan(1), { timeout: 5_000 });
    expect(health()?.state).not.toBe('live');
    expect(health()?.message).toMatch(/silent|trying again|nothing heard/);
    jetstream.behave('well');
    await vi.waitFor(() => {
      if (recorder.posts.size === 0) jetstream.happen({ ...say(jetstream.asked.length), us: Date.now() * 1_000 });
      expect(recorder.posts.size).toBeGreaterThan(0);
    });
  });

  it('survives garbage between good frames, and leaves a server that speaks nothing else', async () => {
    const jetstream = await simulator();
    const { recorder, health } = run([{ wire: 'v2', host: jetstream.host }]);
    await vi.waitFor(() => expect(jetstream.connections()).toBe(1));
    for (const garbage of [
      '',
      '{',
      'null',
      '[]',
      '{"$type":"message"}',
      '{"$type":"message","payload":{"seq":"x"}}',
      '\u0000',
    ])
      jetstream.sendRaw(garbage);
    jetstream.happen(say(1));
    await vi.waitFor(() => expect(recorder.posts.size).toBe(1));
    expect(jetstream.asked).toHaveLength(1);
    for (let index = 0; index < 60; index += 1) jetstream.sendRaw('<html>');
    await vi.waitFor(() => expect(jetstream.asked.length).toBeGreaterThan(1));
    expect(health()).toBeDefined();
  });

  it('waits while the store is busy and loses nothing by it', async () => {
    const jetstream = await simulator();
    const recorder = createRecordingEngine();
    recorder.beBusy(4);
    run([{ wire: 'v2', host: jetstream.host }], recorder);
    await vi.waitFor(() => expect(jetstream.connections()).toBe(1));
    for (let index = 1; index <= 50; index += 1) jetstream.happen(say(index));
    await vi.waitFor(() => expect(recorder.posts.size).toBe(50), { timeout: 5_000 });
  });

  it('stops reading while the queue is full, and reads on', async () => {
    const jetstream = await simulator();
    const recorder = createRecordingEngine();
    recorder.beSlow(20);
    run([{ wire: 'v2', host: jetstream.host }], recorder, { runtime: { queueLimit: 100, flushPosts: 50 } });
    await vi.waitFor(() => expect(jetstream.connections()).toBe(1));
    for (let index = 1; index <= 2_000; index += 1) jetstream.happen(say(index));
    await vi.waitFor(() => expect(recorder.posts.size).toBe(2_000), { timeout: 10_000 });
  });

  it('says lost while nobody answers, and off after a stop', async () => {
    const { running, health } = run([{ wire: 'v2', host: 'ws://127.0.0.1:9' }]);
    await vi.waitFor(() =>
      expect(health()).toMatchObject({ state: 'lost', message: expect.stringMatching(/trying again/) }),
    );
    await running.stop();
    expect(health()?.state).toBe('off');
  });
});

describe('backOff', () => {
  it('doubles up to its longest, between half and all of it', () => {
    const limits = { first: 500, longest: 60_000 };
    expect(backOff(0, limits, () => 0)).toBe(250);
    expect(backOff(0, limits, () => 1)).toBe(500);
    expect(backOff(3, limits, () => 1)).toBe(4_000);
    expect(backOff(99, limits, () => 1)).toBe(60_000);
  });
});
