import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignificanceAnswer, VersionsAnswer } from '../../../shared/protocol.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
const save = (more: object) => doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands, ...more } });

beforeAll(async () => {
  doors = await openDoors();
  await save({});
  await save({ themes: [{ id: 'price', name: 'Price', query: 'price' }] });
  await save({ themes: [{ id: 'price', name: 'The price', query: 'price' }] });
  const words = [
    'broke on day one, I want a refund',
    'is there',
    'does not work, terrible',
    'in the shop',
    'leaks badly, awful',
  ];
  const posts = words.map((said, k) => ({
    id: `s${k}`,
    at: Date.now() - k * 60_000,
    lang: 'en',
    text: `My Lumen pump ${said}`,
  }));
  expect((await doors.ask('/api/ingest', { method: 'POST', body: posts })).json()).toMatchObject({ accepted: 5 });
});
afterAll(() => doors.close());

describe('GET /api/workspace/versions', () => {
  it('lists what each version changed, the newest first, and whether it counts anew', async () => {
    const { items } = (await doors.ask('/api/workspace/versions')).json() as VersionsAnswer;
    expect(items.map(({ version, recounts }) => [version, recounts])).toEqual([
      [3, false],
      [2, true],
      [1, true],
    ]);
    expect(items[0]!.changes).toEqual([
      { list: 'themes', id: 'price', name: 'The price', is: 'changed', members: ['name'] },
    ]);
    expect(items[1]!.changes).toMatchObject([{ list: 'themes', is: 'added' }]);
    expect(items[0]!.at).toBeGreaterThanOrEqual(items[1]!.at);
    const { items: one } = (await doors.ask('/api/workspace/versions?limit=1')).json() as VersionsAnswer;
    expect(one).toHaveLength(1);
  });

  it('and any of them is brought back by saving it', async () => {
    const first = (await doors.ask('/api/workspace?version=1')).json() as object;
    expect((await doors.ask('/api/workspace', { method: 'PUT', body: first })).status).toBe(200);
    const { items } = (await doors.ask('/api/workspace/versions?limit=1')).json() as VersionsAnswer;
    expect(items[0]).toMatchObject({ version: 4, recounts: true, changes: [{ list: 'themes', is: 'removed' }] });
  });
});

describe('GET /api/significance', () => {
  it('counts what every threshold would keep a day, and agrees with the funnel at the one that holds', async () => {
    const answer = (await doors.ask('/api/significance')).json() as SignificanceAnswer;
    expect(answer).toMatchObject({ threshold: 0.5, mentions: 5 });
    expect(answer.perDay).toHaveLength(101);
    for (let step = 1; step <= 100; step++) expect(answer.perDay[step]!).toBeLessThanOrEqual(answer.perDay[step - 1]!);
    const funnel = (await doors.ask('/api/funnel')).json() as { significant: number };
    expect(Math.round(answer.perDay[50]! * answer.days)).toBe(funnel.significant);
    expect(funnel.significant).toBeGreaterThan(0);
    expect((await doors.ask('/api/significance?days=3')).status).toBe(400);
  });
});
