import { afterEach, expect, it } from 'vitest';
import { createVoiceCards, readVoices } from '../../server/readVoices.ts';
import { hourMs } from '../../shared/rollup.ts';
import { type OpenDoors, openDoors } from '../support/openDoors.ts';

const now = Date.parse('2026-03-02T09:00:00Z');
let doors: OpenDoors;
afterEach(() => doors.close());

it('marks the words that decided, so that a message cut short keeps them in sight', async () => {
  doors = await openDoors({ now: () => now });
  const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
  const themes = [{ id: 'price', name: 'Price', query: 'expensive OR euros' }];
  const workspace = { version: 1, brands, themes, launches: [] };
  expect((await doors.ask('/api/workspace', { method: 'PUT', body: workspace })).status).toBe(200);
  const body = [
    {
      id: 'a',
      at: now - hourMs,
      text: 'Lumen cream since last week. It is awful, and too expensive. Ask @somebody_else.',
    },
  ];
  expect((await doors.ask('/api/ingest', { method: 'POST', body })).json()).toMatchObject({ accepted: 1 });
  const [card, ...others] = await readVoices(
    doors.own.history,
    createVoiceCards(doors.own.shelf),
    now - 2 * hourMs,
    now,
  );
  expect(others).toEqual([]);
  const words = (card!.marks ?? []).map(({ kind, from, to }) => `${kind}: ${card!.text.slice(from, to)}`);
  expect(words).toContain('theme: expensive');
  expect(words).toContain('negative: awful');
  expect(card!.text).not.toContain('somebody_else');
  expect(await readVoices(doors.own.history, createVoiceCards(doors.own.shelf), now - hourMs / 2, now)).toEqual([]);
});
