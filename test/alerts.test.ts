import { expect, it } from 'vitest';
import { english } from '../server/demo/phrases.en.ts';
import { writeMessage } from '../server/demo/writePosts.ts';
import { createRandom } from '../server/random.ts';
import type { AlertAnswer, AlertsAnswer, AlertsState } from '../shared/alerts.ts';
import { getJson, ingest, watchBrands } from './support/ingest.ts';
import { openScreen } from './support/openScreen.ts';
import { startServer } from './support/startServer.ts';

const minute = 60_000;
const hour = 60 * minute;
type Random = ReturnType<typeof createRandom>;
type Said = { id: string; at: number; text: string };

/** Some messages an hour over the last days, of every tone. */
function usualDays(days: number, now: number, random: Random): Said[] {
  const posts: Said[] = [];
  for (let at = now - days * 24 * hour; at < now - 2 * minute; at += hour / 4) {
    const tone = (['praise', 'remark', 'question', 'complaint'] as const)[Math.floor(random() * 4)]!;
    const when = Math.floor(at + random() * 10 * minute);
    if (when < now)
      posts.push({ id: `usual-${at}`, at: when, text: writeMessage('solenne', 'texture', tone, english, random) });
  }
  return posts;
}

const complaints = (count: number, now: number, random: Random): Said[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `complaint-${place}`,
    at: now - Math.floor(random() * minute),
    text: writeMessage('solenne', 'skin-reaction', 'complaint', english, random),
  }));

const copies = (count: number, now: number, random: Random): Said[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `copy-${place}`,
    at: now - Math.floor(random() * minute),
    text: 'An awful rash after two days with Solenne, it burns and I regret it. Please share this.',
  }));

async function listening(days: number, random: Random) {
  const server = await startServer({ args: ['--empty'] });
  await watchBrands(server.url, 'solenne');
  const now = Date.now();
  if (days > 0) {
    await ingest(server.url, usualDays(days, now, random));
    // What is usual is learned once posts of the past have stopped coming.
    await new Promise((resolve) => setTimeout(resolve, 9_000));
  }
  const screen = openScreen(server.url);
  await screen.until<AlertsState>('alerts', () => true);
  return { server, screen };
}

it.each([0, 4])(
  'tells of 40 complaints within ten seconds, after %i days of listening',
  async (days) => {
    const random = createRandom(7);
    const { server, screen } = await listening(days, random);
    const saidAt = Date.now();
    await ingest(server.url, complaints(40, saidAt, random));
    const { order, alerts } = await screen.until<AlertsState>('alerts', (state) => state.order.length > 0);
    expect(Date.now() - saidAt).toBeLessThan(10_000);
    const alert = alerts[order[0]!]!;
    expect(alert).toMatchObject({
      kind: 'complaints',
      brand: 'solenne',
      state: 'open',
      interrupts: true,
      isKnown: days > 0,
    });
    expect(alert.current.value).toBeGreaterThan(20);

    const kept = await screen.until<AlertsState>('alerts', (state) => state.alerts[alert.id]?.example !== undefined);
    expect(kept.alerts[alert.id]!.example!.text.toLowerCase()).toContain('solenne');
    const { items } = await getJson<AlertsAnswer>(server.url, '/api/alerts');
    expect(items.map(({ id }) => id)).toEqual([alert.id]);
    const { autopsy } = await getJson<AlertAnswer>(server.url, `/api/alerts/${alert.id}`);
    expect(autopsy!.nature).toBe('organic');
    const sum = autopsy!.parts.reduce((all, part) => all + part.value, autopsy!.rest.value);
    expect(sum).toBe(autopsy!.value);
    expect(autopsy!.parts[0]!.messages.length).toBeGreaterThan(0);

    const answer = await fetch(`${server.url}/api/alerts/${alert.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'acknowledged', owner: 'Care team', useful: true }),
    });
    expect(answer.status).toBe(200);
    await screen.until<AlertsState>('alerts', (state) => state.alerts[alert.id]?.owner === 'Care team');
    screen.close();
    expect(await server.end()).toMatchObject({ code: 0 });

    const again = await startServer({ dir: server.dir });
    const after = openScreen(again.url);
    const shown = await after.until<AlertsState>('alerts', (state) => state.order.length > 0);
    expect(shown.alerts[alert.id]).toMatchObject({ state: 'acknowledged', owner: 'Care team', useful: true });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect((await getJson<AlertsAnswer>(again.url, '/api/alerts')).items).toHaveLength(1);
    after.close();
    await again.end();
  },
  60_000,
);

/** Waiting for what must not come: each has a server of its own, and they wait together. */
it.concurrent.each([0, 4])(
  'is not woken by 40 copies of one complaint, after %i days of listening',
  async (days) => {
    const random = createRandom(7);
    const { server, screen } = await listening(days, random);
    await ingest(server.url, copies(40, Date.now(), random));
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await getJson<AlertsAnswer>(server.url, '/api/alerts')).toEqual({ items: [] });
    screen.close();
    await server.end();
  },
  60_000,
);
