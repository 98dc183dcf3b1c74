import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplays, type Replays } from '../../../server/replay/createReplays.ts';
import type { FiguresState, SeriesAnswer } from '../../../shared/protocol.ts';
import { type ReplayAnswer, replayTopic } from '../../../shared/replay.ts';
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
      workspace: (await doors.own.engine.ruleSet()).workspace,
      alerts: [],
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
});
