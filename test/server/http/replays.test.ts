import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVoiceCards } from '../../../server/readVoices.ts';
import { createReplays, type Replays } from '../../../server/replay/createReplays.ts';
import { type Reading, readReplayLog } from '../../../server/replay/readReplayLog.ts';
import type { FiguresState, SeriesAnswer, VoicesState } from '../../../shared/protocol.ts';
import type { OwnReplayAnswer, ReplayAnswer, ReplaysAnswer } from '../../../shared/replay.ts';
import { replayTopic } from '../../../shared/replayTopic.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rollup.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const t0 = Date.parse('2026-03-02T09:00:00Z');
const workspace = {
  version: 1,
  brands: [{ id: 'lumen', name: 'Lumen', query: 'lumen' }],
  themes: [],
  launches: [{ id: 'glow', name: 'Glow', brand: 'lumen', at: t0, timeZone: 'Europe/Paris' }],
};
let now = t0;
let doors: OpenDoors;

const say = async (count: number, at: number, named: string) => {
  const body = Array.from({ length: count }, (_, k) => ({
    id: `${named}${k}`,
    at: at + k * 1_000,
    text: `lumen ${named} ${k}`,
  }));
  expect((await doors.ask('/api/ingest', { method: 'POST', body })).json()).toMatchObject({ accepted: count });
};
const openOwn = (body: object, headers: Record<string, string> = {}) =>
  doors.ask('/api/own-replays', { method: 'POST', body, headers });
const open = async (body: object) => {
  const answer = await doors.ask('/api/replays', { method: 'POST', body });
  expect(answer.status, answer.text).toBe(201);
  return answer.json() as ReplayAnswer;
};
const state = async (id: string) => (await doors.ask(`/api/replays/${id}`)).json() as ReplayAnswer;
const change = async (id: string, body: object) =>
  (await doors.ask(`/api/replays/${id}`, { method: 'PATCH', body })).json() as ReplayAnswer;

beforeEach(async () => {
  now = t0;
  doors = await openDoors({ now: () => now });
  const saved = await doors.ask('/api/workspace', { method: 'PUT', body: workspace });
  expect(saved.status, saved.text).toBe(200);
});
afterEach(() => doors.close());

describe('the doors of replays', () => {
  it('play a launch by either clock, with steps, scrubs and pauses, and say how much was known', async () => {
    now = t0 + hourMs;
    await say(30, t0 + 10 * minuteMs, 'early');
    now = t0 + 5 * hourMs;
    await say(10, t0 + 20 * minuteMs, 'late');
    const { id, from, to, ...first } = await open({ launch: 'glow', paused: true, at: t0 + 2 * hourMs });
    expect([from, to]).toEqual([t0 - 6 * hourMs, now]);
    expect(first).toMatchObject({ clock: 'said', counted: 40, known: 30, knownShare: 0.75, paused: true });
    expect(await change(id, { step: hourMs, clock: 'known' })).toMatchObject({ at: t0 + 3 * hourMs, clock: 'known' });
    expect(await change(id, { at: t0, speed: 600, paused: false })).toMatchObject({ at: t0, knownShare: null });
    now += 1_000;
    expect(await state(id)).toMatchObject({ at: t0 + 600_000, paused: false });
    now += dayMs;
    expect(await state(id)).toMatchObject({ at: to, paused: true, counted: 40, known: 40 });
    expect((await doors.ask(`/api/replays/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await doors.ask(`/api/replays/${id}`)).status).toBe(404);
  });

  it('refuse a fifth replay, a launch that has not begun, and what they cannot read', async () => {
    await say(1, t0 - hourMs, 'one');
    for (let room = 0; room < 4; room++) await open({ launch: 'glow' });
    expect((await openOwn({ launch: 'glow' })).status).toBe(429);
    const refused = async (body: object) => (await doors.ask('/api/replays', { method: 'POST', body })).status;
    expect(await refused({ launch: 'glow' })).toBe(429);
    expect(await refused({ launch: 'nothing' })).toBe(404);
    expect(await refused({ from: t0 + dayMs, to: t0 + 2 * dayMs })).toBe(409);
    expect(await refused({ launch: 'glow', speed: 601 })).toBe(400);
    expect(await refused({})).toBe(400);
  });

  it('leave live figures alone, and end equal to history', async () => {
    await say(20, t0 - 50 * minuteMs, 'before');
    const { publisher } = doors.own;
    publisher.watch('figures/24h');
    const whole = () => publisher.whole('figures/24h');
    const replays: Replays = createReplays({
      now: () => now,
      warn(error) {
        throw error;
      },
    });
    const range = { from: t0 - 6 * hourMs, to: t0 };
    const options = {
      history: doors.own.history,
      voiceCards: createVoiceCards(doors.own.shelf),
      alerts: [],
      data: 'own' as const,
      isRooms: true,
      timeZone: 'UTC',
    };
    const room = await replays.open({ ...options, ...range, at: range.from, clock: 'said', speed: 600, paused: false });
    const { id } = room!.state();
    const both = replays.beside(publisher);
    const topic = replayTopic(id, 'figures/24h');
    expect(both.refuse(topic)).toBeNull();
    expect(both.refuse(replayTopic(id, 'status'))).not.toBeNull();
    both.watch(topic);
    const before = whole();
    const { indexBehind: _, ...totals } = await doors.own.history.totals();
    now += 6 * minuteMs;
    await new Promise<void>((resolve) => {
      const stop = both.onTick((changed) => {
        if (!changed.includes(topic) || room!.state().at < range.to) return;
        stop();
        resolve();
      });
    });
    const { state: replayed, epoch } = both.whole(topic) as { state: FiguresState; epoch: string };
    expect(epoch).toBe(publisher.epoch);
    const query = `stage=important&step=1m&from=${replayed.from}&to=${replayed.to}`;
    const { points } = (await doors.ask(`/api/series?${query}`)).json() as SeriesAnswer;
    const mentions = points.reduce((sum, point) => sum + point.mentions, 0);
    expect(mentions).toBe(20);
    expect(replayed.now['*']?.['*']?.[0]).toBe(mentions);
    const after = whole().state as FiguresState;
    expect(after.now).toEqual((before.state as FiguresState).now);
    expect(await doors.own.history.totals()).toMatchObject(totals);
    replays.end(id);
    expect(both.refuse(topic)).not.toBeNull();
    both.unwatch(topic);
    replays.close();
  });

  it('mark in their voices the words that decided, as live ones do', async () => {
    const loose = { ...workspace, significance: { threshold: 0 } };
    const { headers } = await doors.ask('/api/workspace');
    const ifMatch = { 'if-match': String(headers.etag) };
    const saved = await doors.ask('/api/workspace', { method: 'PUT', body: loose, headers: ifMatch });
    expect(saved.status, saved.text).toBe(200);
    const body = [
      { id: 'glad', at: t0 - 50 * minuteMs, text: 'I love my new lumen serum, it is wonderful on dry skin' },
    ];
    expect((await doors.ask('/api/ingest', { method: 'POST', body })).json()).toMatchObject({ accepted: 1 });
    const { publisher, history } = doors.own;
    const replays = createReplays({
      now: () => now,
      warn(error) {
        throw error;
      },
    });
    const room = await replays.open({
      history,
      voiceCards: createVoiceCards(doors.own.shelf),
      alerts: [],
      data: 'own' as const,
      isRooms: true,
      timeZone: 'UTC',
      ...{ from: t0 - 6 * hourMs, to: t0, at: t0 - 10 * minuteMs, clock: 'said', speed: 60, paused: true },
    });
    const topic = replayTopic(room!.state().id, 'voices/lumen');
    const both = replays.beside(publisher);
    both.watch(topic);
    // It opens with them: nobody reads "no message yet" meanwhile.
    const shown = () => Object.values((both.whole(topic).state as VoicesState).cards);
    expect(shown()).toHaveLength(1);
    const [card] = shown();
    const marked = card!
      .marks!.filter(({ kind }) => kind === 'positive')
      .map(({ from, to }) => card!.text.slice(from, to));
    expect(marked).toContain('wonderful');
    expect(card).not.toHaveProperty('url');
    // It was received later than the moment that stands still: by the other clock nobody knew of it.
    room!.change({ clock: 'known' });
    await vi.waitFor(() => expect(shown()).toEqual([]), 10_000);
    both.unwatch(topic);
    replays.close();
  });

  it('keep a place for the room, and list what runs for it', async () => {
    await say(1, t0 - hourMs, 'one');
    for (let own = 0; own < 3; own++) expect((await openOwn({ launch: 'glow' })).status).toBe(201);
    expect((await openOwn({ launch: 'glow' })).status).toBe(429);
    const { id } = await open({ launch: 'glow' });
    const items = async (query = '') =>
      ((await doors.ask(`/api/replays${query}`)).json() as ReplaysAnswer).items.map((one) => one.id);
    expect(await items()).toEqual([id]);
    expect(await items('?launch=glow')).toEqual([id]);
    expect(await items('?launch=other')).toEqual([]);
    expect(await items('?data=demo')).toEqual([]);
  });

  it('say how far the reading is, and last what they answer', async () => {
    await say(20, t0 - hourMs, 'one');
    const lines = await doors.ask('/api/own-replays', {
      method: 'POST',
      body: { launch: 'glow' },
      headers: { accept: 'application/x-ndjson' },
    });
    const said = lines.text.trim().split('\n');
    const last = JSON.parse(said.at(-1)!) as { answer: OwnReplayAnswer };
    expect(last.answer).toMatchObject({ forRoom: false, launch: 'glow' });
    expect(last.answer.key).not.toBe(last.answer.id);
  });
});

describe('a replay that is being opened', () => {
  it('tells its reading block by block, stops in between, and leaves no room and no place taken', async () => {
    const posts = Array.from({ length: 45_000 }, (_, index) => ({
      ...{
        seq: index + 1,
        at: t0 + index,
        receivedAt: t0 + index,
        source: 's',
        outcome: 'no-brand' as const,
        mention: null,
      },
    }));
    let reads = 0;
    const history = {
      async replayPosts({ after, through }: { after: number; through: number }) {
        reads += 1;
        return posts.slice(after, through);
      },
      totals: async () => ({ ...(await doors.own.history.totals()), seq: posts.length }),
    };
    const read = (reading: Reading) => readReplayLog(history, t0, t0 + hourMs, reading);
    const told: number[][] = [];
    expect((await read({ tell: (done, total) => told.push([done, total]) })).size).toBe(posts.length);
    expect(told).toEqual([
      [20_000, 45_000],
      [40_000, 45_000],
      [45_000, 45_000],
    ]);
    reads = 0;
    const left = new AbortController();
    await expect(read({ signal: left.signal, tell: () => left.abort() })).rejects.toThrow('aborted');
    expect(reads).toBe(1);

    const replays = createReplays({ now: () => now, warn: () => undefined });
    const options = {
      ...{ history: doors.own.history, voiceCards: createVoiceCards(doors.own.shelf), alerts: [] },
      ...{ data: 'own' as const, isRooms: true, timeZone: 'UTC', from: t0, to: t0 + hourMs, at: t0 },
      ...{ clock: 'said' as const, speed: 60, paused: true },
    };
    for (let attempt = 0; attempt < 5; attempt++)
      await expect(replays.open(options, { signal: left.signal })).rejects.toThrow('aborted');
    expect(replays.ofRoom('own')).toEqual([]);
    expect(await replays.open(options)).not.toBeNull();
    replays.close();
  });
});

it('opens a paused replay at the very moment that was asked for, however long the opening takes', async () => {
  let ticks = t0;
  const replays = createReplays({ now: () => (ticks += 7), warn: () => undefined });
  const room = await replays.open({
    ...{ history: doors.own.history, voiceCards: createVoiceCards(doors.own.shelf), alerts: [] },
    ...{ data: 'own' as const, isRooms: true, timeZone: 'UTC', from: t0 - dayMs, to: t0, at: t0 - hourMs },
    ...{ clock: 'said' as const, speed: 600, paused: true },
  });
  expect(room?.state().at).toBe(t0 - hourMs);
  replays.close();
});

describe('who may move a replay', () => {
  const token = (name: string) => name.padEnd(40, name[0]);
  const [editor, viewer] = ['editor', 'viewer'].map((name) => ({ authorization: `Bearer ${token(name)}` }));
  const moved = { step: minuteMs };
  const patch = (path: string, headers = {}) => doors.ask(path, { method: 'PATCH', body: moved, headers });

  beforeEach(async () => {
    await doors.close();
    const access = { loopback: false, token: token('editor'), viewToken: token('viewer') };
    doors = await openDoors({ now: () => now, access });
    expect((await doors.ask('/api/workspace', { method: 'PUT', body: workspace, headers: editor })).status).toBe(200);
  });

  it('of the room, those who may change things; others watch it', async () => {
    const asked = { method: 'POST', body: { launch: 'glow', paused: true } };
    expect((await doors.ask('/api/replays', { ...asked, headers: viewer })).status).toBe(403);
    const { id } = (await doors.ask('/api/replays', { ...asked, headers: editor })).json() as ReplayAnswer;
    const path = `/api/replays/${id}`;
    expect((await patch(path, viewer)).status).toBe(403);
    expect((await doors.ask(path, { method: 'DELETE', headers: viewer })).status).toBe(403);
    const seen = (await doors.ask(path, { headers: viewer })).json() as ReplayAnswer;
    expect(seen).toMatchObject({ forRoom: true, at: t0 - 6 * hourMs });
    expect((await patch(path, editor)).json()).toMatchObject({ at: t0 - 6 * hourMs + minuteMs });
    expect((await doors.ask(path, { method: 'DELETE', headers: editor })).status).toBe(204);
  });

  it('of their own, whoever opened it, by a key that nobody else is told', async () => {
    const opened = await openOwn({ launch: 'glow', paused: true }, viewer);
    expect(opened.status).toBe(201);
    const { id, key } = opened.json() as OwnReplayAnswer;
    const byId = await doors.ask(`/api/replays/${id}`, { headers: viewer });
    expect(byId.json()).toMatchObject({ forRoom: false });
    expect(byId.text).not.toContain(key);
    expect((await doors.ask('/api/replays', { headers: editor })).json()).toEqual({ items: [] });
    expect((await patch(`/api/own-replays/${id}`, viewer)).status).toBe(404);
    expect((await patch(`/api/replays/${id}`, editor)).status).toBe(403);
    expect((await doors.ask(`/api/replays/${id}`, { method: 'DELETE', headers: editor })).status).toBe(403);
    expect((await patch(`/api/own-replays/${key}`)).status).toBe(401);
    expect((await patch(`/api/own-replays/${key}`, viewer)).json()).toMatchObject({ at: t0 - 6 * hourMs + minuteMs });
    expect((await doors.ask(`/api/own-replays/${key}`, { method: 'DELETE', headers: viewer })).status).toBe(204);
    expect((await doors.ask(`/api/replays/${id}`, { headers: viewer })).status).toBe(404);
  });
});
