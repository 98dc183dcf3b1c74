import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRandom } from '../../../server/random.ts';
import { createVoiceCards } from '../../../server/readVoices.ts';
import { createReplays } from '../../../server/replay/createReplays.ts';
import { replayTopic } from '../../../shared/replayTopic.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const t0 = Date.parse('2026-03-02T09:00:00Z');
const workspace = {
  version: 1,
  brands: [
    { id: 'lumen', name: 'Lumen', query: 'lumen' },
    { id: 'vela', name: 'Vela', query: 'vela' },
  ],
  themes: [{ id: 'price', name: 'Price', query: 'price' }],
  launches: [{ id: 'glow', name: 'Glow', brand: 'lumen', at: t0 - 5 * hourMs, timeZone: 'Europe/Paris' }],
};
const words = [
  'I love lumen',
  'lumen is broken',
  'vela price?',
  'vela and lumen',
  'nothing of note',
  'hate the price of lumen',
];
const topics = ['figures/24h', 'figures/1h', 'messages', 'funnel'] as const;
const open: OpenDoors[] = [];
afterEach(async () => {
  for (const doors of open.splice(0)) await doors.close();
});

async function start(now: () => number): Promise<OpenDoors> {
  const doors = await openDoors({ now });
  open.push(doors);
  expect((await doors.ask('/api/workspace', { method: 'PUT', body: workspace })).status).toBe(200);
  for (const topic of topics) doors.own.publisher.watch(topic);
  return doors;
}

describe('a replay beside live ingest', () => {
  it.each([1, 2])('leaves every live figure as on a server that replays nothing, seed %i', async (seed) => {
    const random = createRandom(seed);
    let now = t0;
    let sent = 0;
    let shown = '';
    const [replaying, plain] = [await start(() => now), await start(() => now)];
    const send = async (count: number, backMs: number) => {
      const body = Array.from({ length: count }, () => ({
        id: `p${sent++}`,
        at: now - Math.floor(random() * backMs),
        text: `${words[Math.floor(random() * words.length)]} w${Math.floor(random() * 900)}`,
      }));
      for (const doors of [replaying, plain])
        expect((await doors.ask('/api/ingest', { method: 'POST', body })).status).toBe(200);
    };
    await send(300, 10 * hourMs);
    const replays = createReplays({
      now: () => now,
      warn(error) {
        throw error;
      },
    });
    const room = await replays.open({
      history: replaying.own.history,
      voiceCards: createVoiceCards(replaying.own.shelf),
      alerts: [],
      data: 'own' as const,
      isRooms: true,
      timeZone: 'UTC',
      from: t0 - 10 * hourMs,
      to: t0,
      at: t0 - 10 * hourMs,
      clock: 'known',
      // Twelve steps of ten seconds at most take two hours: it never comes to its end, where it would stand still.
      speed: 60,
      paused: false,
    });
    const { id } = room!.state();
    const beside = replays.beside(replaying.own.publisher);
    const replayed = replayTopic(id, 'figures/24h');
    beside.watch(replayed);
    const played = new Set<string>();
    const playedNow = () => JSON.stringify(beside.whole(replayed).state);
    for (let step = 0; step < 12; step++) {
      now += Math.ceil(random() * 10) * 1_000;
      if (random() < 0.3)
        room!.change({ at: t0 - (3 + Math.floor(random() * 7)) * hourMs, clock: random() < 0.5 ? 'said' : 'known' });
      // Live ones and, now and then, some that come late and lie where the replay is playing.
      await send(1 + Math.floor(random() * 20), random() < 0.4 ? 8 * hourMs : minuteMs);
      if (step % 4 < 3) continue;
      const statesOf = ({ own }: OpenDoors) => topics.map((topic) => own.publisher.whole(topic).state);
      await vi.waitFor(() => {
        expect(JSON.stringify(statesOf(plain))).not.toBe(shown);
        expect(statesOf(replaying)).toEqual(statesOf(plain));
      }, 10_000);
      shown = JSON.stringify(statesOf(plain));
      await vi.waitFor(() => expect(played).not.toContain(playedNow()), 10_000);
      played.add(playedNow());
    }
    expect(played.size).toBe(3);
    const [with_, without] = [await replaying.own.history.recount(), await plain.own.history.recount()];
    expect(with_.stored).toEqual(without.stored);
    expect(with_.rows.length).toBeGreaterThan(10);
    beside.unwatch(replayed);
    replays.close();
  });
});
