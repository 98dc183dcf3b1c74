import { afterAll, beforeAll, expect, it } from 'vitest';
import { english } from '../../../server/demo/phrases.en.ts';
import { writeMessage } from '../../../server/demo/writePosts.ts';
import { createRandom } from '../../../server/random.ts';
import type { AlertsAnswer, BacktestAnswer, RulePrecision } from '../../../shared/alerts.ts';
import { bucketOf, dayMs, quarterMs } from '../../../shared/rollup.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const now = Date.UTC(2026, 10, 12, 16);
const burstAt = bucketOf(now - dayMs, quarterMs);
const random = createRandom(5);
let doors: OpenDoors;

beforeAll(async () => {
  doors = await openDoors({ now: () => now });
  const brands = [{ id: 'solenne', name: 'Solenne', query: 'solenne' }];
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
  const usual = Array.from({ length: 6 * 96 }, (_, place) => ({
    id: `usual-${place}`,
    at: now - 6 * dayMs + place * quarterMs,
    text: writeMessage('solenne', 'texture', 'remark', english, random),
  }));
  const burst = Array.from({ length: 60 }, (_, place) => ({
    id: `burst-${place}`,
    at: burstAt + place * 10_000,
    text: writeMessage('solenne', 'skin-reaction', 'complaint', english, random),
  }));
  const answer = await doors.ask('/api/ingest', { method: 'POST', body: [...usual, ...burst] });
  expect(answer.json()).toMatchObject({ accepted: usual.length + burst.length });
});
afterAll(() => doors.close());

const rule = { id: 'complaints', name: 'Complaints', kinds: ['complaints'] };
const backtest = (body: object, headers: Record<string, string> = {}) =>
  doors.ask('/api/alert-rules/backtest', { method: 'POST', body, headers });

it('tells over the past what a rule would have told, and how often by sensitivity', async () => {
  const found: BacktestAnswer = (await backtest({ rule, days: 6 })).json();
  expect(found.alerts).toHaveLength(1);
  expect(found.alerts[0]).toMatchObject({ kind: 'complaints', brand: 'solenne', at: burstAt });
  expect(found.alerts[0]!.figure.value).toBeGreaterThan(40);
  expect(found.perWeek).toHaveLength(10);
  // One answer holds what each position of the slider would have told.
  expect(found.bySensitivity).toHaveLength(10);
  const weeks = (found.to - found.from) / (7 * dayMs);
  expect(found.bySensitivity.map(({ length }) => length / weeks)).toEqual(found.perWeek);
  for (const sensitivity of [1, 5, 10]) {
    const alone: BacktestAnswer = (await backtest({ rule: { ...rule, sensitivity }, days: 6 })).json();
    expect(alone.alerts).toEqual(found.bySensitivity[sensitivity - 1]);
  }
  expect(Math.max(...found.perWeek)).toBeGreaterThan(0);
  expect(found.to - found.from).toBeGreaterThan(5.9 * dayMs);
  // Of more mentions than there were nothing would have been told.
  expect((await backtest({ rule: { ...rule, least: 500 } })).json()).toMatchObject({ alerts: [] });
});

it('says how far a back-test is to whoever asks for lines', async () => {
  const { text } = await backtest({ rule, days: 6 }, { accept: 'application/x-ndjson' });
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[0]).toEqual({ done: 1, total: 6 });
  expect(lines.at(-1)).toHaveProperty('answer.perWeek');
});

it('says what is wrong with a rule, a change and a name', async () => {
  const faults = await backtest({ rule: { ...rule, kinds: ['weather'], sensitivity: 11 } });
  expect(faults.status).toBe(400);
  const { errors } = faults.json() as { errors: { path: string }[] };
  expect(errors.map(({ path }) => path).sort()).toEqual(['rule.kinds[0]', 'rule.sensitivity']);
  const patch = (id: string, body: object) => doors.ask(`/api/alerts/${id}`, { method: 'PATCH', body });
  expect((await patch('nobody', { state: 'resolved' })).status).toBe(404);
  for (const body of [{}, { state: 'snoozed' }, { snoozeMinutes: 0 }, { owner: 5 }])
    expect((await patch('nobody', body)).status).toBe(400);
  expect((await doors.ask('/api/alerts/nobody')).status).toBe(404);
  expect((await doors.ask('/api/alerts?state=loud')).status).toBe(400);
});

it('lists nothing and judges nothing where nothing was raised', async () => {
  expect((await doors.ask('/api/alerts')).json() satisfies AlertsAnswer).toEqual({ items: [] });
  const precision: RulePrecision[] = (await doors.ask('/api/alert-rules/precision')).json();
  expect(precision.length).toBeGreaterThan(4);
  expect(precision.every(({ alerts, useful, useless }) => alerts + useful + useless === 0)).toBe(true);
});
