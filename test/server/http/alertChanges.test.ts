import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { english } from '../../../server/demo/phrases.en.ts';
import { writeMessage } from '../../../server/demo/writePosts.ts';
import { createRandom } from '../../../server/random.ts';
import type { AlertAnswer, AlertsAnswer } from '../../../shared/alerts.ts';
import type { ReplayAnswer } from '../../../shared/replay.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
let id: string;

const get = async (): Promise<AlertAnswer> => (await doors.ask(`/api/alerts/${id}`)).json();
const patch = (body: object) => doors.ask(`/api/alerts/${id}`, { method: 'PATCH', body });

beforeAll(async () => {
  doors = await openDoors({ now: Date.now });
  const brands = [{ id: 'solenne', name: 'Solenne', query: 'solenne' }];
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
  const random = createRandom(7);
  const complaints = Array.from({ length: 40 }, (_, place) => ({
    id: `complaint-${place}`,
    at: Date.now(),
    text: writeMessage('solenne', 'skin-reaction', 'complaint', english, random),
  }));
  await doors.ask('/api/ingest', { method: 'POST', body: complaints });
  const { items } = await vi.waitFor(
    async () => {
      const answer: AlertsAnswer = (await doors.ask('/api/alerts')).json();
      expect(answer.items).toHaveLength(1);
      return answer;
    },
    { timeout: 10_000, interval: 100 },
  );
  id = items[0]!.id;
});
afterAll(() => doors.close());

it('keeps every word of people who speak at the same moment', async () => {
  for (let round = 0; round < 10; round += 1) {
    const owner = `Desk ${round}`;
    const useful = round % 2 === 0;
    const answers = await Promise.all([patch({ state: 'acknowledged' }), patch({ owner }), patch({ useful })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await get()).toMatchObject({ state: 'acknowledged', owner, useful });
    const { items }: AlertsAnswer = (await doors.ask('/api/alerts')).json();
    expect(items).toMatchObject([{ state: 'acknowledged', owner, useful }]);
  }
});

it('refuses to resolve and snooze at once, and wakes what is snoozed by a new state', async () => {
  expect((await patch({ state: 'resolved', snoozeMinutes: 5 })).status).toBe(400);
  expect((await patch({ snoozeMinutes: 5 })).json()).toMatchObject({ state: 'snoozed' });
  expect((await patch({ state: 'open', owner: null, useful: null })).json()).toMatchObject({ state: 'open' });
  const alert = await get();
  for (const word of ['snoozedUntil', 'owner', 'useful']) expect(alert).not.toHaveProperty(word);
});

it('keeps in the store how grave it was from when, and when it was resolved: a replay tells it so', async () => {
  const before = Date.now();
  await patch({ state: 'resolved', owner: 'Support' });
  await patch({ state: 'open' });
  const [kept] = (await doors.own.history.records({ kind: 'alert', limit: 10 })).map(({ body }) => JSON.parse(body));
  const [raised] = kept.severities;
  expect(raised.at).toBe(kept.raisedAt);
  expect(kept.severities.at(-1).severity).toBe(kept.severity);
  const [resolved, opened] = kept.words.slice(-2);
  expect(resolved).toMatchObject({ state: 'resolved', owner: 'Support' });
  expect(resolved.at).toBeGreaterThanOrEqual(before);
  expect(opened).toMatchObject({ state: 'open', owner: 'Support' });
  const asked = { from: kept.at - 60_000, to: Date.now() + 1, at: kept.raisedAt, paused: true };
  const replay = (await doors.ask('/api/own-replays', { method: 'POST', body: asked })).json() as ReplayAnswer;
  expect(replay.alerts).toMatchObject([{ id, severity: raised.severity }]);
});

it('says as many copies as its parts hold, also those that came after it was told', async () => {
  const text = writeMessage('solenne', 'skin-reaction', 'complaint', english, createRandom(3));
  const copies = Array.from({ length: 6 }, (_, place) => ({ id: `copied-${place}`, at: Date.now(), text }));
  await doors.ask('/api/ingest', { method: 'POST', body: copies });
  await vi.waitFor(
    async () => {
      const { copies: copied = 0, distinct = 0, autopsy } = await get();
      expect(copied).toBeGreaterThanOrEqual(4);
      expect(distinct + copied).toBe(autopsy!.value);
    },
    { timeout: 10_000, interval: 100 },
  );
});
