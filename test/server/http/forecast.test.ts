import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ForecastAnswer } from '../../../shared/forecast.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const now = Date.parse('2026-03-10T09:20:00Z');
let at = now;
let doors: OpenDoors;

beforeAll(async () => {
  doors = await openDoors({ now: () => at });
  const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
});
afterAll(() => doors.close());

const forecast = async () => (await doors.ask('/api/forecast?brand=lumen')).json() as ForecastAnswer;

it('says how much it heard while that is too little, then what it expects of the next six hours', async () => {
  expect(await forecast()).toMatchObject({ points: [], record: null, refused: { heardHours: 0, neededHours: 72 } });
  const posts = Array.from({ length: 8 * 24 * 4 }, (_, k) => ({
    id: `p${k}`,
    at: now - 8 * dayMs + k * (hourMs / 4),
    text: `lumen number ${k}`,
  }));
  expect((await doors.ask('/api/ingest', { method: 'POST', body: posts })).json()).toMatchObject({ accepted: 768 });
  at += 60_001;
  const answer = await forecast();
  expect(answer.refused).toBeUndefined();
  expect(answer.points).toHaveLength(7);
  expect(answer.points[0]).toMatchObject({ at: Date.parse('2026-03-10T09:00:00Z') });
  expect(answer.points[0]!.expected).toBeCloseTo(4, 0);
  expect(answer.record!.covered80).toBe(1);
});

it('refuses brands that are none and hours that are too many', async () => {
  expect((await doors.ask('/api/forecast?brand=moon')).status).toBe(404);
  expect((await doors.ask('/api/forecast')).status).toBe(400);
  expect((await doors.ask('/api/forecast?brand=lumen&hours=13')).status).toBe(400);
});
