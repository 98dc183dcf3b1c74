import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import type { ReplayAnswer } from '../../../shared/replay.ts';
import type { Retrospective } from '../../../shared/retrospective.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

/**
 * "Eight in the morning of 29 March 2026, wherever you are": Paris, whose clocks went forward five hours before; India, half an hour
 * beside everybody; New York, whose clocks changed weeks ago.
 */
const t0 = { FR: Date.parse('2026-03-29T08:00+02:00'), IN: Date.parse('2026-03-29T08:00+05:30') };
const us = Date.parse('2026-03-29T08:00-04:00');
const t0Of = { ...t0, US: us };
type Country = keyof typeof t0Of;
const now = us + 30 * hourMs;
/** In each hour from its own T0 on, so many mentions of a country: 9 in its first, 2 afterwards, 1 before it. */
const perHour = (offset: number) => (offset < 0 ? 1 : offset === 0 ? 9 : 2);
const [first, end] = [-12, 20];
let doors: OpenDoors;

beforeAll(async () => {
  doors = await openDoors({ now: () => now });
  const launch = {
    ...{ id: 'glow', name: 'Glow', brand: 'lumen', query: 'serum', at: t0.FR, timeZone: 'Europe/Paris' },
    starts: [
      { country: 'IN', at: t0.IN, timeZone: 'Asia/Kolkata' },
      { country: 'US', at: us, timeZone: 'America/New_York' },
    ],
  };
  const workspace = {
    ...{ version: 1, timeZone: 'Europe/Paris', significance: { threshold: 0 }, launches: [launch] },
    brands: [{ id: 'lumen', name: 'Lumen', query: 'lumen' }],
    themes: [{ id: 'price', name: 'Price', query: 'price' }],
  };
  expect((await doors.ask('/api/workspace', { method: 'PUT', body: workspace })).status).toBe(200);
  const posts = [];
  for (const country of Object.keys(t0Of) as Country[])
    for (let offset = first; offset < end; offset += 1)
      for (let index = 0; index < perHour(offset); index += 1) {
        const words = offset === 0 ? 'the price of it is wonderful, I love it' : 'so it is, an odd thing';
        posts.push({
          id: `${country} ${offset} ${index}`,
          // The last minute of an hour that is one by its own clock alone.
          at: t0Of[country] + offset * hourMs + 59 * minuteMs,
          ...{ country, lang: 'en', author: `a${posts.length}` },
          text: `lumen serum ${posts.length}: ${words} ${country} ${index}`,
        });
      }
  const answer = await doors.ask('/api/ingest', { method: 'POST', body: posts });
  expect(answer.json()).toMatchObject({ accepted: posts.length, rejected: [] });
  while ((await doors.own.history.totals()).indexBehind > 0) await new Promise((resolve) => setTimeout(resolve, 20));
});
afterAll(() => doors.close());

const compared = async () =>
  (await doors.ask('/api/launches/glow/compare?step=1h&from=-12&to=20')).json() as LaunchComparison;

describe('A launch that starts at eight everywhere', () => {
  it('lays the first hours of all countries upon each other', async () => {
    const { launch } = await compared();
    expect(launch.points.length).toBe(end - first);
    for (const { offsetMs, mentions } of launch.points)
      expect(mentions, `${offsetMs}`).toBe(3 * perHour(offsetMs / hourMs));
  });

  it('tells its story by the same clocks: before, T0, and each theme of them', async () => {
    const story = (await doors.ask('/api/launches/glow/retrospective')).json() as Retrospective;
    const [before, day] = story.chapters;
    expect([before?.name, before?.mentions, day?.name, day?.mentions]).toEqual(['before', 36, 'day', 3 * (9 + 19 * 2)]);
    expect(day?.peak).toEqual({ offsetMs: 0, mentions: 27 });
    // The price is spoken of in everybody's first hour, so never before, though India's lies there by the clock of Paris.
    const [price] = story.themes;
    expect(price).toMatchObject({ id: 'price', before: { mentions: 0 }, after: { mentions: 27 } });
    expect(price?.after.share).toBeCloseTo(27 / 141, 6);
    expect(day?.messages.map(({ text }) => /price/.test(text))).toEqual([true, true, true]);
    expect(before?.messages.some(({ text }) => /price/.test(text))).toBe(false);
  });

  it('writes the same figures into its files, with the offsets of the day on which clocks change', async () => {
    const { text } = await doors.ask('/api/launches/glow/export?format=csv');
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    const screen = (await doors.ask('/api/launches/glow/compare')).json() as LaunchComparison;
    const total = rows.find(({ kind }) => kind === 'total');
    expect(Number(total?.mentions)).toBe(screen.standing?.mentions);
    expect(rows.find(({ kind }) => kind === 'theme')).toMatchObject({ name: 'Price', mentions: '27' });
    // Nobody counts the authors of three clocks.
    expect(total?.authors).toBe('');
    const hours = rows.filter(({ kind }) => kind === 'hour');
    for (const { offset_hours: offset, mentions } of hours)
      if (Number(offset) >= first && Number(offset) < end) expect(Number(mentions)).toBe(3 * perHour(Number(offset)));
    const at = (offset: number) => hours.find((row) => Number(row.offset_hours) === offset)?.at;
    expect([at(-6), at(-5), at(0)]).toEqual([
      '2026-03-29T01:00:00+01:00',
      '2026-03-29T03:00:00+02:00',
      '2026-03-29T08:00:00+02:00',
    ]);
    expect(text).not.toContain('counted by the clock');
    for (const format of ['html', 'pptx'])
      expect((await doors.ask(`/api/launches/glow/export?format=${format}`)).status).toBe(200);
  });

  it('is replayed from six hours before the first T0 of all', async () => {
    const body = { launch: 'glow', paused: true, at: t0.IN };
    const replay = (await doors.ask('/api/own-replays', { method: 'POST', body })).json() as ReplayAnswer;
    expect(replay).toMatchObject({ from: t0.IN - 6 * hourMs, at: t0.IN, timeZone: 'Europe/Paris', to: now });
    // By real time: six hours of India before its T0, and what the others said by then.
    expect(replay.counted).toBe(6 + 6 + 2);
  });
});
