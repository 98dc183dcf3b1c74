import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MentionsAnswer, TermsAnswer } from '../../../shared/protocol.ts';
import { seeded } from '../../support/makePosts.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
const minute = 60_000;
const from = Date.parse('2026-03-02T09:00:00Z');
const chance = seeded(11);
const syllables = ['ba', 'cor', 'du', 'fen', 'gi', 'lam', 'mo', 'nir', 'po', 'ras', 'sel', 'tu', 'vi', 'zan'];
const word = () => Array.from({ length: 3 }, () => syllables[Math.floor(chance() * 14)]).join('');
/** Texts that are no near-copies of each other. */
const some = (count: number) => Array.from({ length: count }, word).join(' ');
const usual = () => `Lumen ${some(4)}, I like the ${some(4)}`;

beforeAll(async () => {
  doors = await openDoors();
  const brands = [{ id: 'lumen', name: 'Lumen Care', query: 'lumen OR @lumencare' }];
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
  const before = Array.from({ length: 160 }, (_, k) => ({ id: `b${k}`, at: from - (k + 1) * minute, text: usual() }));
  const now = Array.from({ length: 40 }, (_, k) => ({ id: `n${k}`, at: from + k * minute, text: usual() }));
  const risen = Array.from({ length: 12 }, (_, k) => ({
    id: `r${k}`,
    at: from + (20 + k) * minute,
    author: `writer${'r'.repeat(k)}`,
    text: `@ann${k} ${some(4)} my Lumen pump leaks, ${some(4)}`,
  }));
  const answer = await doors.ask('/api/ingest', { method: 'POST', body: [...before, ...now, ...risen] });
  expect(answer.json()).toMatchObject({ accepted: 212 });
});
afterAll(() => doors.close());

describe('GET /api/terms', () => {
  it('tells what is suddenly said of a brand, with three messages that name nobody', async () => {
    const answer = await doors.ask(`/api/terms?brand=lumen&from=${from}&to=${from + 60 * minute}`);
    expect(answer.status, answer.text).toBe(200);
    const { now, before, items } = answer.json() as TermsAnswer;
    expect(now).toMatchObject({ from, to: from + 60 * minute, share: 1 });
    expect(before).toMatchObject({ from: from - 240 * minute, to: from, texts: 160 });
    expect(items[0]).toMatchObject({ term: 'pump leaks', kind: 'pair', texts: 12, before: 0 });
    expect(items[0]?.startedAt).toBe(from + 20 * minute);
    expect(items[0]?.examples).toHaveLength(3);
    expect(answer.text).not.toMatch(/@ann|writer|hash-of/);
    expect(items.map(({ term }) => term.toLowerCase()).join()).not.toContain('lumen');
  });

  it('names terms that a search finds again', async () => {
    const range = `brand=lumen&from=${from}&to=${from + 60 * minute}`;
    const { items } = (await doors.ask(`/api/terms?${range}`)).json() as TermsAnswer;
    const [first] = items;
    const found = await doors.ask(`/api/mentions?${range}&limit=200&q=${encodeURIComponent(`"${first?.term}"`)}`);
    expect((found.json() as MentionsAnswer).items).toHaveLength(first!.texts);
  });

  it('finds nothing where nothing lies before, and names every fault of a request', async () => {
    expect((await doors.ask('/api/terms')).json()).toMatchObject({ before: null, items: [] });
    const wrong = await doors.ask('/api/terms?from=yesterday&limit=0&word=pump');
    expect(wrong.status).toBe(400);
    const { errors } = wrong.json() as { errors: { path: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['from', 'limit', 'word']);
  });
});
