import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../../server/random.ts';
import { hourMs } from '../../../shared/rollup.ts';
import type { LaunchSignal } from '../../../shared/signals.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const t0 = Date.parse('2026-03-02T09:00:00Z');
const hours = 120;
const now = t0 + 72 * hourMs + 10;
let doors: OpenDoors;

beforeAll(async () => {
  doors = await openDoors({ now: () => now });
  const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
  const launches = [{ id: 'glow', name: 'Glow', brand: 'lumen', at: t0, timeZone: 'UTC' }];
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands, launches } });
  const random = createRandom(8);
  const spend = Array.from({ length: hours }, () => (random() < 0.3 ? 1 + Math.floor(random() * 9) : 1));
  const start = t0 - 48 * hourMs;
  // People talk two hours after money was spent.
  const posts = spend.flatMap((_, hour) =>
    Array.from({ length: 2 * (spend[hour - 2] ?? 1) }, (_, k) => ({
      id: `p${hour}-${k}`,
      at: start + hour * hourMs + k * 60_000,
      text: `lumen ${hour} ${k} seen`,
    })),
  );
  expect((await doors.ask('/api/ingest', { method: 'POST', body: posts })).json()).toMatchObject({ rejected: [] });
  const values = spend.map((value, hour) => ({ name: 'TV spend', at: start + hour * hourMs, value: 100 * value }));
  await doors.ask('/api/signals', { method: 'POST', body: values });
});
afterAll(() => doors.close());

const ask = async (query: string) => doors.ask(`/api/launches/glow/signals?${query}`);

it('puts an outside series on the axis of the launch and says who moves first', async () => {
  const answer = (await ask('name=TV+spend')).json() as LaunchSignal;
  expect(answer).toMatchObject({ name: 'TV spend', brand: null, of: 'mentions', stepMs: hourMs, t0 });
  expect(answer.points).toHaveLength(hours);
  expect(answer.points[0]).toMatchObject({ at: t0 - 48 * hourMs, value: expect.any(Number), buzz: 2 });
  expect(answer.leadLag).toMatchObject({ is: 'found', lag: 2, low: 2, high: 2 });
});

it('refuses where too little is known of net sentiment, and names that are none', async () => {
  expect(((await ask('name=TV+spend&of=net')).json() as LaunchSignal).leadLag).toMatchObject({ is: 'thin' });
  expect((await ask('name=Orders')).status).toBe(404);
  expect((await ask('of=likes')).status).toBe(400);
  expect((await doors.ask('/api/launches/moon/signals?name=TV')).status).toBe(404);
});

it('knows of no buzz where nobody listened, and does not take that for silence', async () => {
  const end = t0 + 72 * hourMs;
  const later = await openDoors({ now: () => end + 20 * 24 * hourMs });
  const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
  const launches = [{ id: 'glow', name: 'Glow', brand: 'lumen', at: t0, timeZone: 'UTC' }];
  await later.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands, launches } });
  const posts = Array.from({ length: 72 }, (_, hour) => ({
    id: `p${hour}`,
    at: t0 + hour * hourMs,
    text: `lumen ${hour} seen`,
  }));
  await later.ask('/api/ingest', { method: 'POST', body: posts });
  const values = Array.from({ length: 240 }, (_, hour) => ({
    name: 'Orders',
    at: t0 + hour * hourMs,
    value: hour % 7,
  }));
  await later.ask('/api/signals', { method: 'POST', body: values });
  const { points } = (await later.ask('/api/launches/glow/signals?name=Orders')).json() as LaunchSignal;
  const known = points.filter(({ buzz }) => buzz !== null);
  expect(known.at(-1)!.at).toBe(end - hourMs);
  expect(known.every(({ buzz }) => buzz === 1)).toBe(true);
  expect(points.find(({ at }) => at === end)).toMatchObject({ value: 72 % 7, buzz: null });
  await later.close();
});
