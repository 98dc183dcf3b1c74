import { describe, expect, it } from 'vitest';
import type {
  FiguresState,
  HealthAnswer,
  MentionAnswer,
  MentionsAnswer,
  StatusState,
  VoicesState,
} from '../shared/protocol.ts';
import { getFunnel, getJson, getSeries, ingest, watchBrands } from './support/ingest.ts';
import { openScreen } from './support/openScreen.ts';
import { startServer } from './support/startServer.ts';

describe('the walk of one post', () => {
  it('goes from the door over disk and window to a real socket, and every number agrees', async () => {
    const server = await startServer();
    await watchBrands(server.url, 'acme');
    const screen = openScreen(server.url);
    const before = await screen.until<FiguresState>('figures/1h', () => true);
    expect(before.now['*']).toBeUndefined();

    const at = Date.now();
    const posts = [
      { id: '1', at, text: 'I love my new acme, the battery lasts for two days and the screen is wonderful' },
      { id: '2', at, text: 'my acme is terrible, it broke at once, awful quality, I hate it @anna' },
      { id: '3', at, text: 'nothing about that brand here' },
      { id: '3', at, text: 'nothing about that brand here' },
      { id: '', at, text: 'acme without an id' },
    ];
    const answer = await ingest(server.url, posts);
    expect(answer).toMatchObject({ received: 5, accepted: 3, duplicates: 1 });
    expect(answer.rejected).toHaveLength(1);

    const after = await screen.until<FiguresState>('figures/1h', (state) => (state.now['*']?.['*']?.[0] ?? 0) >= 2);
    const [mentions, distinct, positive, , negative] = after.now.acme!['*']!;
    expect({ mentions, distinct, positive, negative }).toEqual({ mentions: 2, distinct: 2, positive: 1, negative: 1 });
    expect(after.funnel).toMatchObject({ collected: 3, important: 2, setAside: { 'no-brand': 1 } });

    const funnel = await getFunnel(server.url);
    expect(funnel).toEqual(after.funnel);
    const { points } = await getSeries(server.url, '?step=1h');
    expect(points.map((point) => point.mentions).reduce((a, b) => a + b)).toBe(2);

    const status = await screen.until<StatusState>('status', (state) => state.ledger.received === 5);
    expect(status).toMatchObject({ data: 'own', ledger: { received: 5, accepted: 3, duplicates: 1, rejected: 1 } });
    expect(Object.values(status.sources)).toMatchObject([{ state: 'live', kind: 'ingest', accepted: 3 }]);

    const { items } = await getJson<MentionsAnswer>(server.url, '/api/mentions?stage=important');
    expect(items.map((item) => item.id).sort()).toEqual(['1', '2']);
    const hurt = await getJson<MentionAnswer>(server.url, '/api/mentions/2');
    expect(hurt.text).toContain('@…');
    expect(hurt.text).not.toContain('anna');
    expect(hurt.trace).toMatchObject({ ruleSet: 1, stage: hurt.stage, brands: [{ id: 'acme', matched: ['acme'] }] });

    const voices = await screen.until<VoicesState>('voices/*', (state) => state.order.length > 0);
    for (const card of Object.values(voices.cards)) expect(card.text).not.toContain('anna');
    screen.close();

    // What the screen saw is there after a new start, and the window begins with it.
    expect(await server.end()).toMatchObject({ code: 0 });
    const again = await startServer({ dir: server.dir });
    const later = openScreen(again.url);
    const loaded = await later.until<FiguresState>('figures/24h', () => true);
    expect(loaded.now.acme?.['*']?.[0]).toBe(2);
    const health = await getJson<HealthAnswer>(again.url, '/api/health');
    expect(health).toMatchObject({ status: 'ok', data: 'own', posts: 3, ruleSet: 1 });
    later.close();
    await again.end();
  }, 120_000);

  it('starts with the demo, and the first own post takes its place on every screen', async () => {
    const server = await startServer({ args: [] });
    const screen = openScreen(server.url);
    const demo = await screen.until<FiguresState>('figures/24h', (state) => (state.now['*']?.['*']?.[0] ?? 0) > 100);
    expect(demo.funnel.collected).toBeGreaterThan(demo.funnel.important);
    expect(await getJson<HealthAnswer>(server.url, '/api/health')).toMatchObject({ data: 'demo' });

    await ingest(server.url, [{ id: '1', at: Date.now(), text: 'my own first post' }]);
    await screen.until<StatusState>('status', (state) => state.data === 'own');
    await screen.until<FiguresState>('figures/24h', (state) => state.funnel.collected === 1);
    expect(await getFunnel(server.url)).toMatchObject({ collected: 1, important: 0 });
    expect((await getFunnel(server.url, '?data=demo')).collected).toBeGreaterThan(100);
    screen.close();
    await server.end();
  }, 120_000);
});
