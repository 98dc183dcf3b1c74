import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Launch } from '../../../shared/domain.ts';
import type { Problem, SeriesPoint } from '../../../shared/protocol.ts';
import type { Retrospective } from '../../../shared/retrospective.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rollup.ts';
import { seeded } from '../../support/makePosts.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const t0 = Date.parse('2026-03-02T09:00:00Z');
const turnsAt = t0 + 20 * hourMs;
const now = t0 + 3 * dayMs;
let doors: OpenDoors;

const launch = {
  id: 'glow',
  name: 'Glow',
  brand: 'lumen',
  query: 'serum',
  at: t0,
  timeZone: 'Europe/Paris',
  events: [
    { at: turnsAt - hourMs, name: '=price told', kind: 'price' },
    { at: t0, name: 'shop opens', kind: 'sale' },
  ],
};
const workspace = {
  version: 1,
  brands: [{ id: 'lumen', name: 'Lumen', query: 'lumen' }],
  themes: [
    { id: 'price', name: 'Price', query: 'price' },
    { id: 'scent', name: 'Scent', query: 'scent' },
  ],
  launches: [launch],
};

/** Praise of the scent until the price is told, then complaints about the price, six an hour. */
function story(): object[] {
  const chance = seeded(7);
  const word = () => Math.floor(chance() * 1e9).toString(36);
  /** No two posts are near-copies of each other. */
  const words = () => Array.from({ length: 16 }, word).join(' ');
  const posts: object[] = [];
  for (let at = t0 - dayMs; at < now; at += 10 * minuteMs) {
    const isLate = at >= turnsAt;
    const isAngry = chance() < (isLate ? 0.85 : 0.1);
    const about = isAngry
      ? 'the price of the lumen serum is terrible, I hate it'
      : 'I love the scent of the lumen serum, wonderful';
    posts.push({ id: `${at}`, at, author: word(), text: `${about} ${words()}` });
  }
  return posts;
}

const send = (body: object, id = 'glow') =>
  doors.ask(`/api/launches/${id}/retrospective`, {
    method: 'PATCH',
    body,
    headers: { 'content-type': 'application/json' },
  });
const told = async () => (await doors.ask('/api/launches/glow/retrospective')).json() as Retrospective;

beforeEach(async () => {
  doors = await openDoors({ now: () => now });
  const headers = { 'content-type': 'application/json' };
  expect((await doors.ask('/api/workspace', { method: 'PUT', body: workspace, headers })).status).toBe(200);
  expect((await doors.ask('/api/ingest', { method: 'POST', body: story() })).status).toBe(200);
});
afterEach(() => doors.close());

describe('the retrospective of a launch', () => {
  it('tells chapters that add up to history, what turned and near what, and which themes moved', async () => {
    const answer = await told();
    expect(answer).toMatchObject({ launch: 'glow', counts: 'product', lessons: [] });
    expect(answer.chapters.map(({ name, isWhole }) => [name, isWhole])).toEqual([
      ['before', false],
      ['day', true],
      ['week', false],
    ]);
    for (const chapter of answer.chapters) {
      const range = `from=${t0 + chapter.fromMs}&to=${t0 + chapter.toMs}`;
      const series = await doors.ask(`/api/series?${range}&step=1h&theme=launch:glow`);
      const { points } = series.json() as { points: SeriesPoint[] };
      const sum = (key: 'mentions' | 'positive' | 'negative') => points.reduce((all, point) => all + point[key], 0);
      expect([chapter.mentions, chapter.positive, chapter.negative]).toEqual([
        sum('mentions'),
        sum('positive'),
        sum('negative'),
      ]);
      expect(chapter.messages.length).toBeGreaterThan(0);
      expect(chapter.messages.length).toBeLessThanOrEqual(3);
      for (const { at } of chapter.messages) expect(at).toBeGreaterThanOrEqual(t0 + chapter.fromMs);
    }
    const turn = answer.turns.find(({ kind }) => kind === 'sentiment')!;
    expect(Math.abs(turn.at - turnsAt)).toBeLessThanOrEqual(3 * hourMs);
    expect(turn.change.value).toBeLessThan(-50);
    expect(turn.theme).toMatchObject({ id: expect.stringMatching(/price|scent/) });
    expect(turn.near.map(({ name }) => name)).toEqual(['=price told']);
    const price = answer.themes.find(({ id }) => id === 'price')!;
    expect(price.after.share).toBeGreaterThan(2 * price.before.share);
    expect(price.probabilityMore).toBeGreaterThan(0.9);
  });

  it('keeps what a person says of a turning point and takes it back, and keeps lessons', async () => {
    const turn = (await told()).turns.find(({ kind }) => kind === 'sentiment')!;
    const said = { at: turn.at, kind: 'sentiment' };
    expect((await send({ turn: { ...said, is: 'confirmed', note: 'the refill price' } })).status).toBe(204);
    // The next count may find it an hour beside: it is the same one.
    expect(
      (await send({ turn: { ...said, at: turn.at + hourMs, is: 'dismissed' }, lessons: ['Tell it early'] })).status,
    ).toBe(204);
    const after = await told();
    expect(after.lessons).toEqual(['Tell it early']);
    expect(after.turns.find(({ kind }) => kind === 'sentiment')!.verdict).toMatchObject({ is: 'dismissed' });
    const kept = (await doors.ask('/api/launches/glow')).json() as Launch;
    expect(kept.turns).toHaveLength(1);
    expect((await send({ turn: { ...said, is: null } })).status).toBe(204);
    expect((await told()).turns.find(({ kind }) => kind === 'sentiment')!.verdict).toBeUndefined();
  });

  it('refuses what it cannot keep, each by its place, and tells nothing of a launch that is none', async () => {
    expect((await send({})).status).toBe(400);
    const bad = (await send({ turn: { at: 'soon', kind: 'mood', is: 'maybe' }, lessons: [''] })).json() as Problem;
    expect(bad.errors!.map(({ path }) => path).sort()).toEqual(['lessons[0]', 'turn.at', 'turn.is', 'turn.kind']);
    expect((await send({ lessons: ['x'] }, 'none')).status).toBe(404);
    expect((await doors.ask('/api/launches/none/retrospective')).status).toBe(404);
  });

  it('tells an empty story of a launch around which nobody listened', async () => {
    const body = { ...launch, id: 'old', at: t0 - 300 * dayMs, events: [] };
    const headers = { 'content-type': 'application/json' };
    expect((await doors.ask('/api/launches', { method: 'POST', body, headers })).status).toBe(201);
    const answer = (await doors.ask('/api/launches/old/retrospective')).json() as Retrospective;
    expect(answer).toMatchObject({ heard: null, chapters: [], turns: [], themes: [], halfLifeMs: null });
  });
});
