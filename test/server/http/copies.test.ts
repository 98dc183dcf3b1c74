import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CopiesAnswer, MentionsAnswer, Problem, SeriesAnswer } from '../../../shared/protocol.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
beforeAll(async () => {
  doors = await openDoors();
  const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
});
afterAll(() => doors.close());

it('tells distinct authors with a series, and repeated texts by a door whose clusters list their messages', async () => {
  const text = 'Lumen gives away a hundred bottles of its new serum to all who write before Friday noon';
  const repeated = ['ann', 'bob', 'carol'].map((author, place) => ({
    id: `copy-${place}`,
    at: Date.parse('2026-03-09T09:00:00Z') + place * 3_600_000,
    text,
    author: author.repeat(place + 1),
    channel: place === 2 ? 'forum' : 'social',
  }));
  await doors.ask('/api/ingest', { method: 'POST', body: repeated });
  const range = 'from=2026-03-09T00:00:00Z&to=2026-03-10T00:00:00Z';
  const { points, whole }: SeriesAnswer = (await doors.ask(`/api/series?step=1d&${range}`)).json();
  expect(
    points.map(({ mentions, distinct, authors, authorsError }) => [mentions, distinct, authors, authorsError]),
  ).toEqual([[3, 1, 3, 0]]);
  expect(whole).toEqual({ authors: 3, authorsError: 0 });
  const without: SeriesAnswer = (await doors.ask(`/api/series?step=1d&authors=no&${range}`)).json();
  expect(without.points[0]).not.toHaveProperty('authors');
  const { items, startAt, stepMs }: CopiesAnswer = (await doors.ask(`/api/copies?${range}&brand=lumen`)).json();
  expect([startAt, stepMs]).toEqual([Date.parse('2026-03-09T09:00:00Z'), 3_600_000]);
  expect(items).toMatchObject([{ size: 3, perHour: [1, 1, 1], channels: { social: 2, forum: 1 } }]);
  expect(items[0]?.original).toMatchObject({ id: 'copy-0', copies: 2 });
  const cluster: MentionsAnswer = (await doors.ask(`/api/mentions?copiesOf=${items[0]?.of}`)).json();
  expect(cluster.items.map(({ id }) => id)).toEqual(['copy-2', 'copy-1', 'copy-0']);
  const wrong = await doors.ask('/api/copies?limit=0&stage=important&copiesOf=x');
  expect(wrong.status).toBe(400);
  const problem: Problem = wrong.json();
  expect(problem.errors?.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
    'copiesOf unknown-parameter',
    'limit not-a-number',
    'stage unknown-parameter',
  ]);
});
